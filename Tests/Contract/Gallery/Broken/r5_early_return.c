// gallery: R5
// title: a callback that returns on an error without detaching
// strict:  R5 @end
// relaxed: R5 @end
// gcc:     -
// run:     R5 @-
// mend: one way out, behind the release
#include "gallery.h"
#include <pthread.h>

static void *append(void *list)
{
    BtGILState_STATE state = BtGILState_Ensure();  // @ensure
    BtObject *item = BtList_GetItemRef((BtObject *)list, 99);
    if (item == NULL) {
        BtErr_Clear();
        return NULL;
    }
    Bt_DECREF(item);
    BtGILState_Release(state);
    return list;
}  // @end

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

GALLERY_MODULE(r5_early_return)
