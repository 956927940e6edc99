// gallery: R7
// title: waiting, attached, for a thread that wants to attach
// strict:  R7 @wait
// relaxed: -
// gcc:     -
// run:     no, because it would wait for ever
// mend: a block around the join: the other thread can attach only while this one is detached
#include "gallery.h"
#include <pthread.h>

static void *append(void *list)
{
    BtGILState_STATE state = BtGILState_Ensure();
    if (BtList_Append((BtObject *)list, Bt_None) < 0) {
        BtErr_Clear();
    }
    BtGILState_Release(state);
    return NULL;
}

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *argument)
{
    pthread_t thread;
    if (pthread_create(&thread, NULL, append, argument) == 0) {
        pthread_join(thread, NULL);  // @wait
    }
    Bt_RETURN_NONE;
}

GALLERY_MODULE(r7_join_attached)
