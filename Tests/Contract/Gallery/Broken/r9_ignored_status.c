// gallery: R9
// title: a status that nobody looks at: the error stays set, and the call succeeds
// page: yes
// strict:  R9 @ignored
// relaxed: R9 @ignored
// gcc:     -
// run:     R9 @run
// script: import NAME; NAME.run(("not", "a", "list"))
// mend: return NULL when the call says -1
#include "gallery.h"

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *argument)  // @run
{
    BtList_Append(argument, Bt_None);  // @ignored
    Bt_RETURN_NONE;
}

GALLERY_MODULE(r9_ignored_status)
