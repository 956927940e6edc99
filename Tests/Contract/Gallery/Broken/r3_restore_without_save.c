// gallery: R3
// title: a restore while attached
// strict:  R3 @restore
// relaxed: R3 @restore
// gcc:     -
// run:     R3 @restore
// mend: only what a save returned is restored
#include "gallery.h"

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(argument))
{
    BtEval_RestoreThread(BtThreadState_Get());  // @restore
    Bt_RETURN_NONE;
}

GALLERY_MODULE(r3_restore_without_save)
