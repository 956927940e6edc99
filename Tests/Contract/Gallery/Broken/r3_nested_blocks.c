// gallery: R3
// title: a block inside a block
// page: yes
// strict:  R3 @inner
// relaxed: R3 @inner
// gcc:     R3 @inner
// run:     R3 @inner
// mend: one block around both steps
#include "gallery.h"

static int step(int value)
{
    return value * 31 + 7;
}

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(argument))
{
    int value;
    Bt_BEGIN_ALLOW_THREADS
    value = step(1);
    Bt_BEGIN_ALLOW_THREADS  // @inner
    value = step(value);
    Bt_END_ALLOW_THREADS
    Bt_END_ALLOW_THREADS
    return BtLong_FromLong(value);
}

GALLERY_MODULE(r3_nested_blocks)
