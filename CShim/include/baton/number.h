/// @file number.h
/// The number protocol: arithmetic on any objects, and conversions to numbers.
#ifndef BATON_NUMBER_H
#define BATON_NUMBER_H

#include "type.h"

BT_BEGIN_DECLS

/// Say whether `object` is a number: it has __index__, __int__ or __float__. NULL is none. Mirrors: PyNumber_Check.
BT_API int BtNumber_Check(BtObject *object) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);
/// Say whether `object` has __index__. Mirrors: PyIndex_Check.
BT_API int BtIndex_Check(BtObject *object) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);

// Operators. The type of the right operand is asked first if it derives from that of the left one.
// Errors: NULL with TypeError if neither type knows the operation, or what the operation raises.

/// Return `left + right`. Mirrors: PyNumber_Add.
BT_API BtObject *BtNumber_Add(BtObject *left, BtObject *right)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Return `left - right`. Mirrors: PyNumber_Subtract.
BT_API BtObject *BtNumber_Subtract(BtObject *left, BtObject *right)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Return `left * right`. Mirrors: PyNumber_Multiply.
BT_API BtObject *BtNumber_Multiply(BtObject *left, BtObject *right)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Return `left @ right`. Mirrors: PyNumber_MatrixMultiply.
BT_API BtObject *BtNumber_MatrixMultiply(BtObject *left, BtObject *right)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Return `left // right`. Mirrors: PyNumber_FloorDivide.
BT_API BtObject *BtNumber_FloorDivide(BtObject *left, BtObject *right)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Return `left / right`. Mirrors: PyNumber_TrueDivide.
BT_API BtObject *BtNumber_TrueDivide(BtObject *left, BtObject *right)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Return `left % right`. Mirrors: PyNumber_Remainder.
BT_API BtObject *BtNumber_Remainder(BtObject *left, BtObject *right)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Return `divmod(left, right)`. Mirrors: PyNumber_Divmod.
BT_API BtObject *BtNumber_Divmod(BtObject *left, BtObject *right)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Return `pow(base, exponent, modulus)`; `modulus` is Bt_None where none is meant. Mirrors: PyNumber_Power.
BT_API BtObject *BtNumber_Power(BtObject *base, BtObject *exponent, BtObject *modulus)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Return `-object`. Mirrors: PyNumber_Negative.
BT_API BtObject *BtNumber_Negative(BtObject *object) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Return `+object`. Mirrors: PyNumber_Positive.
BT_API BtObject *BtNumber_Positive(BtObject *object) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Return `abs(object)`. Mirrors: PyNumber_Absolute.
BT_API BtObject *BtNumber_Absolute(BtObject *object) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Return `~object`. Mirrors: PyNumber_Invert.
BT_API BtObject *BtNumber_Invert(BtObject *object) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Return `left << right`. Mirrors: PyNumber_Lshift.
BT_API BtObject *BtNumber_Lshift(BtObject *left, BtObject *right)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Return `left >> right`. Mirrors: PyNumber_Rshift.
BT_API BtObject *BtNumber_Rshift(BtObject *left, BtObject *right)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Return `left & right`. Mirrors: PyNumber_And.
BT_API BtObject *BtNumber_And(BtObject *left, BtObject *right)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Return `left ^ right`. Mirrors: PyNumber_Xor.
BT_API BtObject *BtNumber_Xor(BtObject *left, BtObject *right)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Return `left | right`. Mirrors: PyNumber_Or.
BT_API BtObject *BtNumber_Or(BtObject *left, BtObject *right)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

// Operators in place: what `left += right` binds to `left`. The result may be `left` itself, changed.

/// Return `left += right`. Mirrors: PyNumber_InPlaceAdd.
BT_API BtObject *BtNumber_InPlaceAdd(BtObject *left, BtObject *right)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Return `left -= right`. Mirrors: PyNumber_InPlaceSubtract.
BT_API BtObject *BtNumber_InPlaceSubtract(BtObject *left, BtObject *right)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Return `left *= right`. Mirrors: PyNumber_InPlaceMultiply.
BT_API BtObject *BtNumber_InPlaceMultiply(BtObject *left, BtObject *right)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Return `left @= right`. Mirrors: PyNumber_InPlaceMatrixMultiply.
BT_API BtObject *BtNumber_InPlaceMatrixMultiply(BtObject *left, BtObject *right)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Return `left //= right`. Mirrors: PyNumber_InPlaceFloorDivide.
BT_API BtObject *BtNumber_InPlaceFloorDivide(BtObject *left, BtObject *right)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Return `left /= right`. Mirrors: PyNumber_InPlaceTrueDivide.
BT_API BtObject *BtNumber_InPlaceTrueDivide(BtObject *left, BtObject *right)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Return `left %= right`. Mirrors: PyNumber_InPlaceRemainder.
BT_API BtObject *BtNumber_InPlaceRemainder(BtObject *left, BtObject *right)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Return `left <<= right`. Mirrors: PyNumber_InPlaceLshift.
BT_API BtObject *BtNumber_InPlaceLshift(BtObject *left, BtObject *right)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Return `left >>= right`. Mirrors: PyNumber_InPlaceRshift.
BT_API BtObject *BtNumber_InPlaceRshift(BtObject *left, BtObject *right)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Return `left &= right`. Mirrors: PyNumber_InPlaceAnd.
BT_API BtObject *BtNumber_InPlaceAnd(BtObject *left, BtObject *right)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Return `left ^= right`. Mirrors: PyNumber_InPlaceXor.
BT_API BtObject *BtNumber_InPlaceXor(BtObject *left, BtObject *right)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Return `left |= right`. Mirrors: PyNumber_InPlaceOr.
BT_API BtObject *BtNumber_InPlaceOr(BtObject *left, BtObject *right)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Return what `base **= exponent` binds; `modulus` is Bt_None where none is meant. Mirrors: PyNumber_InPlacePower.
BT_API BtObject *BtNumber_InPlacePower(BtObject *base, BtObject *exponent, BtObject *modulus)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

// Conversions.

/// Return `int(object)`: of a number, or of text in base 10. Mirrors: PyNumber_Long.
BT_API BtObject *BtNumber_Long(BtObject *object) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Return `float(object)`: of a number, or of text. Mirrors: PyNumber_Float.
BT_API BtObject *BtNumber_Float(BtObject *object) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Return `operator.index(object)`, of exactly the type int; TypeError if the object has no __index__.
/// Mirrors: PyNumber_Index.
BT_API BtObject *BtNumber_Index(BtObject *object) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// As BtNumber_Index, but the result may be of a subtype of int. Mirrors: _PyNumber_Index.
BT_API BtObject *_BtNumber_Index(BtObject *object) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Return the index as a size. One that does not fit raises `exception`, or is cut to the nearest size if `exception`
/// is NULL.
///
/// Errors:  -1 with TypeError or `exception`; -1 may be a result, ask BtErr_Occurred.
/// Mirrors: PyNumber_AsSsize_t.
BT_API Bt_ssize_t BtNumber_AsSsize_t(BtObject *object, BtObject *exception)
    BT_ATTACHED BT_ERR(occurred) BT_SAFETY(atomic);
/// Return a str: the index of `object` in `base`, 2, 8, 10 or 16, with the base's prefix; SystemError for another base.
/// Mirrors: PyNumber_ToBase.
BT_API BtObject *BtNumber_ToBase(BtObject *object, int base) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

BT_END_DECLS

#endif
