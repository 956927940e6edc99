// gallery: R5
// title: a native thread that releases what it never ensured
// strict:  R5 @release
// relaxed: R5 @release
// gcc:     -
// run:     R5 @release
// mend: BtGILState_Ensure at the beginning of the thread
#include "gallery.h"
#include <pthread.h>

static void *work(void *data)
{
    *(int *)data += 1;
    BtGILState_Release(BtGILState_UNLOCKED);  // @release
    return NULL;
}

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(argument))
{
    pthread_t thread;
    int steps = 0;
    Bt_BEGIN_ALLOW_THREADS
    if (pthread_create(&thread, NULL, work, &steps) == 0) {
        pthread_join(thread, NULL);
    }
    Bt_END_ALLOW_THREADS
    return BtLong_FromLong(steps);
}

GALLERY_MODULE(r5_release_without_ensure)
