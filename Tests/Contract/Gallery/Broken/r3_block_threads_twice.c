// gallery: R3
// title: Bt_BLOCK_THREADS twice in a block
// strict:  R3 @twice
// relaxed: R3 @twice
// gcc:     R3 @twice
// run:     R3 @twice
// mend: Bt_UNBLOCK_THREADS between them
#include "gallery.h"

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *argument)
{
    Bt_BEGIN_ALLOW_THREADS
    Bt_BLOCK_THREADS
    if (BtList_Append(argument, Bt_None) < 0) {
        return NULL;
    }
    Bt_BLOCK_THREADS  // @twice
    Bt_UNBLOCK_THREADS
    Bt_END_ALLOW_THREADS
    Bt_RETURN_NONE;
}

GALLERY_MODULE(r3_block_threads_twice)
