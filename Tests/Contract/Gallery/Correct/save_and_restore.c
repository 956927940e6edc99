// gallery: correct
// title: save and restore written out, on two paths
#include "gallery.h"

static volatile int status = -1;

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(argument))
{
    BtThreadState *state = BtEval_SaveThread();
    if (status < 0) {
        BtEval_RestoreThread(state);
        return BtUnicode_FromString("no data");
    }
    BtEval_RestoreThread(state);
    Bt_RETURN_NONE;
}

GALLERY_MODULE(save_and_restore)
