/// @file call.h
/// Calling objects: by tuple and dict, by array (vectorcall), methods by name. Calls with a format stand in build.h.
///
/// A call may run any code and switch threads (R6).
#ifndef BATON_CALL_H
#define BATON_CALL_H

#include "type.h"

BT_BEGIN_DECLS

/// In `nargsf`: the callee may overwrite args[-1] for the length of the call. Mirrors: PY_VECTORCALL_ARGUMENTS_OFFSET.
#define BT_VECTORCALL_ARGUMENTS_OFFSET (BT_STATIC_CAST(size_t, 1) << (8 * sizeof(size_t) - 1))

/// Return the number of positional arguments in `nargsf`. Mirrors: PyVectorcall_NARGS.
BT_INLINE Bt_ssize_t BtVectorcall_NARGS(size_t nargsf) BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic)
{
    return BT_STATIC_CAST(Bt_ssize_t, nargsf & ~BT_VECTORCALL_ARGUMENTS_OFFSET);
}

/// Return the vectorcall function of `callable`; NULL without an exception if it has none. Mirrors: PyVectorcall_Function.
BT_API vectorcallfunc BtVectorcall_Function(BtObject *callable) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);
/// Call by vectorcall from a tuple and a dict (or NULL): a tp_call for types that have vectorcall.
/// Mirrors: PyVectorcall_Call.
BT_API BtObject *BtVectorcall_Call(BtObject *callable, BtObject *args, BtObject *kwargs)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);

/// Call `callable` with a tuple and a dict.
///
/// Ownership: all are borrowed; `kwargs` may be NULL.
/// Errors:    NULL with TypeError if `callable` cannot be called, or what the call raised.
/// Mirrors:   PyObject_Call.
BT_API BtObject *BtObject_Call(BtObject *callable, BtObject *args, BtObject *kwargs)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);
/// Call without arguments. Mirrors: PyObject_CallNoArgs.
BT_API BtObject *BtObject_CallNoArgs(BtObject *callable) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);
/// Call with one argument. Mirrors: PyObject_CallOneArg.
BT_API BtObject *BtObject_CallOneArg(BtObject *callable, BtObject *argument)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);
/// Call with a tuple, which may be NULL. Mirrors: PyObject_CallObject.
BT_API BtObject *BtObject_CallObject(BtObject *callable, BtObject *args)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);

/// Call with an array: positional arguments, then the values of the keywords that the tuple `kwnames` (or NULL) names.
///
/// Ownership: all are borrowed.
/// Errors:    NULL with what the call raised.
/// Mirrors:   PyObject_Vectorcall.
BT_API BtObject *BtObject_Vectorcall(BtObject *callable, BtObject *const *args, size_t nargsf, BtObject *kwnames)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);
/// As BtObject_Vectorcall with keywords in a dict (or NULL). Mirrors: PyObject_VectorcallDict.
BT_API BtObject *BtObject_VectorcallDict(BtObject *callable, BtObject *const *args, size_t nargsf, BtObject *kwargs)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);
/// Call the method `name` (a str) of args[0], which counts in `nargsf`. Mirrors: PyObject_VectorcallMethod.
BT_API BtObject *BtObject_VectorcallMethod(BtObject *name, BtObject *const *args, size_t nargsf, BtObject *kwnames)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);
/// Call a method without arguments. Mirrors: PyObject_CallMethodNoArgs.
BT_API BtObject *BtObject_CallMethodNoArgs(BtObject *self, BtObject *name)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);
/// Call a method with one argument. Mirrors: PyObject_CallMethodOneArg.
BT_API BtObject *BtObject_CallMethodOneArg(BtObject *self, BtObject *name, BtObject *argument)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);

/// Call by tp_call where there is no vectorcall function. Mirrors: _PyObject_MakeTpCall.
BT_API BtObject *_BtObject_MakeTpCall(
    BtObject *callable, BtObject *const *args, Bt_ssize_t nargs, BtObject *keywords)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);
/// Pass a call's result through if it keeps R9, else replace it by SystemError. `callable` or `where` names the culprit.
/// Takes over the reference to `result`. Mirrors: _Py_CheckFunctionResult.
BT_API BtObject *_Bt_CheckFunctionResult(BtObject *callable, BtObject *result, const char *where)
    BT_ATTACHED BT_NEW_REF BT_STEALS(result) BT_ERR(NULL) BT_SAFETY(atomic);

/// Say whether `object` can be called. Mirrors: PyCallable_Check.
BT_API int BtCallable_Check(BtObject *object) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);

BT_END_DECLS

#endif
