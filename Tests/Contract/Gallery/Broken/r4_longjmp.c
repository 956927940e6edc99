// gallery: R4
// title: longjmp out of a block
// strict:  R4 @leave
// relaxed: R4 @leave
// gcc:     -
// run:     R4 @begin
// mend: setjmp in a native function that the block calls, so that the jump ends in it
#include "gallery.h"
#include <setjmp.h>

static jmp_buf failed;

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(argument))
{
    if (setjmp(failed) != 0) {
        return Bt_None;
    }
    Bt_BEGIN_ALLOW_THREADS  // @begin
    longjmp(failed, 1);  // @leave
    Bt_END_ALLOW_THREADS
    Bt_RETURN_NONE;
}

GALLERY_MODULE(r4_longjmp)
