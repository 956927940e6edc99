// gallery: R2
// title: a reference taken inside a block
// strict:  R2 @count
// relaxed: R2 @count
// gcc:     R2 @count
// run:     R2 @count
// mend: take the reference before the block
#include "gallery.h"

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *argument)
{
    Bt_BEGIN_ALLOW_THREADS
    Bt_INCREF(argument);  // @count
    Bt_END_ALLOW_THREADS
    return argument;
}

GALLERY_MODULE(r2_incref_in_block)
