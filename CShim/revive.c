// A dead object alive again while its finalizer runs. In C, with the reference counts.
#include "baton/host.h"

void _bt_revive(BtObject *object)
{
    // Nobody else has a reference: the count starts over as this thread's.
    object->ob_ref_shared = 0;
    object->ob_owner = _bt_current.new_owner;
    object->ob_ref_local = 1;
}

int _bt_unrevive(BtObject *object)
{
    // Not dropped by Bt_DECREF, which would run the deallocator again.
    object->ob_ref_local -= 1;
    return object->ob_ref_local == 0 && __atomic_load_n(&object->ob_ref_shared, __ATOMIC_ACQUIRE) == 0;
}
