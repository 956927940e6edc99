// gallery: R1
// title: a native thread that calls the API without attaching
// strict:  R1 @call
// relaxed: -
// gcc:     -
// run:     R5 @call
// mend: BtGILState_Ensure before the call, BtGILState_Release after it
#include "gallery.h"
#include <pthread.h>

static void *append(void *list)
{
    (void)BtList_Append((BtObject *)list, Bt_None);  // @call
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

GALLERY_MODULE(r1_thread_not_attached)
