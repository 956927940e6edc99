// gallery: R2
// title: Bt_XSETREF inside a block, in C++
// strict:  R2 @count
// relaxed: R2 @count
// gcc:     R2 @count
// run:     R2 @count
// mend: keep the native result in the block; store and drop references after it
#include "gallery.h"

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *argument)
{
    BtObject *last = Bt_NewRef(argument);
    BtObject *next = Bt_NewRef(Bt_None);
    Bt_BEGIN_ALLOW_THREADS
    Bt_XSETREF(last, next);  // @count
    Bt_END_ALLOW_THREADS
    return last;
}

GALLERY_MODULE(r2_setref_in_block)
