// gallery: R2
// title: a buffer taken inside the block that reads it
// strict:  R2 @take, R2 @release
// relaxed: R2 @take, R2 @release
// gcc:     R2 @take, R2 @release
// run:     R1 @take, R1 @release
// script: import NAME; NAME.run(b"baton")
// mend: take the buffer before the block and release it after the block
#include "gallery.h"

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *argument)
{
    Bt_buffer view;
    Bt_ssize_t size = -1;
    Bt_BEGIN_ALLOW_THREADS
    if (BtObject_GetBuffer(argument, &view, BtBUF_SIMPLE) == 0) {  // @take
        size = view.len;
        BtBuffer_Release(&view);  // @release
    }
    Bt_END_ALLOW_THREADS
    return BtLong_FromSsize_t(size);
}

GALLERY_MODULE(r2_buffer_taken_in_block)
