// gallery: R4
// title: a C++ exception that leaves a block
// strict:  R4 @leave
// relaxed: R4 @leave
// gcc:     -
// run:     R4 @begin
// mend: catch it inside the block, keep what it says, and raise after the block
#include "gallery.h"
#include <stdexcept>

static volatile int status = -1;

static void work() BT_ATTACHED;

static void work()
{
    Bt_BEGIN_ALLOW_THREADS  // @begin
    if (status < 0) {
        throw std::runtime_error("no data");  // @leave
    }
    Bt_END_ALLOW_THREADS
}

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(argument))
{
    try {
        work();
    } catch (const std::runtime_error &) {
        return Bt_None;
    }
    Bt_RETURN_NONE;
}

GALLERY_MODULE(r4_throw)
