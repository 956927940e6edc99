// What Swift cannot take from the C library: its variables, which it holds to be shared mutable state, and functions that
// stand behind a feature macro.
#define _GNU_SOURCE
#include "baton/host.h"

#include <pthread.h>
#include <time.h>

long _bt_timezone(void) { return timezone; }
int _bt_has_daylight(void) { return daylight; }
const char *_bt_timezone_name(int is_daylight) { return tzname[is_daylight != 0]; }

int _bt_set_stack_size(size_t size)
{
    pthread_attr_t attributes;
    if (pthread_attr_init(&attributes) != 0) {
        return -1;
    }
    int status = size == 0 ? 0 : pthread_attr_setstacksize(&attributes, size);
    status = status == 0 ? pthread_setattr_default_np(&attributes) : status;
    pthread_attr_destroy(&attributes);
    return status == 0 ? 0 : -1;
}
