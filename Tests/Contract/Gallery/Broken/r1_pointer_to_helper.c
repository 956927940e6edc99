// gallery: R1
// title: a helper that is reached through a function pointer, called from a block
// strict:  -
// relaxed: -
// gcc:     -
// run:     R1 @helper
// mend: call through the pointer before the block: a pointer carries no mark
#include "gallery.h"

static Bt_ssize_t length_of(BtObject *list) BT_ATTACHED;

static Bt_ssize_t length_of(BtObject *list)
{
    return BtList_Size(list);  // @helper
}

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *argument)
{
    Bt_ssize_t (*volatile measure)(BtObject *) = length_of;
    Bt_ssize_t length;
    Bt_BEGIN_ALLOW_THREADS
    length = measure(argument);
    Bt_END_ALLOW_THREADS
    return BtLong_FromSsize_t(length);
}

GALLERY_MODULE(r1_pointer_to_helper)
