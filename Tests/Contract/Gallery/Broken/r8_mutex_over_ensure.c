// gallery: R8
// title: a native thread that attaches while it holds a mutex
// strict:  R8 @ensure
// relaxed: R8 @ensure
// gcc:     -
// run:     R8 @ensure
// mend: ensure first, or copy what is needed and unlock before it
#include "gallery.h"
#include <pthread.h>

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static long total;  // guarded by: mutex

static void *report(void *list)
{
    pthread_mutex_lock(&mutex);
    BtGILState_STATE state = BtGILState_Ensure();  // @ensure
    BtObject *number = BtLong_FromLong(++total);
    if (number == NULL || BtList_Append((BtObject *)list, number) < 0) {
        BtErr_Clear();
    }
    Bt_XDECREF(number);
    BtGILState_Release(state);
    pthread_mutex_unlock(&mutex);
    return NULL;
}

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *argument)
{
    pthread_t thread;
    Bt_BEGIN_ALLOW_THREADS
    if (pthread_create(&thread, NULL, report, argument) == 0) {
        pthread_join(thread, NULL);
    }
    Bt_END_ALLOW_THREADS
    Bt_RETURN_NONE;
}

GALLERY_MODULE(r8_mutex_over_ensure)
