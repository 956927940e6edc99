// gallery: R5
// title: one ensure, released twice
// strict:  R5 @twice
// relaxed: R5 @twice
// gcc:     -
// run:     R5 @twice
// mend: release once on each path
#include "gallery.h"
#include <pthread.h>

static void *append(void *list)
{
    BtGILState_STATE state = BtGILState_Ensure();
    int status = BtList_Append((BtObject *)list, Bt_None);
    if (status < 0) {
        BtErr_Clear();
    }
    BtGILState_Release(state);
    BtGILState_Release(state);  // @twice
    return NULL;
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

GALLERY_MODULE(r5_released_twice)
