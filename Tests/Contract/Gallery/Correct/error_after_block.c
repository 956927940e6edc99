// gallery: correct
// title: a failure noted in the block, the error set after it
// script: import NAME; repr([NAME.run(0), type(NAME)])
#include "gallery.h"
#include <errno.h>
#include <string.h>

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *argument)
{
    long wanted = BtLong_AsLong(argument);
    int number = 0;
    if (wanted == -1 && BtErr_Occurred()) {
        return NULL;
    }
    Bt_BEGIN_ALLOW_THREADS
    if (wanted < 0) {
        errno = EINVAL;
        number = errno;
    }
    Bt_END_ALLOW_THREADS
    if (number != 0) {
        errno = number;
        return BtErr_SetFromErrno(BtExc_OSError);
    }
    return BtLong_FromLong(wanted);
}

GALLERY_MODULE(error_after_block)
