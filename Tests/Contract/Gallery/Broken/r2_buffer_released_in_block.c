// gallery: R2
// title: a buffer released inside the block that reads it
// strict:  R2 @release
// relaxed: R2 @release
// gcc:     R2 @release
// run:     R1 @release
// script: import NAME; NAME.run(b"baton")
// mend: release the buffer after the block
#include "gallery.h"

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *argument)
{
    Bt_buffer view;
    unsigned sum = 0;
    if (BtObject_GetBuffer(argument, &view, BtBUF_SIMPLE) < 0) {
        return NULL;
    }
    Bt_BEGIN_ALLOW_THREADS
    for (Bt_ssize_t i = 0; i < view.len; i++) {
        sum += ((const unsigned char *)view.buf)[i];
    }
    BtBuffer_Release(&view);  // @release
    Bt_END_ALLOW_THREADS
    return BtLong_FromUnsignedLong(sum);
}

GALLERY_MODULE(r2_buffer_released_in_block)
