// gallery: R3
// title: the end of a block, reached attached
// strict:  R3 @end
// relaxed: R3 @end
// gcc:     R3 @end
// run:     R3 @end
// mend: Bt_UNBLOCK_THREADS before the end of the block
#include "gallery.h"

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *argument)
{
    Bt_BEGIN_ALLOW_THREADS
    Bt_BLOCK_THREADS
    if (BtList_Append(argument, Bt_None) < 0) {
        return NULL;
    }
    Bt_END_ALLOW_THREADS  // @end
    Bt_RETURN_NONE;
}

GALLERY_MODULE(r3_end_after_block_threads)
