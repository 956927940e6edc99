// gallery: R5
// title: an ensure for each round of a loop, one release behind it
// strict:  R5 @loop
// relaxed: R5 @loop
// gcc:     -
// run:     R5 @-
// mend: ensure before the loop
#include "gallery.h"
#include <pthread.h>

static void *append(void *list)
{
    BtGILState_STATE state = BtGILState_UNLOCKED;
    for (int i = 0; i < 3; i++) {  // @loop
        state = BtGILState_Ensure();  // @ensure
        (void)BtList_Append((BtObject *)list, Bt_None);
    }
    BtGILState_Release(state);
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

GALLERY_MODULE(r5_ensure_in_loop)
