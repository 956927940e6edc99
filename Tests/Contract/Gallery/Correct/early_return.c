// gallery: correct
// title: an early return, attached before it
#include "gallery.h"

static volatile int status = -1;

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(argument))
{
    Bt_BEGIN_ALLOW_THREADS
    if (status < 0) {
        Bt_BLOCK_THREADS
        return BtUnicode_FromString("no data");
    }
    Bt_END_ALLOW_THREADS
    Bt_RETURN_NONE;
}

GALLERY_MODULE(early_return)
