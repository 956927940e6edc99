/// @file late_drop.h
/// Dropping references and releasing buffers from any state, for owners whose lifetime the language ends: a C++ object or a
/// Swift value may go out of scope inside an allow-threads block.
///
/// What is dropped while detached is kept in a list, and dropped at the next safe point of any thread, or when a thread
/// attaches through `baton.hpp` or the Swift library. C code that writes its drops by hand needs none of this.
#ifndef BATON_LATE_DROP_H
#define BATON_LATE_DROP_H

#include "buffer.h"
#include "current.h"
#include "refcount.h"

BT_BEGIN_DECLS

/// The list of what waits to be dropped; NULL if nothing does. Guard: __atomic builtins.
BT_DATA struct BtLateDrop_ *_bt_late_drops;
BT_INLINE_ABI void _bt_drop_late(void) BT_ATTACHED;
BT_INLINE_ABI void _bt_drop_any_state(BtObject *object) BT_ANY_STATE;

/// Drop a reference in any state: at once while attached, which may run any code (R6), else later.
///
/// Ownership: the reference is taken over.
/// Errors:    cannot fail; detached and without memory for the list, the object is never freed.
/// Threads:   atomic; while attached it costs what Bt_DECREF does.
BT_INLINE void Bt_DECREF_ANY_STATE_(BtObject *object)
    BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic) BT_ASSUME_ATTACHED_FUNCTION
{
    uint16_t owner_ = __atomic_load_n(&object->ob_owner, __ATOMIC_RELAXED);
    if (BT_LIKELY(owner_ == _bt_current.number)) {  // no object has the number of a detached thread
        if (BT_UNLIKELY(--object->ob_ref_local == 0)) {
            _bt_decref_to_zero(object);
        }
    } else if (owner_ != BT_OWNER_IMMORTAL) {
        _bt_drop_any_state(object);
    }
}
#define Bt_DECREF_ANY_STATE(object) Bt_DECREF_ANY_STATE_(BtObject_CAST_(object))

/// Release a buffer in any state: at once while attached, else later; `view` need not live until then. A view whose `obj` is
/// NULL is fine.
///
/// Ownership: what `view` holds is taken over, and `view->obj` is NULL after.
/// Errors:    cannot fail; detached and without memory for the list, the buffer is never released.
BT_API void BtBuffer_ReleaseAnyState(Bt_buffer *view) BT_ANY_STATE BT_ERR(none) BT_SAFETY(distinct);

/// Drop what detached threads have dropped, which may run any code (R6). One load while there is nothing.
BT_INLINE void Bt_DropLate(void) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic)
{
    if (BT_UNLIKELY(__atomic_load_n(&_bt_late_drops, __ATOMIC_RELAXED) != NULL)) {
        _bt_drop_late();
    }
}

BT_END_DECLS

#endif
