// gallery: correct
// title: a size and an item asked for again after a block
#include "gallery.h"

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *argument)
{
    Bt_ssize_t size = BtList_Size(argument);
    if (size < 0) {
        return NULL;
    }
    Bt_BEGIN_ALLOW_THREADS
    size /= 2;
    Bt_END_ALLOW_THREADS
    if (size >= BtList_GET_SIZE(argument)) {
        Bt_RETURN_NONE;
    }
    return BtList_GetItemRef(argument, size);
}

GALLERY_MODULE(looked_at_again)
