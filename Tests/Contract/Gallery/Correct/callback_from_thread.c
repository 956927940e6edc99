// gallery: correct
// title: a native thread that attaches to call back
#include "gallery.h"
#include <pthread.h>

static void *append(void *list)
{
    BtGILState_STATE state = BtGILState_Ensure();
    BtObject *item = BtLong_FromLong(42);
    if (item == NULL || BtList_Append((BtObject *)list, item) < 0) {
        BtErr_Clear();
    }
    Bt_XDECREF(item);
    BtGILState_Release(state);
    return NULL;
}

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *argument)
{
    pthread_t threads[3];
    int started = 0;
    Bt_BEGIN_ALLOW_THREADS
    while (started < 3 && pthread_create(&threads[started], NULL, append, argument) == 0) {
        started++;
    }
    for (int i = 0; i < started; i++) {
        pthread_join(threads[i], NULL);
    }
    Bt_END_ALLOW_THREADS
    return BtLong_FromSsize_t(BtList_GET_SIZE(argument));
}

GALLERY_MODULE(callback_from_thread)
