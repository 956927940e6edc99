// gallery: R3
// title: one save, restored twice
// strict:  R3 @twice
// relaxed: R3 @twice
// gcc:     -
// run:     R3 @twice
// mend: each save is restored once, on each path
#include "gallery.h"

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(argument))
{
    BtThreadState *state = BtEval_SaveThread();
    BtEval_RestoreThread(state);
    BtEval_RestoreThread(state);  // @twice
    Bt_RETURN_NONE;
}

GALLERY_MODULE(r3_restored_twice)
