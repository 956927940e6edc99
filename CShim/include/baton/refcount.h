/// @file refcount.h
/// References: taking, dropping and replacing them.
///
/// The common case, an object of this thread, is one compare and one add in the caller. An immortal object costs a
/// second compare. Everything else is out of line: objects of other threads, a count that would wrap (the object
/// becomes immortal), and a thread that is detached, which is reported with R2.
#ifndef BATON_REFCOUNT_H
#define BATON_REFCOUNT_H

#include "current.h"
#include "object.h"

BT_BEGIN_DECLS

BT_INLINE_ABI void _bt_incref_slow(BtObject *object) BT_ATTACHED;
BT_INLINE_ABI void _bt_decref_slow(BtObject *object) BT_ATTACHED;
BT_INLINE_ABI void _bt_decref_to_zero(BtObject *object) BT_ATTACHED;

/// Take a reference.
///
/// Errors:  cannot fail.
/// Threads: atomic.
/// Mirrors: Py_INCREF.
BT_INLINE void Bt_INCREF_(BtObject *object) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic)
{
    BT_TOUCH_(object)
    uint16_t owner_ = __atomic_load_n(&object->ob_owner, __ATOMIC_RELAXED);
    if (BT_LIKELY(owner_ == _bt_current.number)) {
        uint32_t count_;
        if (BT_LIKELY(!__builtin_add_overflow(object->ob_ref_local, 1u, &count_))) {
            object->ob_ref_local = count_;
            return;
        }
    } else if (owner_ == BT_OWNER_IMMORTAL) {
        return;
    }
    _bt_incref_slow(object);
}
#define Bt_INCREF(object) Bt_INCREF_(BtObject_CAST_(object))

/// Drop a reference; the last one frees the object, which may run any code (R6).
///
/// Errors:  cannot fail; an error in a finalizer is reported as unraisable.
/// Threads: atomic.
/// Mirrors: Py_DECREF.
BT_INLINE void Bt_DECREF_(BtObject *object) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic)
{
    BT_TOUCH_(object)
    uint16_t owner_ = __atomic_load_n(&object->ob_owner, __ATOMIC_RELAXED);
    if (BT_LIKELY(owner_ == _bt_current.number)) {
        if (BT_UNLIKELY(--object->ob_ref_local == 0)) {
            _bt_decref_to_zero(object);
        }
    } else if (owner_ != BT_OWNER_IMMORTAL) {
        _bt_decref_slow(object);
    }
}
#define Bt_DECREF(object) Bt_DECREF_(BtObject_CAST_(object))

/// Take a reference if `object` is not NULL. Mirrors: Py_XINCREF.
BT_INLINE void Bt_XINCREF_(BtObject *object) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic)
{
    if (object != NULL) {
        Bt_INCREF_(object);
    }
}
#define Bt_XINCREF(object) Bt_XINCREF_(BtObject_CAST_(object))

/// Drop a reference if `object` is not NULL. Mirrors: Py_XDECREF.
BT_INLINE void Bt_XDECREF_(BtObject *object) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic)
{
    if (object != NULL) {
        Bt_DECREF_(object);
    }
}
#define Bt_XDECREF(object) Bt_XDECREF_(BtObject_CAST_(object))

/// Take a reference and return it. Mirrors: Py_NewRef.
BT_INLINE BtObject *Bt_NewRef_(BtObject *object) BT_ATTACHED BT_NEW_REF BT_ERR(none) BT_SAFETY(atomic)
{
    Bt_INCREF_(object);
    return object;
}
#define Bt_NewRef(object) Bt_NewRef_(BtObject_CAST_(object))

/// Take a reference and return it; NULL gives NULL. Mirrors: Py_XNewRef.
BT_INLINE BtObject *Bt_XNewRef_(BtObject *object) BT_ATTACHED BT_NEW_REF BT_ERR(none) BT_SAFETY(atomic)
{
    Bt_XINCREF_(object);
    return object;
}
#define Bt_XNewRef(object) Bt_XNewRef_(BtObject_CAST_(object))

/// Set a variable or field to NULL, then drop the reference that it held. Mirrors: Py_CLEAR.
#define Bt_CLEAR(variable)                                      \
    do {                                                        \
        BtObject **slot_ = BT_CAST(BtObject **, &(variable));   \
        BtObject *old_ = *slot_;                                \
        if (old_ != NULL) {                                     \
            *slot_ = NULL;                                      \
            Bt_DECREF_(old_);                                   \
        }                                                       \
    } while (0)

/// Store `value` (its reference is taken over) in a variable or field, then drop the reference that it held.
/// Mirrors: Py_SETREF.
#define Bt_SETREF(variable, value)                              \
    do {                                                        \
        BtObject **slot_ = BT_CAST(BtObject **, &(variable));   \
        BtObject *old_ = *slot_;                                \
        *slot_ = BtObject_CAST_(value);                         \
        Bt_DECREF_(old_);                                       \
    } while (0)

/// Like Bt_SETREF where the variable may hold NULL. Mirrors: Py_XSETREF.
#define Bt_XSETREF(variable, value)                             \
    do {                                                        \
        BtObject **slot_ = BT_CAST(BtObject **, &(variable));   \
        BtObject *old_ = *slot_;                                \
        *slot_ = BtObject_CAST_(value);                         \
        Bt_XDECREF_(old_);                                      \
    } while (0)

/// Take a reference if `object` is not NULL, as a function. Mirrors: Py_IncRef.
BT_API void Bt_IncRef(BtObject *object) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);
/// Drop a reference if `object` is not NULL, as a function. Mirrors: Py_DecRef.
BT_API void Bt_DecRef(BtObject *object) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);

/// Return the number of references, as far as it is known: for messages and tests. An immortal object gives a very
/// large number. Mirrors: Py_REFCNT.
BT_API Bt_ssize_t Bt_REFCNT_(BtObject *object) BT_ATTACHED BT_ERR(none) BT_SAFETY(compatible);
#define Bt_REFCNT(object) Bt_REFCNT_(BtObject_CAST_(object))
/// Set the number of references of an object that no other thread can reach, for a deallocator whose object lives on for a
/// while. An immortal object stays as it is. Mirrors: Py_SET_REFCNT.
BT_API void Bt_SET_REFCNT_(BtObject *object, Bt_ssize_t count) BT_ATTACHED BT_ERR(none) BT_SAFETY(distinct);
#define Bt_SET_REFCNT(object, count) Bt_SET_REFCNT_(BtObject_CAST_(object), (count))
/// Say whether the caller's reference is the only one, so that the object may be changed in place.
/// Mirrors: PyUnstable_Object_IsUniquelyReferenced.
BT_API int BtUnstable_Object_IsUniquelyReferenced(BtObject *object) BT_ATTACHED BT_ERR(none) BT_SAFETY(compatible);

/// Give the head of fresh memory its type and one reference, owned by this thread. No reference to `type` is taken.
BT_INLINE void _bt_object_init_head(BtObject *object, BtTypeObject *type) BT_ATTACHED
{
    object->ob_ref_local = 1;
    object->ob_owner = _bt_current.new_owner;
    object->ob_mutex = 0;
    object->ob_flags = 0;
    object->ob_ref_shared = 0;
    object->ob_type = type;
}

/// Make an object immortal: it is never written to again by counting, and never freed.
BT_API void _bt_make_immortal(BtObject *object) BT_ATTACHED;

BT_END_DECLS

#endif
