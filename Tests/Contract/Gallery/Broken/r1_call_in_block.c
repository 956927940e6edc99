// gallery: R1
// title: an API call inside a block
// page: yes
// strict:  R1 @call
// relaxed: R1 @call
// gcc:     R1 @call
// run:     R1 @call
// mend: make the object after the block, from the native number that the block computed
#include "gallery.h"

static long sum(long from, long to)
{
    return (to - from) * (to + from - 1) / 2;
}

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(argument))
{
    BtObject *result;
    Bt_BEGIN_ALLOW_THREADS
    result = BtLong_FromLong(sum(1, 1000));  // @call
    Bt_END_ALLOW_THREADS
    return result;
}

GALLERY_MODULE(r1_call_in_block)
