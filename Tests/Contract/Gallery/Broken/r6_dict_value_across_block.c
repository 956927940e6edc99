// gallery: R6
// title: a borrowed value used after a block in which another thread replaced it
// strict:  -
// relaxed: -
// gcc:     -
// run:     R6 @use
// script: import NAME; NAME.run({})
// mend: BtDict_GetItemRef instead of BtDict_GetItemString, and Bt_DECREF at the end
#include "gallery.h"
#include <pthread.h>

static void *replace(void *dict)
{
    BtGILState_STATE state = BtGILState_Ensure();
    if (BtDict_SetItemString((BtObject *)dict, "key", Bt_None) < 0) {
        BtErr_Clear();
    }
    BtGILState_Release(state);
    return NULL;
}

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *argument)
{
    pthread_t thread;
    BtObject *text = BtUnicode_FromString("only the dict holds me");
    if (text == NULL || BtDict_SetItemString(argument, "key", text) < 0) {
        Bt_XDECREF(text);
        return NULL;
    }
    Bt_DECREF(text);
    BtObject *value = BtDict_GetItemString(argument, "key");
    Bt_BEGIN_ALLOW_THREADS
    if (pthread_create(&thread, NULL, replace, argument) == 0) {
        pthread_join(thread, NULL);
    }
    Bt_END_ALLOW_THREADS
    return BtObject_Repr(value);  // @use
}

GALLERY_MODULE(r6_dict_value_across_block)
