/// @file complex.h
/// complex: two doubles, the real and the imaginary part.
#ifndef BATON_COMPLEX_H
#define BATON_COMPLEX_H

#include "type.h"

BT_BEGIN_DECLS

/// A complex number in C.
typedef struct Bt_complex {
    double real;
    double imag;
} Bt_complex;

/// A complex number as an object.
typedef struct BtComplexObject {
    BtObject_HEAD
    Bt_complex cval BT_GUARDED;
} BtComplexObject;

BT_DATA BtTypeObject BtComplex_Type;

/// Say whether `object` is a complex or of a subtype of complex. Mirrors: PyComplex_Check.
#define BtComplex_Check(object) BtObject_TypeCheck((object), &BtComplex_Type)
/// Say whether the type of `object` is exactly complex. Mirrors: PyComplex_CheckExact.
#define BtComplex_CheckExact(object) Bt_IS_TYPE((object), &BtComplex_Type)

/// Make a complex of its parts. Mirrors: PyComplex_FromDoubles.
BT_API BtObject *BtComplex_FromDoubles(double real, double imag) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Make a complex of a C value. Mirrors: PyComplex_FromCComplex.
BT_API BtObject *BtComplex_FromCComplex(Bt_complex value) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Return the real part of a complex, or of an object with __complex__, __float__ or __index__.
///
/// Errors:  -1.0 with TypeError, or what the conversion raises; -1.0 may be a result, ask BtErr_Occurred.
/// Mirrors: PyComplex_RealAsDouble.
BT_API double BtComplex_RealAsDouble(BtObject *object) BT_ATTACHED BT_ERR(occurred) BT_SAFETY(atomic);
/// Return the imaginary part of a complex, or of an object with __complex__; 0 of another number.
///
/// Errors:  as BtComplex_RealAsDouble.
/// Mirrors: PyComplex_ImagAsDouble.
BT_API double BtComplex_ImagAsDouble(BtObject *object) BT_ATTACHED BT_ERR(occurred) BT_SAFETY(atomic);
/// Return the value of a complex, or of an object with __complex__, __float__ or __index__.
///
/// Errors:  a real part of -1.0 with TypeError, or what the conversion raises; it may be a result, ask BtErr_Occurred.
/// Mirrors: PyComplex_AsCComplex.
BT_API Bt_complex BtComplex_AsCComplex(BtObject *object) BT_ATTACHED BT_ERR(occurred) BT_SAFETY(atomic);

BT_END_DECLS

#endif
