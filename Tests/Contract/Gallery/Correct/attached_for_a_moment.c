// gallery: correct
// title: attached for a moment, again and again, inside a block
#include "gallery.h"

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *argument)
{
    int status = 0;
    Bt_BEGIN_ALLOW_THREADS
    for (int i = 0; i < 3 && status == 0; i++) {
        Bt_BLOCK_THREADS
        status = BtList_Append(argument, Bt_None);
        Bt_UNBLOCK_THREADS
    }
    Bt_END_ALLOW_THREADS
    if (status < 0) {
        return NULL;
    }
    Bt_RETURN_NONE;
}

GALLERY_MODULE(attached_for_a_moment)
