/// @file weakref.h
/// Weak references: an object that does not keep another alive, and is told when that dies.
///
/// A type takes part by a field for the list of references to an object (`tp_weaklistoffset`, or a member
/// `__weaklistoffset__` of a spec) that its tp_dealloc hands to BtObject_ClearWeakRefs before other fields go. Classes
/// of scripts have one, unless `__slots__` leaves it out.
#ifndef BATON_WEAKREF_H
#define BATON_WEAKREF_H

#include "method.h"
#include "mutex.h"
#include "type.h"

BT_BEGIN_DECLS

/// A weak reference or a proxy. Read by the functions below; the fields are public as CPython's are.
///
/// Guard of all but `hash` and `vectorcall`: attached (the lock); in the free-threaded mode `*weakrefs_lock`.
typedef struct BtWeakReference {
    BtObject_HEAD
    BtObject *wr_object BT_GUARDED;    ///< borrowed; None once the object has died
    BtObject *wr_callback BT_GUARDED;  ///< owned; NULL without one, and after it was called
    Bt_hash_t hash BT_GUARDED;         ///< of the object; -1 until it is asked for. Every thread computes the same one
    struct BtWeakReference *wr_prev BT_GUARDED;
    struct BtWeakReference *wr_next BT_GUARDED;
    vectorcallfunc vectorcall BT_GUARDED;
    BtMutex *weakrefs_lock;            ///< of the list; never changes
} BtWeakReference;

BT_DATA BtTypeObject _BtWeakref_RefType;
BT_DATA BtTypeObject _BtWeakref_ProxyType;
BT_DATA BtTypeObject _BtWeakref_CallableProxyType;

/// Say whether `object` is a weak reference, or of a subtype. Mirrors: PyWeakref_CheckRef.
#define BtWeakref_CheckRef(object) BtObject_TypeCheck((object), &_BtWeakref_RefType)
/// Say whether the type of `object` is exactly that of weak references. Mirrors: PyWeakref_CheckRefExact.
#define BtWeakref_CheckRefExact(object) Bt_IS_TYPE((object), &_BtWeakref_RefType)
/// Say whether `object` is a proxy. Mirrors: PyWeakref_CheckProxy.
#define BtWeakref_CheckProxy(object) \
    (Bt_IS_TYPE((object), &_BtWeakref_ProxyType) || Bt_IS_TYPE((object), &_BtWeakref_CallableProxyType))
/// Say whether `object` is a weak reference or a proxy. Mirrors: PyWeakref_Check.
#define BtWeakref_Check(object) (BtWeakref_CheckRef(object) || BtWeakref_CheckProxy(object))

/// Make a weak reference to `object`. `callback`, if neither NULL nor None, is called with the reference when the object
/// has died, unless the reference dies first. Those without a callback are one object for each `object`.
///
/// Errors:  NULL with TypeError (the type has no place for weak references) or MemoryError.
/// Threads: atomic.
/// Mirrors: PyWeakref_NewRef.
BT_API BtObject *BtWeakref_NewRef(BtObject *object, BtObject *callback)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Make a proxy: what is done with it is done with `object`, and raises ReferenceError once that has died.
/// `callback` as for BtWeakref_NewRef.
///
/// Errors:  NULL with TypeError or MemoryError.
/// Threads: atomic.
/// Mirrors: PyWeakref_NewProxy.
BT_API BtObject *BtWeakref_NewProxy(BtObject *object, BtObject *callback)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Take a reference to the object behind a weak reference or proxy: 1 and `*object` set to it, or 0 and NULL if it has
/// died. Prefer it to BtWeakref_GetObject.
///
/// Ownership: `*object` is a new reference.
/// Errors:    -1 with TypeError (`reference` is none) or SystemError (it is NULL); `*object` is NULL.
/// Threads:   atomic.
/// Mirrors:   PyWeakref_GetRef.
BT_API int BtWeakref_GetRef(BtObject *reference, BtObject **object) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);
/// Return the object behind a weak reference or proxy, borrowed; None if it has died. What nothing else holds may die at
/// any moment (R6).
///
/// Errors:  NULL with SystemError (`reference` is none).
/// Mirrors: PyWeakref_GetObject.
BT_API BtObject *BtWeakref_GetObject(BtObject *reference)
    BT_ATTACHED BT_BORROWED_REF BT_ERR(NULL) BT_SAFETY(compatible);
/// As BtWeakref_GetObject, of what is known to be a weak reference or proxy. Mirrors: PyWeakref_GET_OBJECT.
#define BtWeakref_GET_OBJECT(reference) BtWeakref_GetObject(BtObject_CAST_(reference))

/// Clear the weak references to `object`, in its tp_dealloc, before its fields go, and call their callbacks. Does nothing
/// if its type has no place for them. The exception that is set stays.
///
/// Errors:  cannot fail; what a callback raises is reported as unraisable.
/// Threads: atomic.
/// Mirrors: PyObject_ClearWeakRefs.
BT_API void BtObject_ClearWeakRefs(BtObject *object) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);

/// Say whether the type has a place for weak references. Mirrors: PyType_SUPPORTS_WEAKREFS.
BT_INLINE int BtType_SUPPORTS_WEAKREFS(BtTypeObject *type)
    BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic)
{
    return type->tp_weaklistoffset != 0;
}

BT_END_DECLS

#endif
