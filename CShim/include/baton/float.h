/// @file float.h
/// float: IEEE 754 binary64, and the text and bytes of doubles.
#ifndef BATON_FLOAT_H
#define BATON_FLOAT_H

#include <math.h>

#include "type.h"

BT_BEGIN_DECLS

typedef struct BtFloatObject {
    BtObject_HEAD
    double ob_fval BT_GUARDED;
} BtFloatObject;

BT_DATA BtTypeObject BtFloat_Type;

/// Say whether `object` is a float or of a subtype of float. Mirrors: PyFloat_Check.
#define BtFloat_Check(object) BtObject_TypeCheck((object), &BtFloat_Type)
/// Say whether the type of `object` is exactly float. Mirrors: PyFloat_CheckExact.
#define BtFloat_CheckExact(object) Bt_IS_TYPE((object), &BtFloat_Type)

/// Return the double of an object that is a float. Mirrors: PyFloat_AS_DOUBLE.
BT_INLINE double BtFloat_AS_DOUBLE_(BtFloatObject *object)
    BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic)
{
    BT_TOUCH_(object)
    return object->ob_fval;
}
#define BtFloat_AS_DOUBLE(object) BtFloat_AS_DOUBLE_(BT_CAST(BtFloatObject *, object))

#define Bt_NAN BT_STATIC_CAST(double, NAN)
#define Bt_INFINITY BT_STATIC_CAST(double, INFINITY)
#define Bt_HUGE_VAL HUGE_VAL
#define Bt_MATH_PI 3.14159265358979323846
#define Bt_MATH_E 2.7182818284590452354
#define Bt_MATH_TAU 6.2831853071795864769252867665590057683943388
#define Bt_IS_NAN(value) isnan(value)
#define Bt_IS_INFINITY(value) isinf(value)
#define Bt_IS_FINITE(value) isfinite(value)
#define Bt_RETURN_NAN return BtFloat_FromDouble(Bt_NAN)
#define Bt_RETURN_INF(sign) return BtFloat_FromDouble(copysign(Bt_INFINITY, (sign)))

/// Make a float. Mirrors: PyFloat_FromDouble.
BT_API BtObject *BtFloat_FromDouble(double value) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Make a float from a str, bytes, bytearray or another buffer of text, as `float(text)` reads it.
///
/// Errors:  NULL with ValueError (no number) or TypeError (no text).
/// Mirrors: PyFloat_FromString.
BT_API BtObject *BtFloat_FromString(BtObject *text) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(compatible);
/// Return the double of a float, or of an object with __float__ or __index__.
///
/// Errors:  -1.0 with TypeError, or what the conversion raises; -1.0 may be a result, ask BtErr_Occurred.
/// Mirrors: PyFloat_AsDouble.
BT_API double BtFloat_AsDouble(BtObject *object) BT_ATTACHED BT_ERR(occurred) BT_SAFETY(atomic);
/// Return the largest finite double. Mirrors: PyFloat_GetMax.
BT_API double BtFloat_GetMax(void) BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);
/// Return the smallest normal double above 0. Mirrors: PyFloat_GetMin.
BT_API double BtFloat_GetMin(void) BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);

// Bytes. `little_endian` is 0 for the most significant byte first, otherwise the least significant first.

#define BT_FLOAT_NATIVE_LITTLE_ENDIAN 1

/// Write 2 bytes, IEEE 754 binary16. -1 with OverflowError: out of range. Mirrors: PyFloat_Pack2.
BT_API int BtFloat_Pack2(double value, char *bytes, int little_endian) BT_ATTACHED BT_ERR(-1) BT_SAFETY(distinct);
/// Write 4 bytes, IEEE 754 binary32. -1 with OverflowError: out of range. Mirrors: PyFloat_Pack4.
BT_API int BtFloat_Pack4(double value, char *bytes, int little_endian) BT_ATTACHED BT_ERR(-1) BT_SAFETY(distinct);
/// Write 8 bytes, IEEE 754 binary64. Mirrors: PyFloat_Pack8.
BT_API int BtFloat_Pack8(double value, char *bytes, int little_endian) BT_ATTACHED BT_ERR(-1) BT_SAFETY(distinct);
/// Read 2 bytes. Mirrors: PyFloat_Unpack2.
BT_API double BtFloat_Unpack2(const char *bytes, int little_endian) BT_ATTACHED BT_ERR(none) BT_SAFETY(distinct);
/// Read 4 bytes. Mirrors: PyFloat_Unpack4.
BT_API double BtFloat_Unpack4(const char *bytes, int little_endian) BT_ATTACHED BT_ERR(none) BT_SAFETY(distinct);
/// Read 8 bytes. Mirrors: PyFloat_Unpack8.
BT_API double BtFloat_Unpack8(const char *bytes, int little_endian) BT_ATTACHED BT_ERR(none) BT_SAFETY(distinct);

// Text.

/// Read a double from text, whatever the locale.
///
/// `*end`, if `end` is not NULL, is set behind the number; otherwise the whole text must be one. A number too large is
/// an infinity, or raises `overflow_exception` if that is not NULL.
///
/// Errors:  -1.0 with ValueError, or `overflow_exception`; -1.0 may be a result, ask BtErr_Occurred.
/// Mirrors: PyOS_string_to_double.
BT_API double BtOS_string_to_double(const char *text, char **end, BtObject *overflow_exception)
    BT_ATTACHED BT_ERR(occurred) BT_SAFETY(atomic);

#define Bt_DTSF_SIGN 0x01       ///< always a sign
#define Bt_DTSF_ADD_DOT_0 0x02  ///< `.0` behind what looks like an int
#define Bt_DTSF_ALT 0x04        ///< the alternate form of printf's `#`
#define Bt_DTSF_NO_NEG_0 0x08   ///< no sign before a zero

#define Bt_DTST_FINITE 0
#define Bt_DTST_INFINITE 1
#define Bt_DTST_NAN 2

/// Write a double as text, whatever the locale. `format` is one of `eEfFgGr` (`r`: the shortest that reads back
/// equal; precision must be 0 then). `*type`, if `type` is not NULL, is set to Bt_DTST_….
///
/// Ownership: the result is freed with BtMem_Free.
/// Errors:    NULL with SystemError (bad format) or MemoryError.
/// Mirrors:   PyOS_double_to_string.
BT_API char *BtOS_double_to_string(double value, char format, int precision, int flags, int *type)
    BT_ATTACHED BT_ERR(NULL) BT_SAFETY(atomic);
// The hash of numbers: the value modulo a prime, so that equal numbers of different types hash equal.

#define BtHASH_BITS 61
#define BtHASH_MODULUS ((BT_STATIC_CAST(size_t, 1) << BtHASH_BITS) - 1)
#define BtHASH_INF 314159
#define BtHASH_IMAG 1000003UL

/// Return the hash of a double; a NaN's is made from the address of `object`. Mirrors: _Py_HashDouble.
BT_API Bt_hash_t _Bt_HashDouble(BtObject *object, double value) BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);

BT_END_DECLS

#endif
