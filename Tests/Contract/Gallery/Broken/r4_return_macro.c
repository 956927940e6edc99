// gallery: R4
// title: Bt_RETURN_NONE inside a block
// strict:  R4 @leave
// relaxed: R4 @leave
// gcc:     R4 @begin
// run:     R4 @begin
// mend: Bt_BLOCK_THREADS before it
#include "gallery.h"

static volatile int tries = 3;

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(argument))
{
    Bt_BEGIN_ALLOW_THREADS  // @begin
    while (tries > 0) {
        if (--tries == 1) {
            Bt_RETURN_NONE;  // @leave
        }
    }
    Bt_END_ALLOW_THREADS
    Bt_RETURN_NONE;
}

GALLERY_MODULE(r4_return_macro)
