// gallery: R7
// title: polling a descriptor in a helper that is called attached
// strict:  R7 @wait
// relaxed: -
// gcc:     -
// run:     R7 @run
// mend: call the helper inside a block, and mark it BT_ANY_STATE
#include "gallery.h"
#include <poll.h>

static int wait_for(int descriptor) BT_ATTACHED;

static int wait_for(int descriptor)
{
    struct pollfd what = {descriptor, POLLIN, 0};
    return poll(&what, 1, 30);  // @wait
}

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(argument))  // @run
{
    return BtLong_FromLong(wait_for(-1));
}

GALLERY_MODULE(r7_poll_in_helper)
