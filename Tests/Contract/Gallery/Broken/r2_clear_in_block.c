// gallery: R2
// title: Bt_CLEAR inside a block
// strict:  R2 @count
// relaxed: R2 @count
// gcc:     R2 @count
// run:     R2 @count
// mend: clear the variable after the block
#include "gallery.h"

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *argument)
{
    BtObject *held = Bt_NewRef(argument);
    Bt_BEGIN_ALLOW_THREADS
    Bt_CLEAR(held);  // @count
    Bt_END_ALLOW_THREADS
    Bt_RETURN_NONE;
}

GALLERY_MODULE(r2_clear_in_block)
