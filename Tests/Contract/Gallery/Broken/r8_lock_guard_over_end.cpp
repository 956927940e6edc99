// gallery: R8
// title: a std::lock_guard that lives longer than the block
// strict:  -
// relaxed: -
// gcc:     -
// run:     R8 @end
// mend: let the guard live inside the block (the standard library's locks are not marked for clang)
#include "gallery.h"
#include <mutex>

static std::mutex mutex;
static long total;  // guarded by: mutex

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(argument))
{
    long seen;
    std::lock_guard<std::mutex> guard(mutex);
    Bt_BEGIN_ALLOW_THREADS
    seen = ++total;
    Bt_END_ALLOW_THREADS  // @end
    return BtLong_FromLong(seen);
}

GALLERY_MODULE(r8_lock_guard_over_end)
