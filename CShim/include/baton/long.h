/// @file long.h
/// int: integers of any size.
///
/// An int is a sign, a count of limbs and the limbs of its magnitude: 64 bits each, the least significant first. The
/// sign of `ob_size` is the sign of the number, its absolute value the count of limbs; zero has none.
#ifndef BATON_LONG_H
#define BATON_LONG_H

#include <sys/types.h>

#include "type.h"

BT_BEGIN_DECLS

typedef struct BtLongObject {
    BtVarObject ob_base;
    uint64_t ob_limb[1] BT_GUARDED;  ///< as many as ob_size tells; zero has one that is 0
} BtLongObject;

BT_DATA BtTypeObject BtLong_Type;

/// Say whether `object` is an int or of a subtype of int. Mirrors: PyLong_Check.
#define BtLong_Check(object) _bt_type_flag(BtObject_CAST_(object), BT_TPFLAGS_LONG_SUBCLASS)
/// Say whether the type of `object` is exactly int. Mirrors: PyLong_CheckExact.
#define BtLong_CheckExact(object) Bt_IS_TYPE((object), &BtLong_Type)

// Making ints. Each fails with MemoryError only, if nothing else is said.

/// Make an int from a C long. Mirrors: PyLong_FromLong.
BT_API BtObject *BtLong_FromLong(long value) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Make an int from a C unsigned long. Mirrors: PyLong_FromUnsignedLong.
BT_API BtObject *BtLong_FromUnsignedLong(unsigned long value) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Make an int from a C long long. Mirrors: PyLong_FromLongLong.
BT_API BtObject *BtLong_FromLongLong(long long value) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Make an int from a C unsigned long long. Mirrors: PyLong_FromUnsignedLongLong.
BT_API BtObject *BtLong_FromUnsignedLongLong(unsigned long long value)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Make an int from a size or index. Mirrors: PyLong_FromSsize_t.
BT_API BtObject *BtLong_FromSsize_t(Bt_ssize_t value) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Make an int from a C size_t. Mirrors: PyLong_FromSize_t.
BT_API BtObject *BtLong_FromSize_t(size_t value) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Make an int from 32 bits, signed. Mirrors: PyLong_FromInt32.
BT_API BtObject *BtLong_FromInt32(int32_t value) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Make an int from 32 bits, unsigned. Mirrors: PyLong_FromUInt32.
BT_API BtObject *BtLong_FromUInt32(uint32_t value) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Make an int from 64 bits, signed. Mirrors: PyLong_FromInt64.
BT_API BtObject *BtLong_FromInt64(int64_t value) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Make an int from 64 bits, unsigned. Mirrors: PyLong_FromUInt64.
BT_API BtObject *BtLong_FromUInt64(uint64_t value) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Make an int from a double, cut towards zero.
///
/// Errors:  NULL with OverflowError for an infinity, ValueError for a NaN.
/// Mirrors: PyLong_FromDouble.
BT_API BtObject *BtLong_FromDouble(double value) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Make an int from the address that `pointer` holds. Mirrors: PyLong_FromVoidPtr.
BT_API BtObject *BtLong_FromVoidPtr(void *pointer) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Make an int from text, as `int(text, base)` reads it: white space around, a sign, a prefix that fits the base,
/// underscores between digits. `base` is 0 (the prefix tells) or 2 to 36. `*end`, if `end` is not NULL, is set to the end
/// of the text, or, on an error, to the first byte that could not be part of a number.
///
/// Errors:  NULL with ValueError: no number, a bad base, more decimal digits than the limit of 4300.
/// Mirrors: PyLong_FromString.
BT_API BtObject *BtLong_FromString(const char *text, char **end, int base)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Make an int from a str, as `int(text, base)` does; decimal digits of any script count.
///
/// Errors:  NULL with ValueError, or TypeError if `text` is no str.
/// Mirrors: PyLong_FromUnicodeObject.
BT_API BtObject *BtLong_FromUnicodeObject(BtObject *text, int base)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

// Reading ints. Each takes an int, or an object with __index__; something else is a TypeError, a number that does not
// fit an OverflowError. Each returns -1 (as its own type) with an exception set, or -1 as a result: ask BtErr_Occurred.

/// Return the number as a C long. Mirrors: PyLong_AsLong.
BT_API long BtLong_AsLong(BtObject *object) BT_ATTACHED BT_ERR(occurred) BT_SAFETY(atomic);
#define BtLong_AS_LONG(object) BtLong_AsLong(object)
/// Return the number as a C int. Mirrors: PyLong_AsInt.
BT_API int BtLong_AsInt(BtObject *object) BT_ATTACHED BT_ERR(occurred) BT_SAFETY(atomic);
#define _BtLong_AsInt BtLong_AsInt
/// Return the number as a C long; `*overflow` tells whether it is too large (1), too small (-1) or fits (0). Too large
/// and too small return -1 and set no exception. Mirrors: PyLong_AsLongAndOverflow.
BT_API long BtLong_AsLongAndOverflow(BtObject *object, int *overflow) BT_ATTACHED BT_ERR(occurred) BT_SAFETY(atomic);
/// Return the number as a C long long. Mirrors: PyLong_AsLongLong.
BT_API long long BtLong_AsLongLong(BtObject *object) BT_ATTACHED BT_ERR(occurred) BT_SAFETY(atomic);
/// As BtLong_AsLongAndOverflow, for long long. Mirrors: PyLong_AsLongLongAndOverflow.
BT_API long long BtLong_AsLongLongAndOverflow(BtObject *object, int *overflow)
    BT_ATTACHED BT_ERR(occurred) BT_SAFETY(atomic);
/// Return the number as a size or index. Takes an int only, no __index__. Mirrors: PyLong_AsSsize_t.
BT_API Bt_ssize_t BtLong_AsSsize_t(BtObject *object) BT_ATTACHED BT_ERR(occurred) BT_SAFETY(atomic);
/// Return the number as an unsigned long. Takes an int only. Mirrors: PyLong_AsUnsignedLong.
BT_API unsigned long BtLong_AsUnsignedLong(BtObject *object) BT_ATTACHED BT_ERR(occurred) BT_SAFETY(atomic);
/// Return the number as a size_t. Takes an int only. Mirrors: PyLong_AsSize_t.
BT_API size_t BtLong_AsSize_t(BtObject *object) BT_ATTACHED BT_ERR(occurred) BT_SAFETY(atomic);
/// Return the number as an unsigned long long. Takes an int only. Mirrors: PyLong_AsUnsignedLongLong.
BT_API unsigned long long BtLong_AsUnsignedLongLong(BtObject *object)
    BT_ATTACHED BT_ERR(occurred) BT_SAFETY(atomic);
/// Return the number modulo 2 to the bits of an unsigned long; no OverflowError.
/// Mirrors: PyLong_AsUnsignedLongMask.
BT_API unsigned long BtLong_AsUnsignedLongMask(BtObject *object) BT_ATTACHED BT_ERR(occurred) BT_SAFETY(atomic);
/// Return the number modulo 2 to the bits of an unsigned long long; no OverflowError.
/// Mirrors: PyLong_AsUnsignedLongLongMask.
BT_API unsigned long long BtLong_AsUnsignedLongLongMask(BtObject *object)
    BT_ATTACHED BT_ERR(occurred) BT_SAFETY(atomic);
/// Return the number as a double, rounded to nearest, ties to even. Takes an int only.
///
/// Errors:  -1.0 with OverflowError: larger than every double.
/// Mirrors: PyLong_AsDouble.
BT_API double BtLong_AsDouble(BtObject *object) BT_ATTACHED BT_ERR(occurred) BT_SAFETY(atomic);
/// Return the pointer that an int holds; NULL with an exception set, or NULL as a result. Mirrors: PyLong_AsVoidPtr.
BT_API void *BtLong_AsVoidPtr(BtObject *object) BT_ATTACHED BT_ERR(occurred) BT_SAFETY(atomic);

/// Store the number in `*value`: 0, or -1 with TypeError or OverflowError. Mirrors: PyLong_AsInt32.
BT_API int BtLong_AsInt32(BtObject *object, int32_t *value) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);
/// Store the number in `*value`; a negative one is a ValueError. Mirrors: PyLong_AsUInt32.
BT_API int BtLong_AsUInt32(BtObject *object, uint32_t *value) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);
/// Store the number in `*value`: 0, or -1 with TypeError or OverflowError. Mirrors: PyLong_AsInt64.
BT_API int BtLong_AsInt64(BtObject *object, int64_t *value) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);
/// Store the number in `*value`; a negative one is a ValueError. Mirrors: PyLong_AsUInt64.
BT_API int BtLong_AsUInt64(BtObject *object, uint64_t *value) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);

// Bytes.

#define BT_ASNATIVEBYTES_DEFAULTS (-1)
#define BT_ASNATIVEBYTES_BIG_ENDIAN 0
#define BT_ASNATIVEBYTES_LITTLE_ENDIAN 1
#define BT_ASNATIVEBYTES_NATIVE_ENDIAN 3
#define BT_ASNATIVEBYTES_UNSIGNED_BUFFER 4
#define BT_ASNATIVEBYTES_REJECT_NEGATIVE 8
#define BT_ASNATIVEBYTES_ALLOW_INDEX 16

/// Write the number to `buffer` as `size` bytes, two's complement, cut to what fits; return how many bytes it needs.
/// The result is larger than `size` if the number did not fit; that is no exception.
///
/// Errors:  -1 with TypeError (no int; with …ALLOW_INDEX: no __index__ either), ValueError (…REJECT_NEGATIVE),
///          SystemError (size below 0).
/// Mirrors: PyLong_AsNativeBytes.
BT_API Bt_ssize_t BtLong_AsNativeBytes(BtObject *object, void *buffer, Bt_ssize_t size, int flags)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);
/// Make an int from `size` bytes of two's complement; `flags` as above. Mirrors: PyLong_FromNativeBytes.
BT_API BtObject *BtLong_FromNativeBytes(const void *buffer, size_t size, int flags)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Make an int that is not negative from `size` bytes. Mirrors: PyLong_FromUnsignedNativeBytes.
BT_API BtObject *BtLong_FromUnsignedNativeBytes(const void *buffer, size_t size, int flags)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Make an int from `size` bytes. Mirrors: _PyLong_FromByteArray.
BT_API BtObject *_BtLong_FromByteArray(const unsigned char *bytes, size_t size, int little_endian, int is_signed)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Write the number to exactly `size` bytes.
///
/// Errors:  -1 if it does not fit, with OverflowError if `with_exceptions` is not 0.
/// Mirrors: _PyLong_AsByteArray.
BT_API int _BtLong_AsByteArray(BtLongObject *number, unsigned char *bytes, size_t size, int little_endian,
                               int is_signed, int with_exceptions) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);

// Sign and size.

/// Store -1, 0 or 1 in `*sign`; -1 with TypeError if `object` is no int. Mirrors: PyLong_GetSign.
BT_API int BtLong_GetSign(BtObject *object, int *sign) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);
/// Say whether the number is above 0; -1 with TypeError if `object` is no int. Mirrors: PyLong_IsPositive.
BT_API int BtLong_IsPositive(BtObject *object) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);
/// Say whether the number is below 0; -1 with TypeError if `object` is no int. Mirrors: PyLong_IsNegative.
BT_API int BtLong_IsNegative(BtObject *object) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);
/// Say whether the number is 0; -1 with TypeError if `object` is no int. Mirrors: PyLong_IsZero.
BT_API int BtLong_IsZero(BtObject *object) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);
/// Return -1, 0 or 1. `object` must be an int. Mirrors: _PyLong_Sign.
BT_API int _BtLong_Sign(BtObject *object) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);
/// Return the bits of the magnitude, as int.bit_length does. `object` must be an int. Mirrors: _PyLong_NumBits.
BT_API size_t _BtLong_NumBits(BtObject *object) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);
/// Say whether BtUnstable_Long_CompactValue may be called. Mirrors: PyUnstable_Long_IsCompact.
BT_INLINE int BtUnstable_Long_IsCompact(const BtLongObject *number) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic)
{
    BT_TOUCH_(number)
    Bt_ssize_t size_ = number->ob_base.ob_size;
    return size_ >= -1 && size_ <= 1 && (number->ob_limb[0] >> 63) == 0;
}
/// Return the number, if it is compact. Mirrors: PyUnstable_Long_CompactValue.
BT_INLINE Bt_ssize_t BtUnstable_Long_CompactValue(const BtLongObject *number) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic)
{
    BT_TOUCH_(number)
    return number->ob_base.ob_size * BT_STATIC_CAST(Bt_ssize_t, number->ob_limb[0]);
}

// Arithmetic that other nouns need.

/// Return the greatest common divisor of two ints; it is not negative. Mirrors: _PyLong_GCD.
BT_API BtObject *_BtLong_GCD(BtObject *left, BtObject *right) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Return an int of exactly the type int that equals `number`. Mirrors: _PyLong_Copy.
BT_API BtObject *_BtLong_Copy(BtLongObject *number) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Return a str: the number in base 2, 8, 10 or 16, with the base's prefix. Mirrors: _PyLong_Format.
BT_API BtObject *_BtLong_Format(BtObject *number, int base) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Return the fraction x, 0.5 <= |x| < 1, with the number equal to x * 2 ** *exponent, rounded to nearest.
/// Mirrors: _PyLong_Frexp.
BT_API double _BtLong_Frexp(BtLongObject *number, int64_t *exponent) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);

// Reading and writing the limbs.

/// How the limbs of an int lie in memory.
typedef struct BtLongLayout {
    uint8_t bits_per_digit;
    uint8_t digit_size;         ///< bytes
    int8_t digits_order;        ///< -1: the least significant first
    int8_t digit_endianness;    ///< -1: little endian
} BtLongLayout;

/// The limbs of an int, or its value where that fits 64 bits (`digits` is NULL then).
typedef struct BtLongExport {
    int64_t value;
    uint8_t negative;
    Bt_ssize_t ndigits;
    const void *digits;
    uintptr_t _reserved;
} BtLongExport;

/// An int that is being written.
typedef struct BtLongWriter BtLongWriter;

/// Return the layout of limbs. Mirrors: PyLong_GetNativeLayout.
BT_API const BtLongLayout *BtLong_GetNativeLayout(void) BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);
/// Show the limbs of an int; good until BtLong_FreeExport, which must follow.
///
/// Ownership: `shown` keeps a reference to `object` while `digits` is not NULL.
/// Errors:    -1 with TypeError if `object` is no int.
/// Mirrors:   PyLong_Export.
BT_API int BtLong_Export(BtObject *object, BtLongExport *shown) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);
/// End what BtLong_Export began. Mirrors: PyLong_FreeExport.
BT_API void BtLong_FreeExport(BtLongExport *shown) BT_ATTACHED BT_ERR(none) BT_SAFETY(distinct);
/// Begin an int of `ndigits` limbs, which the caller writes to `*digits`.
///
/// Errors:  NULL with ValueError (ndigits below 1) or MemoryError.
/// Mirrors: PyLongWriter_Create.
BT_API BtLongWriter *BtLongWriter_Create(int negative, Bt_ssize_t ndigits, void **digits)
    BT_ATTACHED BT_ERR(NULL) BT_SAFETY(atomic);
/// Return the int that was written; the writer is gone. Mirrors: PyLongWriter_Finish.
BT_API BtObject *BtLongWriter_Finish(BtLongWriter *writer) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(distinct);
/// Give up what was written; NULL is allowed. Mirrors: PyLongWriter_Discard.
BT_API void BtLongWriter_Discard(BtLongWriter *writer) BT_ATTACHED BT_ERR(none) BT_SAFETY(distinct);

// Converters for BtArg_ParseTuple's `O&`: 1, or 0 with an exception set.

/// Store an unsigned short in `*result`; a negative number is a ValueError. Mirrors: _PyLong_UnsignedShort_Converter.
BT_API int _BtLong_UnsignedShort_Converter(BtObject *object, void *result) BT_ATTACHED BT_ERR(0) BT_SAFETY(atomic);
/// Store an unsigned int in `*result`. Mirrors: _PyLong_UnsignedInt_Converter.
BT_API int _BtLong_UnsignedInt_Converter(BtObject *object, void *result) BT_ATTACHED BT_ERR(0) BT_SAFETY(atomic);
/// Store an unsigned long in `*result`. Mirrors: _PyLong_UnsignedLong_Converter.
BT_API int _BtLong_UnsignedLong_Converter(BtObject *object, void *result) BT_ATTACHED BT_ERR(0) BT_SAFETY(atomic);
/// Store an unsigned long long in `*result`. Mirrors: _PyLong_UnsignedLongLong_Converter.
BT_API int _BtLong_UnsignedLongLong_Converter(BtObject *object, void *result)
    BT_ATTACHED BT_ERR(0) BT_SAFETY(atomic);
/// Store a size_t in `*result`. Mirrors: _PyLong_Size_t_Converter.
BT_API int _BtLong_Size_t_Converter(BtObject *object, void *result) BT_ATTACHED BT_ERR(0) BT_SAFETY(atomic);

#define BtLong_FromPid BtLong_FromLong
#define BtLong_AsPid BtLong_AsLong

BT_END_DECLS

#endif
