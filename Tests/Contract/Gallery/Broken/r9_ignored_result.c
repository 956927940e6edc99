// gallery: R9
// title: the result of a call thrown away, its error and its reference with it
// strict:  R9 @ignored
// relaxed: R9 @ignored
// gcc:     -
// run:     R9 @run
// script: import NAME; NAME.run(1 .__add__)
// mend: look at the result: NULL is passed on, anything else is dropped by Bt_DECREF
#include "gallery.h"

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *argument)  // @run
{
    BtObject_CallNoArgs(argument);  // @ignored
    Bt_RETURN_NONE;
}

GALLERY_MODULE(r9_ignored_result)
