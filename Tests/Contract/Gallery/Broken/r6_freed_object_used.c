// gallery: R6
// title: a borrowed item used after the list has dropped it
// strict:  -
// relaxed: -
// gcc:     -
// run:     R6 @use
// mend: BtList_GetItemRef, and Bt_DECREF at the end
// script: import NAME; NAME.run([object()])
#include "gallery.h"

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *argument)
{
    BtObject *item = BtList_GetItem(argument, 0);
    if (item == NULL || BtList_SetSlice(argument, 0, 1, NULL) < 0) {
        return NULL;
    }
    int status = BtList_Append(argument, item);  // @use
    if (status < 0) {
        return NULL;
    }
    Bt_RETURN_NONE;
}

GALLERY_MODULE(r6_freed_object_used)
