// gallery: R1
// title: a helper that touches objects, not marked, called from a block
// strict:  R1 @helper
// relaxed: -
// gcc:     -
// run:     R1 @helper
// mend: mark the helper BT_ATTACHED; then its call inside the block is reported as well
#include "gallery.h"

static Bt_ssize_t length_of(BtObject *list)
{
    return BtList_Size(list);  // @helper
}

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *argument)
{
    Bt_ssize_t length;
    Bt_BEGIN_ALLOW_THREADS
    length = length_of(argument);
    Bt_END_ALLOW_THREADS
    return BtLong_FromSsize_t(length);
}

GALLERY_MODULE(r1_unmarked_helper)
