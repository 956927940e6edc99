// gallery: R1
// title: asking whether an error is set inside a block
// strict:  R1 @ask
// relaxed: R1 @ask
// gcc:     R1 @ask
// run:     R1 @ask
// mend: a native step returns a status; what it means is asked after the block
#include "gallery.h"

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(argument))
{
    int steps = 0;
    Bt_BEGIN_ALLOW_THREADS
    while (steps < 3 && !BtErr_Occurred()) {  // @ask
        steps++;
    }
    Bt_END_ALLOW_THREADS
    return BtLong_FromLong(steps);
}

GALLERY_MODULE(r1_error_check_in_block)
