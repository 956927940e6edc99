// gallery: R1
// title: a helper that is marked BT_ATTACHED, called from a block
// strict:  R1 @call
// relaxed: R1 @call
// gcc:     -
// run:     R1 @helper
// mend: call the helper before the block
#include "gallery.h"

static Bt_ssize_t length_of(BtObject *list) BT_ATTACHED;

static Bt_ssize_t length_of(BtObject *list)
{
    return BtList_Size(list);  // @helper
}

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *argument)
{
    Bt_ssize_t length;
    Bt_BEGIN_ALLOW_THREADS
    length = length_of(argument);  // @call
    Bt_END_ALLOW_THREADS
    return BtLong_FromSsize_t(length);
}

GALLERY_MODULE(r1_marked_helper_in_block)
