// gallery: R3
// title: Bt_UNBLOCK_THREADS where nothing attached
// strict:  R3 @unblock
// relaxed: R3 @unblock
// gcc:     R3 @unblock
// run:     R3 @unblock
// mend: leave it out: the block is detached from its beginning
#include "gallery.h"

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(argument))
{
    Bt_BEGIN_ALLOW_THREADS
    Bt_UNBLOCK_THREADS  // @unblock
    Bt_END_ALLOW_THREADS
    Bt_RETURN_NONE;
}

GALLERY_MODULE(r3_unblock_without_block)
