// gallery: R2
// title: a buffer that is not released on one path
// strict:  -
// relaxed: -
// gcc:     -
// run:     R2 @get
// mend: BtBuffer_Release on every path
// script: import NAME; NAME.run(bytearray(b"baton"))
#include "gallery.h"

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *argument)
{
    Bt_buffer view;
    if (BtObject_GetBuffer(argument, &view, BtBUF_SIMPLE) < 0) {  // @get
        return NULL;
    }
    if (view.len < 100) {
        Bt_RETURN_NONE;
    }
    BtObject *size = BtLong_FromSsize_t(view.len);
    BtBuffer_Release(&view);
    return size;
}

GALLERY_MODULE(r2_buffer_not_released)
