// gallery: R5
// title: a native thread that attaches and ends without detaching
// page: yes
// strict:  R5 @end
// relaxed: R5 @end
// gcc:     -
// run:     R5 @-
// mend: BtGILState_Release(state) on every way out of the thread
#include "gallery.h"
#include <pthread.h>

static void *append(void *list)
{
    BtGILState_STATE state = BtGILState_Ensure();  // @ensure
    (void)BtList_Append((BtObject *)list, Bt_None);
    (void)state;
    return NULL;
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

GALLERY_MODULE(r5_not_released)
