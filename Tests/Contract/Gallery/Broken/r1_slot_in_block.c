// gallery: R1
// title: a call through a slot of a type inside a block
// strict:  R1 @slot
// relaxed: R1 @slot
// gcc:     -
// run:     R1 @-
// mend: call BtObject_Repr before the block
#include "gallery.h"

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *argument)
{
    BtObject *text;
    Bt_BEGIN_ALLOW_THREADS
    text = argument->ob_type->tp_repr(argument);  // @slot
    Bt_END_ALLOW_THREADS
    return text;
}

GALLERY_MODULE(r1_slot_in_block)
