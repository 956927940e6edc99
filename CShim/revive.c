// A dead object alive again while its finalizer runs. In C, with the reference counts.
#include "baton/host.h"
#include "lock_state.h"

void _bt_revive(BtObject *object)
{
    // Nobody else has a reference: the count starts over as this thread's.
    object->ob_ref_shared = 0;
    object->ob_owner = _bt_current.new_owner;
    object->ob_ref_local = 1;
    // Weak references to it may be left.
    if (_bt_current.free_threaded) {
        _bt_weakly_referenced(object);
    }
}

int _bt_unrevive(BtObject *object)
{
    // Not dropped by Bt_DECREF, which would run the deallocator again.
    object->ob_ref_local -= 1;
    if (object->ob_ref_local != 0) {
        return 0;
    }
    return __atomic_load_n(&object->ob_ref_shared, __ATOMIC_ACQUIRE) == 0 || _bt_merge_counts(object, 0);
}
