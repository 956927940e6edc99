// gallery: R9
// title: a result returned with an error set
// strict:  -
// relaxed: -
// gcc:     -
// run:     R9 @run
// mend: return NULL, or BtErr_Clear if the error does not matter
#include "gallery.h"

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *argument)  // @run
{
    long value = BtLong_AsLong(argument);
    return BtLong_FromLong(value < 0 ? 0 : value);
}

GALLERY_MODULE(r9_result_with_error)
