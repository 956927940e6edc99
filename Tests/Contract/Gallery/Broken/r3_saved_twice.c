// gallery: R3
// title: two saves in a row
// strict:  R3 @twice
// relaxed: R3 @twice
// gcc:     -
// run:     R3 @twice
// mend: the second save has nothing to save: leave it out
#include "gallery.h"

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(argument))
{
    BtThreadState *state = BtEval_SaveThread();
    BtThreadState *second = BtEval_SaveThread();  // @twice
    BtEval_RestoreThread(second != NULL ? second : state);
    Bt_RETURN_NONE;
}

GALLERY_MODULE(r3_saved_twice)
