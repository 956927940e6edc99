// gallery: correct
// title: a native library that calls back from within a block
#include "gallery.h"
#include <stdlib.h>

struct order {
    BtObject *list;  // held by the caller of run
    int failed;
};

/// Called by the library, detached.
static void visit(int value, void *data)
{
    struct order *order = data;
    BtGILState_STATE state = BtGILState_Ensure();
    BtObject *number = BtLong_FromLong(value);
    if (number == NULL || BtList_Append(order->list, number) < 0) {
        BtErr_Clear();
        order->failed = 1;
    }
    Bt_XDECREF(number);
    BtGILState_Release(state);
}

static void library_for_each(int count, void (*function)(int, void *), void *data)
{
    for (int i = 0; i < count; i++) {
        function(i, data);
    }
}

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *argument)
{
    struct order order = {argument, 0};
    Bt_BEGIN_ALLOW_THREADS
    library_for_each(4, visit, &order);
    Bt_END_ALLOW_THREADS
    if (order.failed) {
        return BtErr_NoMemory();
    }
    Bt_RETURN_NONE;
}

GALLERY_MODULE(callback_from_library)
