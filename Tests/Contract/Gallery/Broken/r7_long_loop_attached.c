// gallery: R7
// title: a long computation while attached
// strict:  -
// relaxed: -
// gcc:     -
// run:     R7 @run
// mend: a block around the loop
#include "gallery.h"

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(argument))  // @run
{
    volatile unsigned long sum = 0;
    for (unsigned long i = 0; i < 60000000; i++) {
        sum = sum * 31 + i;
    }
    return BtLong_FromUnsignedLong(sum);
}

GALLERY_MODULE(r7_long_loop_attached)
