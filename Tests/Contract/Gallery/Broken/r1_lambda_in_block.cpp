// gallery: R1
// title: a C++ lambda that is marked BT_ATTACHED, called inside a block
// strict:  R1 @call
// relaxed: R1 @call
// gcc:     -
// run:     R1 @body
// mend: call the lambda outside of the block
#include "gallery.h"

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *argument)
{
    auto measure = [argument]() BT_ATTACHED {
        return BtObject_Length(argument);  // @body
    };
    Bt_ssize_t size = 0;
    Bt_BEGIN_ALLOW_THREADS
    size = measure();  // @call
    Bt_END_ALLOW_THREADS
    return BtLong_FromSsize_t(size);
}

GALLERY_MODULE(r1_lambda_in_block)
