// gallery: R1
// title: an API call after Bt_UNBLOCK_THREADS
// strict:  R1 @call
// relaxed: R1 @call
// gcc:     R1 @call
// run:     R1 @call
// mend: Bt_UNBLOCK_THREADS comes after the last call
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
        if (status == 0) {
            status = BtList_Reverse(argument);  // @call
        }
    }
    Bt_END_ALLOW_THREADS
    if (status < 0) {
        return NULL;
    }
    Bt_RETURN_NONE;
}

GALLERY_MODULE(r1_call_after_unblock)
