/// @file sequence.h
/// What every sequence does, whatever its type: the operations of tp_as_sequence.
///
/// All of them may run any code of the object (R6). Unless told otherwise an error is NULL or -1 with what the object
/// raised, or with TypeError: the type does not offer the operation. A NULL object is a SystemError.
#ifndef BATON_SEQUENCE_H
#define BATON_SEQUENCE_H

#include "list.h"
#include "tuple.h"

BT_BEGIN_DECLS

/// Say whether `object` has sq_item and is no dict. Mirrors: PySequence_Check.
BT_API int BtSequence_Check(BtObject *object) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);

/// Return the number of items. Mirrors: PySequence_Size.
BT_API Bt_ssize_t BtSequence_Size(BtObject *sequence) BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);
/// Return the number of items. Mirrors: PySequence_Length.
BT_API Bt_ssize_t BtSequence_Length(BtObject *sequence) BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);

/// Return `left + right`. Mirrors: PySequence_Concat.
BT_API BtObject *BtSequence_Concat(BtObject *left, BtObject *right)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);
/// Return `sequence * count`. Mirrors: PySequence_Repeat.
BT_API BtObject *BtSequence_Repeat(BtObject *sequence, Bt_ssize_t count)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);
/// Return `left += right`, which may be `left` itself. Mirrors: PySequence_InPlaceConcat.
BT_API BtObject *BtSequence_InPlaceConcat(BtObject *left, BtObject *right)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);
/// Return `sequence *= count`, which may be `sequence` itself. Mirrors: PySequence_InPlaceRepeat.
BT_API BtObject *BtSequence_InPlaceRepeat(BtObject *sequence, Bt_ssize_t count)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);

/// Return an item; a negative index counts from the end. Mirrors: PySequence_GetItem.
BT_API BtObject *BtSequence_GetItem(BtObject *sequence, Bt_ssize_t index)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);
/// Set an item; NULL deletes it. Mirrors: PySequence_SetItem.
BT_API int BtSequence_SetItem(BtObject *sequence, Bt_ssize_t index, BtObject *value)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);
/// Delete an item. Mirrors: PySequence_DelItem.
BT_API int BtSequence_DelItem(BtObject *sequence, Bt_ssize_t index) BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);
/// Return `sequence[low:high]`. Mirrors: PySequence_GetSlice.
BT_API BtObject *BtSequence_GetSlice(BtObject *sequence, Bt_ssize_t low, Bt_ssize_t high)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);
/// Do `sequence[low:high] = value`. Mirrors: PySequence_SetSlice.
BT_API int BtSequence_SetSlice(BtObject *sequence, Bt_ssize_t low, Bt_ssize_t high, BtObject *value)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);
/// Do `del sequence[low:high]`. Mirrors: PySequence_DelSlice.
BT_API int BtSequence_DelSlice(BtObject *sequence, Bt_ssize_t low, Bt_ssize_t high)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);

/// Return how many items equal `value`; any iterable will do. Mirrors: PySequence_Count.
BT_API Bt_ssize_t BtSequence_Count(BtObject *sequence, BtObject *value) BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);
/// Return 1 if an item equals `value`, 0 if none does; any iterable will do. Mirrors: PySequence_Contains.
BT_API int BtSequence_Contains(BtObject *sequence, BtObject *value) BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);
/// As BtSequence_Contains. Mirrors: PySequence_In.
BT_API int BtSequence_In(BtObject *sequence, BtObject *value) BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);
/// Return the first index at which an item equals `value`; -1 with ValueError set if none does.
/// Mirrors: PySequence_Index.
BT_API Bt_ssize_t BtSequence_Index(BtObject *sequence, BtObject *value) BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);

/// Make a list of the items of an iterable. Mirrors: PySequence_List.
BT_API BtObject *BtSequence_List(BtObject *iterable) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);
/// Make a tuple of the items of an iterable; a tuple is returned as it is. Mirrors: PySequence_Tuple.
BT_API BtObject *BtSequence_Tuple(BtObject *iterable) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);

/// Return a tuple or list as it is, and any other iterable as a list, for BtSequence_Fast_GET_ITEM and the like.
///
/// Ownership: the result is new.
/// Errors:    NULL with TypeError(`message`) set if `iterable` is none.
/// Mirrors:   PySequence_Fast.
BT_API BtObject *BtSequence_Fast(BtObject *iterable, const char *message)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);

/// Return the number of items of what BtSequence_Fast gave. Mirrors: PySequence_Fast_GET_SIZE.
#define BtSequence_Fast_GET_SIZE(sequence) Bt_SIZE(sequence)

/// Return the array of items, borrowed, of what BtSequence_Fast gave; good until a list changes (R6).
/// Mirrors: PySequence_Fast_ITEMS.
BT_INLINE BtObject **BtSequence_Fast_ITEMS_(BtObject *sequence)
    BT_ATTACHED BT_BORROWED_REF BT_ERR(none) BT_SAFETY(compatible)
{
    return BtList_Check(sequence) ? BT_CAST(BtListObject *, sequence)->ob_item : _bt_tuple_items(sequence);
}
#define BtSequence_Fast_ITEMS(sequence) BtSequence_Fast_ITEMS_(BtObject_CAST_(sequence))

/// Return an item, borrowed, of what BtSequence_Fast gave. Mirrors: PySequence_Fast_GET_ITEM.
#define BtSequence_Fast_GET_ITEM(sequence, index) (BtSequence_Fast_ITEMS(sequence)[index])

/// Return a new reference to an item of what is known to have sq_item, without any check. Mirrors: PySequence_ITEM.
BT_INLINE BtObject *BtSequence_ITEM_(BtObject *sequence, Bt_ssize_t index)
    BT_ATTACHED BT_NEW_REF BT_ERR(none) BT_SAFETY(compatible)
{
    return Bt_TYPE(sequence)->tp_as_sequence->sq_item(sequence, index);
}
#define BtSequence_ITEM(sequence, index) BtSequence_ITEM_(BtObject_CAST_(sequence), (index))

BT_END_DECLS

#endif
