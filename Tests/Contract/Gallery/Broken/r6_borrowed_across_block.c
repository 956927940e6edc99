// gallery: R6
// title: a borrowed item used after a block in which another thread emptied the list
// page: yes
// strict:  -
// relaxed: -
// gcc:     -
// run:     R6 @use
// mend: BtList_GetItemRef before the block and Bt_DECREF at the end, or get the item anew after the block
#include "gallery.h"
#include <pthread.h>

static void *empty(void *list)
{
    BtGILState_STATE state = BtGILState_Ensure();
    if (BtList_SetSlice((BtObject *)list, 0, BT_SSIZE_T_MAX, NULL) < 0) {
        BtErr_Clear();
    }
    BtGILState_Release(state);
    return NULL;
}

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *argument)
{
    pthread_t thread;
    BtObject *text = BtUnicode_FromString("only the list holds me");
    if (text == NULL || BtList_Append(argument, text) < 0) {
        Bt_XDECREF(text);
        return NULL;
    }
    Bt_DECREF(text);
    BtObject *item = BtList_GetItem(argument, BtList_GET_SIZE(argument) - 1);
    Bt_BEGIN_ALLOW_THREADS
    if (pthread_create(&thread, NULL, empty, argument) == 0) {
        pthread_join(thread, NULL);
    }
    Bt_END_ALLOW_THREADS
    return BtObject_Repr(item);  // @use
}

GALLERY_MODULE(r6_borrowed_across_block)
