// gallery: R1
// title: an API call after BtGILState_Release has detached the thread
// strict:  R1 @call
// relaxed: -
// gcc:     -
// run:     R5 @call
// mend: release after the last call
#include "gallery.h"
#include <pthread.h>

static void *append(void *list)
{
    BtGILState_STATE state = BtGILState_Ensure();
    int status = BtList_Append((BtObject *)list, Bt_None);
    BtGILState_Release(state);
    if (status < 0) {
        return NULL;
    }
    return BtList_Reverse((BtObject *)list) == 0 ? list : NULL;  // @call
}

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *argument)
{
    pthread_t thread;
    Bt_BEGIN_ALLOW_THREADS
    if (pthread_create(&thread, NULL, append, argument) == 0) {
        pthread_join(thread, NULL);
    }
    Bt_END_ALLOW_THREADS
    Bt_RETURN_NONE;
}

GALLERY_MODULE(r1_call_after_release)
