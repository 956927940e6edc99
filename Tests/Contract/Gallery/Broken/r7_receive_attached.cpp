// gallery: R7
// title: receiving from a socket while attached, in C++
// strict:  R7 @wait
// relaxed: -
// gcc:     -
// run:     -
// mend: a block around the call
#include "gallery.h"
#include <sys/socket.h>
#include <unistd.h>

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(argument))
{
    int ends[2];
    char byte = 0;
    if (socketpair(AF_UNIX, SOCK_DGRAM, 0, ends) < 0) {
        return BtErr_SetFromErrno(BtExc_OSError);
    }
    ssize_t count = recv(ends[0], &byte, 1, MSG_DONTWAIT);  // @wait
    close(ends[0]);
    close(ends[1]);
    return BtLong_FromSsize_t(count);
}

GALLERY_MODULE(r7_receive_attached)
