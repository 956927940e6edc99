/// @file list.h
/// list: a row of objects that changes.
///
/// In the free-threaded mode every function here locks the list (a critical section). A borrowed item is good only
/// while nobody can change the list (R6): BtList_GetItemRef gives a reference of your own.
#ifndef BATON_LIST_H
#define BATON_LIST_H

#include "refcount.h"
#include "type.h"

BT_BEGIN_DECLS

/// guarded by: the list's critical section.
typedef struct BtListObject {
    BtVarObject ob_base;
    BtObject **ob_item BT_GUARDED;    ///< NULL while nothing is allocated
    Bt_ssize_t allocated BT_GUARDED;  ///< places behind ob_item; -1 while the list is being sorted
} BtListObject;

BT_DATA BtTypeObject BtList_Type;
BT_DATA BtTypeObject BtListIter_Type;
BT_DATA BtTypeObject BtListRevIter_Type;

/// Say whether `object` is a list or of a subtype. Mirrors: PyList_Check.
#define BtList_Check(object) _bt_type_flag(BtObject_CAST_(object), BT_TPFLAGS_LIST_SUBCLASS)
/// Say whether `object` is exactly a list. Mirrors: PyList_CheckExact.
#define BtList_CheckExact(object) Bt_IS_TYPE((object), &BtList_Type)

/// Return the number of items of what is known to be a list. Mirrors: PyList_GET_SIZE.
BT_INLINE Bt_ssize_t BtList_GET_SIZE_(BtObject *list)
    BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic)
{
    BT_TOUCH_(list)
    return Bt_SIZE(list);
}
#define BtList_GET_SIZE(list) BtList_GET_SIZE_(BtObject_CAST_(list))

/// Return an item of what is known to be a list, borrowed, without any check. Mirrors: PyList_GET_ITEM.
BT_INLINE BtObject *BtList_GET_ITEM_(BtObject *list, Bt_ssize_t index)
    BT_ATTACHED BT_BORROWED_REF BT_ERR(none) BT_SAFETY(compatible)
{
    BT_TOUCH_(list)
    return BT_CAST(BtListObject *, list)->ob_item[index];
}
#define BtList_GET_ITEM(list, index) BtList_GET_ITEM_(BtObject_CAST_(list), (index))

/// Fill an empty place of a new list; takes over the reference to `item`, checks nothing and drops nothing.
/// Mirrors: PyList_SET_ITEM.
BT_INLINE void BtList_SET_ITEM_(BtObject *list, Bt_ssize_t index, BtObject *item)
    BT_ATTACHED BT_STEALS(item) BT_ERR(none) BT_SAFETY(distinct)
{
    BT_TOUCH_(list)
    BT_CAST(BtListObject *, list)->ob_item[index] = item;
}
#define BtList_SET_ITEM(list, index, item) BtList_SET_ITEM_(BtObject_CAST_(list), (index), BtObject_CAST_(item))

/// Make a list of `size` empty places; fill each with BtList_SET_ITEM before anyone else sees the list.
///
/// Ownership: the result is new.
/// Errors:    NULL with SystemError (`size` is negative) or MemoryError set.
/// Mirrors:   PyList_New.
BT_API BtObject *BtList_New(Bt_ssize_t size) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Return the number of items.
///
/// Errors:  -1 with SystemError set: not a list.
/// Mirrors: PyList_Size.
BT_API Bt_ssize_t BtList_Size(BtObject *list) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);

/// Return an item; a negative index is out of range. Prefer BtList_GetItemRef.
///
/// Ownership: the result is borrowed from the list.
/// Errors:    NULL with IndexError set, or SystemError: not a list.
/// Mirrors:   PyList_GetItem.
BT_API BtObject *BtList_GetItem(BtObject *list, Bt_ssize_t index)
    BT_ATTACHED BT_BORROWED_REF BT_ERR(NULL) BT_SAFETY(compatible);

/// Return a reference to an item; a negative index is out of range.
///
/// Ownership: the result is new.
/// Errors:    NULL with IndexError set, or TypeError: not a list.
/// Mirrors:   PyList_GetItemRef.
BT_API BtObject *BtList_GetItemRef(BtObject *list, Bt_ssize_t index)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Set an item; what was there is dropped. A negative index is out of range.
///
/// Ownership: takes over the reference to `item`, also when it fails.
/// Errors:    -1 with IndexError set, or SystemError: not a list.
/// Mirrors:   PyList_SetItem.
BT_API int BtList_SetItem(BtObject *list, Bt_ssize_t index, BtObject *item)
    BT_ATTACHED BT_STEALS(item) BT_ERR(-1) BT_SAFETY(atomic);

/// Insert an item before `index`, which counts from the end if negative and is clipped to the list.
///
/// Ownership: `item` is borrowed and a reference is kept.
/// Errors:    -1 with MemoryError or SystemError set; the list is unchanged.
/// Mirrors:   PyList_Insert.
BT_API int BtList_Insert(BtObject *list, Bt_ssize_t index, BtObject *item) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);

/// Append an item to a list.
///
/// Ownership: `item` is borrowed and a reference is kept.
/// Errors:    -1 with MemoryError or SystemError set; the list is unchanged.
/// Mirrors:   PyList_Append.
BT_API int BtList_Append(BtObject *list, BtObject *item) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);

/// Append all items of an iterable.
///
/// Ownership: `iterable` is borrowed.
/// Errors:    -1 with an exception set; what was appended before stays.
/// Threads:   may run any code, and switch (R6).
/// Mirrors:   PyList_Extend.
BT_API int BtList_Extend(BtObject *list, BtObject *iterable) BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);

/// Remove all items.
///
/// Errors:  -1 with SystemError set: not a list.
/// Mirrors: PyList_Clear.
BT_API int BtList_Clear(BtObject *list) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);

/// Make a list of the items from `low` up to but without `high`; both are clipped to the list.
///
/// Ownership: the result is new.
/// Errors:    NULL with MemoryError set, or SystemError: not a list.
/// Mirrors:   PyList_GetSlice.
BT_API BtObject *BtList_GetSlice(BtObject *list, Bt_ssize_t low, Bt_ssize_t high)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Replace the items from `low` up to but without `high` by those of an iterable; NULL removes them.
///
/// Ownership: `iterable` is borrowed.
/// Errors:    -1 with an exception set; the list is unchanged.
/// Mirrors:   PyList_SetSlice.
BT_API int BtList_SetSlice(BtObject *list, Bt_ssize_t low, Bt_ssize_t high, BtObject *iterable)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);

/// Sort the list in place, stably, by `<`.
///
/// Errors:  -1 with the exception of a comparison set (all items are still there, in some order), or ValueError: the
///          list was changed meanwhile, or SystemError: not a list.
/// Threads: may run any code, and switch; the list looks empty to others meanwhile.
/// Mirrors: PyList_Sort.
BT_API int BtList_Sort(BtObject *list) BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);

/// Reverse the order of the items in place.
///
/// Errors:  -1 with SystemError set: not a list.
/// Mirrors: PyList_Reverse.
BT_API int BtList_Reverse(BtObject *list) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);

/// Make a tuple of the items.
///
/// Ownership: the result is new.
/// Errors:    NULL with MemoryError set, or SystemError: not a list.
/// Mirrors:   PyList_AsTuple.
BT_API BtObject *BtList_AsTuple(BtObject *list) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Append all items of an iterable; return None. Mirrors: _PyList_Extend.
BT_API BtObject *_BtList_Extend(BtObject *list, BtObject *iterable)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);

BT_END_DECLS

#endif
