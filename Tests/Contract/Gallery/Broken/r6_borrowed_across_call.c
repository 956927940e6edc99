// gallery: R6
// title: a borrowed item used after a call that ran a script, which emptied the list
// strict:  -
// relaxed: -
// gcc:     -
// run:     R6 @use
// script: import NAME; items = [["only the list holds me"]]; NAME.run([items, items.clear])
// mend: BtList_GetItemRef: any call that may run code may change everything, as a block may
#include "gallery.h"

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *argument)
{
    BtObject *items = BtList_GetItem(argument, 0);
    BtObject *callable = BtList_GetItem(argument, 1);
    if (items == NULL || callable == NULL) {
        return NULL;
    }
    BtObject *item = BtList_GetItem(items, 0);
    if (item == NULL) {
        return NULL;
    }
    BtObject *result = BtObject_CallNoArgs(callable);
    if (result == NULL) {
        return NULL;
    }
    Bt_DECREF(result);
    return BtObject_Repr(item);  // @use
}

GALLERY_MODULE(r6_borrowed_across_call)
