/// @file slice.h
/// slice and range: how a part of a sequence is named, and a row of integers that is never stored.
#ifndef BATON_SLICE_H
#define BATON_SLICE_H

#include "refcount.h"
#include "type.h"

BT_BEGIN_DECLS

/// Never changes, so reading one needs no lock in either mode. None stands for what was left out.
typedef struct BtSliceObject {
    BtObject ob_base;
    BtObject *start BT_GUARDED;
    BtObject *stop BT_GUARDED;
    BtObject *step BT_GUARDED;
} BtSliceObject;

BT_DATA BtTypeObject BtSlice_Type;
BT_DATA BtTypeObject BtRange_Type;
BT_DATA BtTypeObject BtRangeIter_Type;
BT_DATA BtTypeObject BtLongRangeIter_Type;

/// Say whether `object` is a slice. Mirrors: PySlice_Check.
#define BtSlice_Check(object) Bt_IS_TYPE((object), &BtSlice_Type)
/// Say whether `object` is a range. Mirrors: PyRange_Check.
#define BtRange_Check(object) Bt_IS_TYPE((object), &BtRange_Type)

/// Make a slice; NULL stands for None.
///
/// Ownership: the arguments are borrowed and references are kept; the result is new.
/// Errors:    NULL with MemoryError set.
/// Mirrors:   PySlice_New.
BT_API BtObject *BtSlice_New(BtObject *start, BtObject *stop, BtObject *step)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Turn the parts of a slice into integers, clipped to the range of Bt_ssize_t; follow it by BtSlice_AdjustIndices
/// with the length of the sequence, looked up after this call (R6).
///
/// Errors:  -1 with TypeError (a part is no integer) or ValueError (the step is 0) set.
/// Threads: may run any code.
/// Mirrors: PySlice_Unpack.
BT_API int BtSlice_Unpack(BtObject *slice, Bt_ssize_t *start, Bt_ssize_t *stop, Bt_ssize_t *step)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);

/// Clip indices to a sequence of `length` items; return how many items the slice takes. Cannot fail, needs no object.
/// Mirrors: PySlice_AdjustIndices.
BT_API Bt_ssize_t BtSlice_AdjustIndices(Bt_ssize_t length, Bt_ssize_t *start, Bt_ssize_t *stop, Bt_ssize_t step)
    BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);

/// BtSlice_Unpack and BtSlice_AdjustIndices in one; `*count` becomes the number of items. Where the length may change
/// while the parts are read, call the two. Mirrors: PySlice_GetIndicesEx.
BT_API int BtSlice_GetIndicesEx(BtObject *slice, Bt_ssize_t length, Bt_ssize_t *start, Bt_ssize_t *stop,
    Bt_ssize_t *step, Bt_ssize_t *count) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);

/// An older form that takes an index out of range for an error: -1, perhaps without an exception. Use BtSlice_Unpack.
/// Mirrors: PySlice_GetIndices.
BT_API int BtSlice_GetIndices(BtObject *slice, Bt_ssize_t length, Bt_ssize_t *start, Bt_ssize_t *stop,
    Bt_ssize_t *step) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);

/// Turn an index of a slice into an integer clipped to the range of Bt_ssize_t; None leaves `*index` alone.
///
/// Errors:  0 with TypeError set: no integer; 1 otherwise.
/// Mirrors: _PyEval_SliceIndex.
BT_API int _BtEval_SliceIndex(BtObject *object, Bt_ssize_t *index) BT_ATTACHED BT_ERR(0) BT_SAFETY(atomic);
/// As _BtEval_SliceIndex, but None is an error. Mirrors: _PyEval_SliceIndexNotNone.
BT_API int _BtEval_SliceIndexNotNone(BtObject *object, Bt_ssize_t *index) BT_ATTACHED BT_ERR(0) BT_SAFETY(atomic);

BT_END_DECLS

#endif
