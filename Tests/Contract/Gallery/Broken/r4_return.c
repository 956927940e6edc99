// gallery: R4
// title: return out of a block
// page: yes
// strict:  R4 @leave
// relaxed: R4 @leave
// gcc:     R4 @begin
// run:     R4 @begin
// mend: Bt_BLOCK_THREADS before the return, or leave the decision until after the block
#include "gallery.h"

static int prepare(void)
{
    return -1;
}

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(argument))
{
    Bt_BEGIN_ALLOW_THREADS  // @begin
    if (prepare() < 0) {
        return Bt_None;  // @leave
    }
    Bt_END_ALLOW_THREADS
    Bt_RETURN_NONE;
}

GALLERY_MODULE(r4_return)
