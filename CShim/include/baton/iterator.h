/// @file iterator.h
/// Iteration: asking for an iterator, and stepping it.
#ifndef BATON_ITERATOR_H
#define BATON_ITERATOR_H

#include "refcount.h"
#include "type.h"

BT_BEGIN_DECLS

BT_DATA BtTypeObject BtSeqIter_Type;
BT_DATA BtTypeObject BtCallIter_Type;
BT_DATA BtTypeObject BtEnum_Type;
BT_DATA BtTypeObject BtReversed_Type;
BT_DATA BtTypeObject BtZip_Type;
BT_DATA BtTypeObject BtMap_Type;
BT_DATA BtTypeObject BtFilter_Type;
BT_DATA BtTypeObject BtGen_Type;

/// Say whether `object` is a generator. Mirrors: PyGen_Check.
#define BtGen_Check(object) BtObject_TypeCheck((object), &BtGen_Type)
/// Say whether the type of `object` is exactly that of generators. Mirrors: PyGen_CheckExact.
#define BtGen_CheckExact(object) Bt_IS_TYPE((object), &BtGen_Type)
#define BtSeqIter_Check(object) Bt_IS_TYPE((object), &BtSeqIter_Type)
#define BtCallIter_Check(object) Bt_IS_TYPE((object), &BtCallIter_Type)

/// Return an iterator over `object`, which is `object` itself if it is one.
///
/// Ownership: the result is new.
/// Errors:    NULL with TypeError set: not iterable.
/// Mirrors:   PyObject_GetIter.
BT_API BtObject *BtObject_GetIter(BtObject *object) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);

/// Say whether BtIter_Next can be called with `object`. Mirrors: PyIter_Check.
BT_API int BtIter_Check(BtObject *object) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);

/// Say whether `object` is an asynchronous iterator. Mirrors: PyAIter_Check.
BT_API int BtAIter_Check(BtObject *object) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);

/// Take the next item.
///
/// Ownership: `*item` becomes a new reference, or NULL.
/// Errors:    1: an item; 0: exhausted, no exception; -1 with an exception set.
/// Mirrors:   PyIter_NextItem.
BT_API int BtIter_NextItem(BtObject *iterator, BtObject **item) BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);

/// Take the next item.
///
/// Ownership: the result is new.
/// Errors:    NULL without an exception: exhausted; NULL with one: the iterator failed.
/// Mirrors:   PyIter_Next.
BT_API BtObject *BtIter_Next(BtObject *iterator) BT_ATTACHED BT_NEW_REF BT_ERR(occurred) BT_SAFETY(shared);

/// What BtIter_Send gives. Mirrors: PySendResult.
typedef enum {
    BTGEN_RETURN = 0,
    BTGEN_ERROR = -1,
    BTGEN_NEXT = 1,
} BtSendResult;

/// Send a value into an iterator.
///
/// Ownership: `*result` becomes a new reference: what was yielded or returned, NULL on an error.
/// Errors:    BTGEN_ERROR with an exception set.
/// Mirrors:   PyIter_Send.
BT_API BtSendResult BtIter_Send(BtObject *iterator, BtObject *value, BtObject **result)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);

/// Make an iterator over anything with sq_item, which ends at IndexError.
///
/// Ownership: `sequence` is borrowed and a reference is kept; the result is new.
/// Errors:    NULL with SystemError set: not a sequence; or MemoryError.
/// Mirrors:   PySeqIter_New.
BT_API BtObject *BtSeqIter_New(BtObject *sequence) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Make an iterator that calls `callable` until it returns what equals `sentinel`.
///
/// Ownership: the arguments are borrowed and references are kept; the result is new.
/// Errors:    NULL with MemoryError set.
/// Mirrors:   PyCallIter_New.
BT_API BtObject *BtCallIter_New(BtObject *callable, BtObject *sentinel)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

BT_END_DECLS

#endif
