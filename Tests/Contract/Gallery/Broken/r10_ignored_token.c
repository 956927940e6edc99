// gallery: R10
// title: a thread that may come after the end, and does not look whether it is attached
// page: yes
// strict:  R10 @attach
// relaxed: R10 @attach
// gcc:     R10 @attach
// run:     no, because it would have to meet the end of the runtime
// mend: keep the token, end the thread's work if it is NULL, and release it
#include "gallery.h"
#include <pthread.h>

static BtInterpreterView *view;

static void *append(void *list)
{
    BtThreadState_EnsureFromView(view);  // @attach
    (void)BtList_Append((BtObject *)list, Bt_None);
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

GALLERY_MODULE(r10_ignored_token)
