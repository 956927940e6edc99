// gallery: R1
// title: a C++ lambda that touches objects, not marked
// strict:  R1 @body
// relaxed: -
// gcc:     -
// run:     R1 @body
// mend: write BT_ATTACHED after the lambda's parameters, and call it outside of the block
#include "gallery.h"

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *argument)
{
    auto measure = [argument]() {
        return BtObject_Length(argument);  // @body
    };
    Bt_ssize_t size = 0;
    Bt_BEGIN_ALLOW_THREADS
    size = measure();
    Bt_END_ALLOW_THREADS
    return BtLong_FromSsize_t(size);
}

GALLERY_MODULE(r1_unmarked_lambda)
