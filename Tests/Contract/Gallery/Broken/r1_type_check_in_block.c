// gallery: R1
// title: a type check, a macro that reads the object, inside a block
// strict:  R1 @check
// relaxed: R1 @check
// gcc:     R1 @check
// run:     -
// mend: check before the block and keep the answer in an int
#include "gallery.h"

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *argument)
{
    int is_list;
    Bt_BEGIN_ALLOW_THREADS
    is_list = BtList_Check(argument);  // @check
    Bt_END_ALLOW_THREADS
    return BtBool_FromLong(is_list);
}

GALLERY_MODULE(r1_type_check_in_block)
