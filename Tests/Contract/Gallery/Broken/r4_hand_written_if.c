// gallery: R4
// title: a save under a hand-written if
// strict:  R4 @if "Bt_BEGIN_ALLOW_THREADS_IF"
// relaxed: R4 @if "Bt_BEGIN_ALLOW_THREADS_IF"
// gcc:     -
// run:     -
// mend: Bt_BEGIN_ALLOW_THREADS_IF(size > 2048) and Bt_END_ALLOW_THREADS_IF: no checker can follow two ifs that must agree
#include "gallery.h"

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *argument)
{
    BtThreadState *state = NULL;
    Bt_ssize_t size = BtObject_Length(argument);
    if (size < 0) {
        return NULL;
    }
    if (size > 2048) {
        state = BtEval_SaveThread();
    }
    size *= 2;  // @if
    if (state != NULL) {
        BtEval_RestoreThread(state);
    }
    return BtLong_FromSsize_t(size);
}

GALLERY_MODULE(r4_hand_written_if)
