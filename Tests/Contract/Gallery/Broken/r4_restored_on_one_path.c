// gallery: R4
// title: a restore on one path only
// strict:  R4 @end
// relaxed: R4 @end
// gcc:     -
// run:     R4 @save
// mend: restore on both paths, or behind the if
#include "gallery.h"

static volatile int status = -1;

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(argument))
{
    BtThreadState *state = BtEval_SaveThread();  // @save
    if (status == 0) {
        BtEval_RestoreThread(state);
    }
    return Bt_None;  // @end
}

GALLERY_MODULE(r4_restored_on_one_path)
