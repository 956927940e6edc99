/// @file method.h
/// Builtin functions and bound methods; their objects.
#ifndef BATON_METHOD_H
#define BATON_METHOD_H

#include "typedef.h"

BT_BEGIN_DECLS

BT_DATA BtTypeObject BtCFunction_Type;
BT_DATA BtTypeObject BtCMethod_Type;
BT_DATA BtTypeObject BtMethod_Type;
BT_DATA BtTypeObject BtInstanceMethod_Type;

/// A builtin function or a builtin method bound to `m_self`. Mirrors: PyCFunctionObject.
typedef struct BtCFunctionObject {
    BtObject ob_base;
    BtMethodDef *m_ml BT_GUARDED;
    BtObject *m_self BT_GUARDED;    ///< owned; may be NULL
    BtObject *m_module BT_GUARDED;  ///< owned; may be NULL; what __module__ gives
    BtObject *m_weakreflist BT_GUARDED;
    vectorcallfunc vectorcall BT_GUARDED;
} BtCFunctionObject;

/// A builtin method that knows the class that defines it (BT_METH_METHOD). Mirrors: PyCMethodObject.
typedef struct BtCMethodObject {
    BtCFunctionObject func;
    BtTypeObject *mm_class BT_GUARDED;  ///< owned
} BtCMethodObject;

/// A function bound to an object. Mirrors: PyMethodObject.
typedef struct BtMethodObject {
    BtObject ob_base;
    BtObject *im_func BT_GUARDED;
    BtObject *im_self BT_GUARDED;
    BtObject *im_weakreflist BT_GUARDED;
    vectorcallfunc vectorcall BT_GUARDED;
} BtMethodObject;

/// Mirrors: PyCFunction_Check, PyCFunction_CheckExact, PyMethod_Check.
#define BtCFunction_Check(object) BtObject_TypeCheck((object), &BtCFunction_Type)
#define BtCFunction_CheckExact(object) Bt_IS_TYPE((object), &BtCFunction_Type)
#define BtCMethod_Check(object) BtObject_TypeCheck((object), &BtCMethod_Type)
#define BtMethod_Check(object) Bt_IS_TYPE((object), &BtMethod_Type)
#define BtInstanceMethod_Check(object) Bt_IS_TYPE((object), &BtInstanceMethod_Type)

/// Make a function object of a line of a method table, which is kept.
///
/// Ownership: `self` and `module` may be NULL; a reference to each is kept.
/// Errors:    NULL with SystemError (flags that do not fit) or MemoryError.
/// Mirrors:   PyCFunction_NewEx.
BT_API BtObject *BtCFunction_NewEx(BtMethodDef *method, BtObject *self, BtObject *module)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// As BtCFunction_NewEx without a module. Mirrors: PyCFunction_New.
BT_API BtObject *BtCFunction_New(BtMethodDef *method, BtObject *self)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// As BtCFunction_NewEx with the class that defines the method; NULL unless BT_METH_METHOD. Mirrors: PyCMethod_New.
BT_API BtObject *BtCMethod_New(BtMethodDef *method, BtObject *self, BtObject *module, BtTypeObject *type)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Return the C function; SystemError if `function` is no builtin function. Mirrors: PyCFunction_GetFunction.
BT_API BtCFunction BtCFunction_GetFunction(BtObject *function) BT_ATTACHED BT_ERR(NULL) BT_SAFETY(atomic);
/// Return the bound object; NULL without an exception for a static method. Mirrors: PyCFunction_GetSelf.
BT_API BtObject *BtCFunction_GetSelf(BtObject *function)
    BT_ATTACHED BT_BORROWED_REF BT_ERR(occurred) BT_SAFETY(atomic);
/// Return the flags; -1 with SystemError set. Mirrors: PyCFunction_GetFlags.
BT_API int BtCFunction_GetFlags(BtObject *function) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);

/// The same without checks, on a BtCFunctionObject. Mirrors: PyCFunction_GET_FUNCTION, …_SELF, …_FLAGS.
BT_INLINE BtCFunction BtCFunction_GET_FUNCTION_(BtObject *function) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic)
{
    return BT_CAST(BtCFunctionObject *, function)->m_ml->ml_meth;
}
#define BtCFunction_GET_FUNCTION(function) BtCFunction_GET_FUNCTION_(BtObject_CAST_(function))
BT_INLINE BtObject *BtCFunction_GET_SELF_(BtObject *function) BT_ATTACHED BT_BORROWED_REF BT_ERR(none) BT_SAFETY(atomic)
{
    BtCFunctionObject *function_ = BT_CAST(BtCFunctionObject *, function);
    return function_->m_ml->ml_flags & BT_METH_STATIC ? NULL : function_->m_self;
}
#define BtCFunction_GET_SELF(function) BtCFunction_GET_SELF_(BtObject_CAST_(function))
BT_INLINE int BtCFunction_GET_FLAGS_(BtObject *function) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic)
{
    return BT_CAST(BtCFunctionObject *, function)->m_ml->ml_flags;
}
#define BtCFunction_GET_FLAGS(function) BtCFunction_GET_FLAGS_(BtObject_CAST_(function))

/// Bind `function` to `self`, which must not be NULL. Mirrors: PyMethod_New.
BT_API BtObject *BtMethod_New(BtObject *function, BtObject *self)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Return the function of a bound method. Mirrors: PyMethod_Function.
BT_API BtObject *BtMethod_Function(BtObject *method) BT_ATTACHED BT_BORROWED_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Return the object that a method is bound to. Mirrors: PyMethod_Self.
BT_API BtObject *BtMethod_Self(BtObject *method) BT_ATTACHED BT_BORROWED_REF BT_ERR(NULL) BT_SAFETY(atomic);
BT_INLINE BtObject *BtMethod_GET_FUNCTION_(BtObject *method) BT_ATTACHED BT_BORROWED_REF BT_ERR(none) BT_SAFETY(atomic)
{
    return BT_CAST(BtMethodObject *, method)->im_func;
}
#define BtMethod_GET_FUNCTION(method) BtMethod_GET_FUNCTION_(BtObject_CAST_(method))
BT_INLINE BtObject *BtMethod_GET_SELF_(BtObject *method) BT_ATTACHED BT_BORROWED_REF BT_ERR(none) BT_SAFETY(atomic)
{
    return BT_CAST(BtMethodObject *, method)->im_self;
}
#define BtMethod_GET_SELF(method) BtMethod_GET_SELF_(BtObject_CAST_(method))

/// Make of any callable something that binds like a method when it stands in a class. Mirrors: PyInstanceMethod_New.
BT_API BtObject *BtInstanceMethod_New(BtObject *callable) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

BT_END_DECLS

#endif
