// gallery: correct
// title: a block that is released only for large input
#include "gallery.h"

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *argument)
{
    Bt_ssize_t size = BtObject_Length(argument);
    unsigned long hash = 5381;
    if (size < 0) {
        return NULL;
    }
    for (int round = 0; round < 2; round++) {
        Bt_BEGIN_ALLOW_THREADS_IF(size * round >= 2)
        for (Bt_ssize_t i = 0; i < size; i++) {
            hash = hash * 33 + (unsigned long)i;
        }
        Bt_END_ALLOW_THREADS_IF
    }
    return BtLong_FromUnsignedLong(hash);
}

GALLERY_MODULE(conditional_release)
