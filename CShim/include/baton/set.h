/// @file set.h
/// set and frozenset: distinct hashable objects in no order.
///
/// Items are hashed and compared, which may run any code (R6). In the free-threaded mode every function here locks the
/// set.
#ifndef BATON_SET_H
#define BATON_SET_H

#include "refcount.h"
#include "type.h"

BT_BEGIN_DECLS

typedef struct BtSetEntry_ {
    BtObject *key BT_GUARDED;  ///< NULL: never used; the dummy: removed
    Bt_hash_t hash BT_GUARDED;
} BtSetEntry_;

#define BT_SET_MINSIZE_ 8

/// guarded by: the set's critical section.
typedef struct BtSetObject {
    BtObject ob_base;
    Bt_ssize_t fill BT_GUARDED;  ///< places that are in use or were
    Bt_ssize_t used BT_GUARDED;  ///< number of items
    Bt_ssize_t mask BT_GUARDED;  ///< places less one; places are a power of two
    BtSetEntry_ *table BT_GUARDED;
    Bt_hash_t hash BT_GUARDED;  ///< of a frozenset; -1 while not computed
    Bt_ssize_t finger BT_GUARDED;  ///< where pop looks first
    BtSetEntry_ smalltable[BT_SET_MINSIZE_];
    BtObject *weakreflist BT_GUARDED;
} BtSetObject;

BT_DATA BtTypeObject BtSet_Type;
BT_DATA BtTypeObject BtFrozenSet_Type;
BT_DATA BtTypeObject BtSetIter_Type;

#define BtSet_Check(object) BtObject_TypeCheck((object), &BtSet_Type)
#define BtSet_CheckExact(object) Bt_IS_TYPE((object), &BtSet_Type)
#define BtFrozenSet_Check(object) BtObject_TypeCheck((object), &BtFrozenSet_Type)
#define BtFrozenSet_CheckExact(object) Bt_IS_TYPE((object), &BtFrozenSet_Type)
/// Say whether `object` is a set or a frozenset, or of a subtype. Mirrors: PyAnySet_Check.
#define BtAnySet_Check(object) (BtSet_Check(object) || BtFrozenSet_Check(object))
#define BtAnySet_CheckExact(object) (BtSet_CheckExact(object) || BtFrozenSet_CheckExact(object))

/// Return the number of items of what is known to be a set. Mirrors: PySet_GET_SIZE.
BT_INLINE Bt_ssize_t BtSet_GET_SIZE_(BtObject *set)
    BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic)
{
    BT_TOUCH_(set)
    return BT_CAST(BtSetObject *, set)->used;
}
#define BtSet_GET_SIZE(set) BtSet_GET_SIZE_(BtObject_CAST_(set))

/// Make a set of the items of an iterable; NULL makes an empty one.
///
/// Ownership: `iterable` is borrowed; the result is new.
/// Errors:    NULL with TypeError set: not iterable, or an item has no hash; or what running it raised.
/// Mirrors:   PySet_New.
BT_API BtObject *BtSet_New(BtObject *iterable) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);

/// Make a frozenset; otherwise as BtSet_New. Mirrors: PyFrozenSet_New.
BT_API BtObject *BtFrozenSet_New(BtObject *iterable) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);

/// Return the number of items; -1 with SystemError set if `set` is no set. Mirrors: PySet_Size.
BT_API Bt_ssize_t BtSet_Size(BtObject *set) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);

/// Say whether `item` is in the set: 1, 0, or -1 with TypeError (no hash) or SystemError (no set) set.
/// Mirrors: PySet_Contains.
BT_API int BtSet_Contains(BtObject *set, BtObject *item) BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);

/// Add an item, also to a frozenset to which the caller has the only reference.
///
/// Ownership: `item` is borrowed and a reference is kept.
/// Errors:    -1 with TypeError (no hash), MemoryError or SystemError (no set, or a shared frozenset) set.
/// Mirrors:   PySet_Add.
BT_API int BtSet_Add(BtObject *set, BtObject *item) BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);

/// Remove an item: 1 if it was there, 0 if not, -1 with TypeError (no hash) or SystemError (not a set) set.
/// Mirrors: PySet_Discard.
BT_API int BtSet_Discard(BtObject *set, BtObject *item) BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);

/// Remove some item and return it.
///
/// Ownership: the result is new.
/// Errors:    NULL with KeyError (the set is empty) or SystemError (not a set) set.
/// Mirrors:   PySet_Pop.
BT_API BtObject *BtSet_Pop(BtObject *set) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Remove all items: 0, or -1 with SystemError set if `set` is no set. Mirrors: PySet_Clear.
BT_API int BtSet_Clear(BtObject *set) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);

/// Step through the items, as BtDict_Next does: 1, 0 at the end, -1 with SystemError set if `set` is no set.
///
/// Ownership: `*item` is borrowed from the set.
/// Mirrors:   _PySet_NextEntry.
BT_API int _BtSet_NextEntry(BtObject *set, Bt_ssize_t *position, BtObject **item, Bt_hash_t *hash)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(compatible);

/// Add all items of an iterable: 0, or -1 with an exception set. Mirrors: _PySet_Update.
BT_API int _BtSet_Update(BtObject *set, BtObject *iterable) BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);

BT_END_DECLS

#endif
