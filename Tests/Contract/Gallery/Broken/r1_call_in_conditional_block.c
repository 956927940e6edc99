// gallery: R1
// title: an API call inside a block that is released only for large input
// strict:  R1 @call
// relaxed: R1 @call
// gcc:     R1 @call
// run:     R1 @call
// mend: nothing that is wrong when detached is right in a conditional block: move the call behind it
#include "gallery.h"

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *argument)
{
    Bt_ssize_t size = BtObject_Length(argument);
    BtObject *result;
    if (size < 0) {
        return NULL;
    }
    Bt_BEGIN_ALLOW_THREADS_IF(size > 1)
    result = BtLong_FromSsize_t(size * size);  // @call
    Bt_END_ALLOW_THREADS_IF
    return result;
}

GALLERY_MODULE(r1_call_in_conditional_block)
