// gallery: R7
// title: reading from a pipe while attached
// strict:  R7 @wait
// relaxed: -
// gcc:     -
// run:     -
// mend: a block around the read; only errno and the count are looked at after it
#include "gallery.h"
#include <unistd.h>

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(argument))
{
    int ends[2];
    char byte = 1;
    ssize_t count = -1;
    if (pipe(ends) < 0) {
        return BtErr_SetFromErrno(BtExc_OSError);
    }
    Bt_BEGIN_ALLOW_THREADS
    count = write(ends[1], &byte, 1);
    Bt_END_ALLOW_THREADS
    if (count == 1) {
        count = read(ends[0], &byte, 1);  // @wait
    }
    close(ends[0]);
    close(ends[1]);
    return BtLong_FromSsize_t(count);
}

GALLERY_MODULE(r7_read_attached)
