// What Swift cannot take from the C library: its variables, which it holds to be shared mutable state, and functions that
// stand behind a feature macro.
#define _GNU_SOURCE
#include "baton/host.h"

#include <netdb.h>
#include <pthread.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

long _bt_timezone(void) { return timezone; }
int _bt_has_daylight(void) { return daylight; }
const char *_bt_timezone_name(int is_daylight) { return tzname[is_daylight != 0]; }

int _bt_set_stack_size(size_t size)
{
    pthread_attr_t attributes;
    if (pthread_attr_init(&attributes) != 0) {
        return -1;
    }
    int status = size == 0 ? 0 : pthread_attr_setstacksize(&attributes, size + BT_STACK_RESERVE);
    status = status == 0 ? pthread_setattr_default_np(&attributes) : status;
    pthread_attr_destroy(&attributes);
    return status == 0 ? 0 : -1;
}

char **_bt_environment(void) { return environ; }

int _bt_usable_processors(void)
{
    cpu_set_t set;
    return sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : (int)sysconf(_SC_NPROCESSORS_ONLN);
}

ssize_t _bt_random_bytes(void *target, size_t size) { return getrandom(target, size, 0); }

pid_t _bt_fork(void) { return fork(); }

int _bt_terminal_size(int descriptor, int *columns, int *lines)
{
    struct winsize size;
    if (ioctl(descriptor, TIOCGWINSZ, &size) != 0) {
        return -1;
    }
    *columns = size.ws_col;
    *lines = size.ws_row;
    return 0;
}

int _bt_accept(int descriptor, struct sockaddr *address, socklen_t *length)
{
    return accept4(descriptor, address, length, SOCK_CLOEXEC);
}

int _bt_host_by_name(const char *name, int family, struct hostent *result, char *buffer, size_t size)
{
    struct hostent *found = NULL;
    int number = 0;
    int status = gethostbyname2_r(name, family, result, buffer, size, &found, &number);
    return found != NULL ? 0 : status != 0 && number == 0 ? NO_RECOVERY : number;
}

int _bt_host_by_address(
    const void *address, socklen_t length, int family, struct hostent *result, char *buffer, size_t size)
{
    struct hostent *found = NULL;
    int number = 0;
    int status = gethostbyaddr_r(address, length, family, result, buffer, size, &found, &number);
    return found != NULL ? 0 : status != 0 && number == 0 ? NO_RECOVERY : number;
}
