/// @file tuple.h
/// tuple: an immutable row of objects.
///
/// A tuple that nobody else has seen yet is filled with BtTuple_SET_ITEM; after that it never changes, so reading one
/// needs no lock in either mode.
#ifndef BATON_TUPLE_H
#define BATON_TUPLE_H

#include "refcount.h"
#include "type.h"

BT_BEGIN_DECLS

/// The items follow the head. All of them are set before the tuple is shown to anyone.
typedef struct BtTupleObject {
    BtVarObject ob_base;
    BtObject *ob_item[1] BT_GUARDED;
} BtTupleObject;

BT_DATA BtTypeObject BtTuple_Type;
BT_DATA BtTypeObject BtTupleIter_Type;

/// Say whether `object` is a tuple or of a subtype. Mirrors: PyTuple_Check.
#define BtTuple_Check(object) _bt_type_flag(BtObject_CAST_(object), BT_TPFLAGS_TUPLE_SUBCLASS)
/// Say whether `object` is exactly a tuple. Mirrors: PyTuple_CheckExact.
#define BtTuple_CheckExact(object) Bt_IS_TYPE((object), &BtTuple_Type)

/// Return the array of items, borrowed, good while the tuple lives.
BT_INLINE BtObject **_bt_tuple_items(BtObject *tuple) BT_ATTACHED { BT_TOUCH_(tuple) return BT_CAST(BtTupleObject *, tuple)->ob_item; }

/// Return the number of items of what is known to be a tuple. Mirrors: PyTuple_GET_SIZE.
BT_INLINE Bt_ssize_t BtTuple_GET_SIZE_(BtObject *tuple)
    BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic)
{
    BT_TOUCH_(tuple)
    return Bt_SIZE(tuple);
}
#define BtTuple_GET_SIZE(tuple) BtTuple_GET_SIZE_(BtObject_CAST_(tuple))

/// Return an item of what is known to be a tuple, borrowed, without any check. Mirrors: PyTuple_GET_ITEM.
BT_INLINE BtObject *BtTuple_GET_ITEM_(BtObject *tuple, Bt_ssize_t index)
    BT_ATTACHED BT_BORROWED_REF BT_ERR(none) BT_SAFETY(atomic)
{
    BT_TOUCH_(tuple)
    return _bt_tuple_items(tuple)[index];
}
#define BtTuple_GET_ITEM(tuple, index) BtTuple_GET_ITEM_(BtObject_CAST_(tuple), (index))

/// Fill an empty place of a new tuple; takes over the reference to `item`, checks nothing and drops nothing.
/// Mirrors: PyTuple_SET_ITEM.
BT_INLINE void BtTuple_SET_ITEM_(BtObject *tuple, Bt_ssize_t index, BtObject *item)
    BT_ATTACHED BT_STEALS(item) BT_ERR(none) BT_SAFETY(distinct)
{
    BT_TOUCH_(tuple)
    _bt_tuple_items(tuple)[index] = item;
}
#define BtTuple_SET_ITEM(tuple, index, item) \
    BtTuple_SET_ITEM_(BtObject_CAST_(tuple), (index), BtObject_CAST_(item))

/// Make a tuple with room for `size` items, all of them empty.
///
/// Ownership: the result is new; fill every place with BtTuple_SET_ITEM before anyone else sees it.
/// Errors:    NULL with SystemError (`size` is negative) or MemoryError set.
/// Mirrors:   PyTuple_New.
BT_API BtObject *BtTuple_New(Bt_ssize_t size) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Return the number of items.
///
/// Errors:  -1 with SystemError set: not a tuple.
/// Mirrors: PyTuple_Size.
BT_API Bt_ssize_t BtTuple_Size(BtObject *tuple) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);

/// Return an item; a negative index is out of range.
///
/// Ownership: the result is borrowed from the tuple.
/// Errors:    NULL with IndexError set, or SystemError: not a tuple.
/// Mirrors:   PyTuple_GetItem.
BT_API BtObject *BtTuple_GetItem(BtObject *tuple, Bt_ssize_t index)
    BT_ATTACHED BT_BORROWED_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Set an item of a tuple to which the caller has the only reference; what was there is dropped.
///
/// Ownership: takes over the reference to `item`, also when it fails.
/// Errors:    -1 with IndexError set, or SystemError: not a tuple, or somebody else holds a reference.
/// Mirrors:   PyTuple_SetItem.
BT_API int BtTuple_SetItem(BtObject *tuple, Bt_ssize_t index, BtObject *item)
    BT_ATTACHED BT_STEALS(item) BT_ERR(-1) BT_SAFETY(incompatible);

/// Make a tuple of the items from `low` up to but without `high`; both are clipped to the tuple.
///
/// Ownership: the result is new.
/// Errors:    NULL with MemoryError set, or SystemError: not a tuple.
/// Mirrors:   PyTuple_GetSlice.
BT_API BtObject *BtTuple_GetSlice(BtObject *tuple, Bt_ssize_t low, Bt_ssize_t high)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Change the size of a tuple that only the caller knows; new places are empty.
///
/// Ownership: `*tuple` is replaced by a new reference to the resized tuple, which may be another object.
/// Errors:    -1 with MemoryError or SystemError set; `*tuple` is dropped and set to NULL.
/// Mirrors:   _PyTuple_Resize.
BT_API int _BtTuple_Resize(BtObject **tuple, Bt_ssize_t size) BT_ATTACHED BT_ERR(-1) BT_SAFETY(incompatible);

/// Make a tuple of `count` objects from an array.
///
/// Ownership: the items are borrowed and references are kept; the result is new.
/// Errors:    NULL with MemoryError set.
/// Mirrors:   PyTuple_FromArray (3.15).
BT_API BtObject *BtTuple_FromArray(BtObject *const *items, Bt_ssize_t count)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

BT_END_DECLS

#endif
