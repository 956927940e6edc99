// gallery: correct
// title: a buffer taken before the block and released after it
// script: import NAME; NAME.run(bytearray(b"baton"))
#include "gallery.h"

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *argument)
{
    Bt_buffer view;
    unsigned sum = 0;
    if (BtObject_GetBuffer(argument, &view, BtBUF_SIMPLE) < 0) {
        return NULL;
    }
    const unsigned char *bytes = view.buf;
    Bt_ssize_t size = view.len;
    Bt_BEGIN_ALLOW_THREADS
    for (Bt_ssize_t i = 0; i < size; i++) {
        sum += bytes[i];
    }
    Bt_END_ALLOW_THREADS
    BtBuffer_Release(&view);
    return BtLong_FromUnsignedLong(sum);
}

GALLERY_MODULE(pinned_buffer)
