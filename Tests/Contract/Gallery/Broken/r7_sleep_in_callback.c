// gallery: R7
// title: a native thread that sleeps between its ensure and its release
// strict:  R7 @wait
// relaxed: R7 @wait
// gcc:     -
// run:     -
// mend: release before the sleep, or a block around it
#include "gallery.h"
#include <pthread.h>
#include <unistd.h>

static void *work(void *list)  // @work
{
    BtGILState_STATE state = BtGILState_Ensure();
    if (BtList_Append((BtObject *)list, Bt_None) < 0) {
        BtErr_Clear();
    }
    usleep(30000);  // @wait
    BtGILState_Release(state);
    return NULL;
}

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *argument)
{
    pthread_t thread;
    Bt_BEGIN_ALLOW_THREADS
    if (pthread_create(&thread, NULL, work, argument) == 0) {
        pthread_join(thread, NULL);
    }
    Bt_END_ALLOW_THREADS
    Bt_RETURN_NONE;
}

GALLERY_MODULE(r7_sleep_in_callback)
