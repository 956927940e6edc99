// gallery: R4
// title: break out of a loop from inside a block
// strict:  R4 @leave
// relaxed: R4 @leave
// gcc:     R4 @begin
// run:     R4 @begin
// mend: note in a variable that the loop ends, and break after the block
#include "gallery.h"

static volatile int limit = 2;

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(argument))
{
    int rounds = 0;
    for (;;) {
        Bt_BEGIN_ALLOW_THREADS  // @begin
        if (++rounds == limit) {
            break;  // @leave
        }
        Bt_END_ALLOW_THREADS
    }
    return Bt_None;
}

GALLERY_MODULE(r4_break)
