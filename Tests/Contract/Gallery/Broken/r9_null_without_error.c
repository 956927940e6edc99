// gallery: R9
// title: NULL returned, and no error set
// strict:  -
// relaxed: -
// gcc:     -
// run:     R9 @run
// mend: set an error before returning NULL
#include "gallery.h"

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *argument)  // @run
{
    if (argument != Bt_None) {
        return NULL;
    }
    Bt_RETURN_NONE;
}

GALLERY_MODULE(r9_null_without_error)
