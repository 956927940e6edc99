// gallery: R3
// title: a helper with a block of its own, called from a block
// strict:  R3 @inner
// relaxed: -
// gcc:     -
// run:     R3 @inner
// mend: mark the helper BT_ATTACHED, and call it outside of the block
#include "gallery.h"

static int step(int value)
{
    Bt_BEGIN_ALLOW_THREADS  // @inner
    value = value * 31 + 7;
    Bt_END_ALLOW_THREADS
    return value;
}

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(argument))
{
    int value;
    Bt_BEGIN_ALLOW_THREADS
    value = step(1);
    Bt_END_ALLOW_THREADS
    return BtLong_FromLong(value);
}

GALLERY_MODULE(r3_block_in_helper)
