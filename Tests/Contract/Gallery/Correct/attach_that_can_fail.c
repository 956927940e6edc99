// gallery: correct
// title: a thread that looks whether it could attach, in the ways that authors write it
#include "gallery.h"
#include <pthread.h>

static BtInterpreterView *view;

static void append_number(BtObject *list, long value) BT_ATTACHED;

static void append_number(BtObject *list, long value)
{
    BtObject *number = BtLong_FromLong(value);
    if (number == NULL || BtList_Append(list, number) < 0) {
        BtErr_Clear();
    }
    Bt_XDECREF(number);
}

static void *compared(void *list)
{
    BtThreadStateToken *token = BtThreadState_EnsureFromView(view);
    if (token == NULL) {
        return NULL;
    }
    append_number((BtObject *)list, 1);
    BtThreadState_Release(token);
    return NULL;
}

static void *negated(void *list)
{
    BtThreadStateToken *token;
    if (!(token = BtThreadState_EnsureFromView(view))) {
        return NULL;
    }
    append_number((BtObject *)list, 2);
    BtThreadState_Release(token);
    return NULL;
}

static void *nested(void *list)
{
    BtThreadStateToken *token = BtThreadState_EnsureFromView(view);
    int attached = token != NULL;
    if (attached) {
        append_number((BtObject *)list, 3);
        BtThreadState_Release(token);
    }
    return NULL;
}

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *argument)
{
    void *(*const ways[])(void *) = {compared, negated, nested};
    view = BtInterpreterView_FromCurrent();
    if (view == NULL) {
        return NULL;
    }
    Bt_BEGIN_ALLOW_THREADS
    for (int i = 0; i < 3; i++) {
        pthread_t thread;
        if (pthread_create(&thread, NULL, ways[i], argument) == 0) {
            pthread_join(thread, NULL);
        }
    }
    Bt_END_ALLOW_THREADS
    BtInterpreterView_Close(view);
    Bt_RETURN_NONE;
}

GALLERY_MODULE(attach_that_can_fail)
