// gallery: R9
// title: an error set inside a block
// strict:  R9 @set
// relaxed: R9 @set
// gcc:     R9 @set
// run:     R1 @set
// mend: note what went wrong in a native variable, and set the error after the block
#include "gallery.h"

static volatile int status = -1;

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(argument))
{
    int seen;
    Bt_BEGIN_ALLOW_THREADS
    seen = status;
    if (seen < 0) {
        BtErr_SetString(BtExc_ValueError, "no data");  // @set
    }
    Bt_END_ALLOW_THREADS
    if (seen < 0) {
        return NULL;
    }
    Bt_RETURN_NONE;
}

GALLERY_MODULE(r9_error_set_in_block)
