// gallery: correct
// title: results that are dropped on purpose, and errors that are cleared
#include "gallery.h"

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *argument)
{
    (void)BtObject_Hash(argument);
    BtErr_Clear();
    if (BtList_Append(argument, Bt_None) < 0) {
        BtErr_Clear();
    }
    BtErr_SetString(BtExc_ValueError, "first");
    BtErr_Format(BtExc_ValueError, "second %d", 2);
    BtErr_Clear();
    Bt_RETURN_NONE;
}

GALLERY_MODULE(dropped_result)
