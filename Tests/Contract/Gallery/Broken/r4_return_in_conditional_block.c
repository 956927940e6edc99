// gallery: R4
// title: return out of a block that is released only for large input
// strict:  R4 @leave
// relaxed: R4 @leave
// gcc:     R4 @begin
// run:     R4 @begin
// mend: Bt_BLOCK_THREADS_IF before the return
#include "gallery.h"

static volatile int limit = 2;

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *argument)
{
    Bt_ssize_t size = BtObject_Length(argument);
    if (size < 0) {
        return NULL;
    }
    Bt_BEGIN_ALLOW_THREADS_IF(size >= 2)  // @begin
    if (size >= limit) {
        return Bt_None;  // @leave
    }
    Bt_END_ALLOW_THREADS_IF
    Bt_RETURN_NONE;
}

GALLERY_MODULE(r4_return_in_conditional_block)
