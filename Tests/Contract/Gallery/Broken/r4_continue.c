// gallery: R4
// title: continue from inside a block
// strict:  R4 @leave
// relaxed: R4 @leave
// gcc:     R4 @begin
// run:     R3 @begin
// mend: an else branch around the rest of the block
#include "gallery.h"

static volatile int limit = 2;

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(argument))
{
    int odd = 0;
    for (int i = 0; i < 4; i++) {
        Bt_BEGIN_ALLOW_THREADS  // @begin
        if (i % limit == 0) {
            continue;  // @leave
        }
        odd++;
        Bt_END_ALLOW_THREADS
    }
    return BtLong_FromLong(odd);
}

GALLERY_MODULE(r4_continue)
