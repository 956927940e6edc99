// gallery: R1
// title: a field that its author marked BT_GUARDED, read inside a block
// strict:  R1 @field
// relaxed: R1 @field
// gcc:     -
// run:     -
// mend: copy the field before the block
#include "gallery.h"

struct counter {
    long steps BT_GUARDED;
};

static struct counter shared;

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(argument))
{
    long steps;
    Bt_BEGIN_ALLOW_THREADS
    steps = shared.steps;  // @field
    Bt_END_ALLOW_THREADS
    return BtLong_FromLong(steps);
}

GALLERY_MODULE(r1_field_of_own_object)
