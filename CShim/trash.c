// Freeing deep structures without deep recursion: dead objects wait in a chain of their thread until the outermost
// deallocator ends. In C because the inline code of memory.h calls it, and because a dead object's count of other
// threads, which holds the link, may still be looked at by a weak reference elsewhere (_bt_try_incref): a link has no
// merge state in its low bits, which that look takes for dead.
#include "baton/host.h"

void _bt_trash_put_off(BtObject *object)
{
    // The link looks like references, which a collector must not take for such.
    object->ob_flags &= (uint8_t)~BT_FLAG_TRACKED;
    __atomic_store_n(&object->ob_ref_shared, (intptr_t)_bt_current.trash, __ATOMIC_RELAXED);
    _bt_current.trash = object;
}

void _bt_trash_free(void)
{
    // Deallocators below nest from 1, so that this loop runs once.
    _bt_current.dealloc_depth += 1;
    while (_bt_current.trash != NULL) {
        BtObject *object = _bt_current.trash;
        _bt_current.trash = (BtObject *)__atomic_load_n(&object->ob_ref_shared, __ATOMIC_RELAXED);
        __atomic_store_n(&object->ob_ref_shared, 0, __ATOMIC_RELAXED);
        object->ob_type->tp_dealloc(object);
    }
    _bt_current.dealloc_depth -= 1;
}
