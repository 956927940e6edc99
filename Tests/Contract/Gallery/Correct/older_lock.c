// gallery: correct
// title: a lock of the older kind: tried attached, waited for in a block
#include "gallery.h"

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(argument))
{
    BtThread_type_lock lock = BtThread_allocate_lock();
    if (lock == NULL) {
        return BtErr_NoMemory();
    }
    if (!BtThread_acquire_lock(lock, NOWAIT_LOCK)) {
        Bt_BEGIN_ALLOW_THREADS
        BtThread_acquire_lock(lock, WAIT_LOCK);
        Bt_END_ALLOW_THREADS
    }
    BtThread_release_lock(lock);
    BtThread_free_lock(lock);
    Bt_RETURN_NONE;
}

GALLERY_MODULE(older_lock)
