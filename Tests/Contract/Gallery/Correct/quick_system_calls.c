// gallery: correct
// title: system calls that do not wait, while attached
#include "gallery.h"
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(argument))
{
    struct timespec now;
    char text[32];
    if (clock_gettime(CLOCK_MONOTONIC, &now) < 0) {
        return BtErr_SetFromErrno(BtExc_OSError);
    }
    (void)snprintf(text, sizeof text, "%ld %d", (long)now.tv_sec, getenv("PATH") != NULL);
    return BtUnicode_FromString(getpid() > 0 ? text : "");
}

GALLERY_MODULE(quick_system_calls)
