// gallery: correct
// title: native work in a block, the object made after it
#include "gallery.h"

static long sum(long from, long to) BT_ANY_STATE;

static long sum(long from, long to)
{
    return (to - from) * (to + from - 1) / 2;
}

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(argument))
{
    long result;
    Bt_BEGIN_ALLOW_THREADS
    result = sum(1, 1000);
    Bt_END_ALLOW_THREADS
    return BtLong_FromLong(result);
}

GALLERY_MODULE(plain_block)
