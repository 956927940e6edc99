// gallery: R3
// title: two C++ guards in one scope
// strict:  R3 @inner
// relaxed: R3 @inner
// gcc:     -
// run:     R3 @inner
// mend: one guard is enough: the lock is down until the end of its scope
#include <baton.hpp>

#include "gallery.h"

static BT_METHOD(run, O);

static BtObject *run(BtObject *, BtObject *)
{
    long total = 0;
    {
        bt::allow_threads outer;
        bt::allow_threads inner;  // @inner
        total += 1;
    }
    return BtLong_FromLong(total);
}

GALLERY_MODULE(r3_nested_guards)
