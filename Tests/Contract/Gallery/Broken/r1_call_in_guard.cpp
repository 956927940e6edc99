// gallery: R1
// title: an API call in the scope of a C++ guard
// strict:  R1 @call
// relaxed: R1 @call
// gcc:     -
// run:     R1 @call
// mend: make the object after the scope of the guard, from the native number
#include <baton.hpp>

#include "gallery.h"

static BT_METHOD(run, O);

static BtObject *run(BtObject *, BtObject *)
{
    bt::allow_threads block;
    return BtLong_FromLong(1000000);  // @call
}

GALLERY_MODULE(r1_call_in_guard)
