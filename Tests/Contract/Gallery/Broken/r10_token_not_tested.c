// gallery: R10
// title: a token that is kept but never tested
// strict:  R10 @release
// relaxed: R10 @release
// gcc:     -
// run:     no, because it would have to meet the end of the runtime
// mend: if (token == NULL) { return NULL; }
#include "gallery.h"
#include <pthread.h>

static BtInterpreterView *view;

static void *append(void *list)
{
    BtThreadStateToken *token = BtThreadState_EnsureFromView(view);
    if (BtList_Append((BtObject *)list, Bt_None) < 0) {
        BtErr_Clear();
    }
    BtThreadState_Release(token);  // @release
    return NULL;
}

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *argument)
{
    pthread_t thread;
    view = BtInterpreterView_FromCurrent();
    if (view == NULL) {
        return NULL;
    }
    Bt_BEGIN_ALLOW_THREADS
    if (pthread_create(&thread, NULL, append, argument) == 0) {
        pthread_join(thread, NULL);
    }
    Bt_END_ALLOW_THREADS
    BtInterpreterView_Close(view);
    Bt_RETURN_NONE;
}

GALLERY_MODULE(r10_token_not_tested)
