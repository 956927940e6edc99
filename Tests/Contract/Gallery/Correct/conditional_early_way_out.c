// gallery: correct
// title: an early way out of a conditional block
#include "gallery.h"

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *argument)
{
    Bt_ssize_t size = BtObject_Length(argument);
    if (size < 0) {
        return NULL;
    }
    Bt_BEGIN_ALLOW_THREADS_IF(size > 1)
    for (Bt_ssize_t i = 0; i < 10; i++) {
        if (i == size) {
            Bt_BLOCK_THREADS_IF
            return BtLong_FromSsize_t(i);
        }
    }
    Bt_END_ALLOW_THREADS_IF
    Bt_RETURN_NONE;
}

GALLERY_MODULE(conditional_early_way_out)
