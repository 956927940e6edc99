/// @file abstract.h
/// The protocol that every object has: attributes, comparison, hash, text, truth, items; recursion guards.
///
/// Each of these may run any code and switch threads (R6).
#ifndef BATON_ABSTRACT_H
#define BATON_ABSTRACT_H

#include <stdio.h>

#include "type.h"

BT_BEGIN_DECLS

// --- Attributes

/// Return the attribute `name`, a str. Errors: NULL with AttributeError, or what the object raised.
/// Mirrors: PyObject_GetAttr, PyObject_GetAttrString (`name` is UTF-8).
BT_API BtObject *BtObject_GetAttr(BtObject *object, BtObject *name)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);
BT_API BtObject *BtObject_GetAttrString(BtObject *object, const char *name)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);
/// Put the attribute, or NULL if there is none, in `*result` (a new reference); 1: found, 0: none, -1: error.
/// Mirrors: PyObject_GetOptionalAttr, PyObject_GetOptionalAttrString.
BT_API int BtObject_GetOptionalAttr(BtObject *object, BtObject *name, BtObject **result)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);
BT_API int BtObject_GetOptionalAttrString(BtObject *object, const char *name, BtObject **result)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);
/// Set the attribute `name`; `value` NULL deletes it. A reference to `value` is kept.
/// Mirrors: PyObject_SetAttr, PyObject_SetAttrString.
BT_API int BtObject_SetAttr(BtObject *object, BtObject *name, BtObject *value)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);
BT_API int BtObject_SetAttrString(BtObject *object, const char *name, BtObject *value)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);
/// Delete the attribute `name`. Mirrors: PyObject_DelAttr, PyObject_DelAttrString.
BT_API int BtObject_DelAttr(BtObject *object, BtObject *name) BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);
BT_API int BtObject_DelAttrString(BtObject *object, const char *name) BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);
/// Say whether there is such an attribute; errors are reported as unraisable and count as "no". Prefer …WithError.
/// Mirrors: PyObject_HasAttr, PyObject_HasAttrString.
BT_API int BtObject_HasAttr(BtObject *object, BtObject *name) BT_ATTACHED BT_ERR(none) BT_SAFETY(shared);
BT_API int BtObject_HasAttrString(BtObject *object, const char *name) BT_ATTACHED BT_ERR(none) BT_SAFETY(shared);
/// As BtObject_HasAttr; -1 with an error set. Mirrors: PyObject_HasAttrWithError, PyObject_HasAttrStringWithError.
BT_API int BtObject_HasAttrWithError(BtObject *object, BtObject *name) BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);
BT_API int BtObject_HasAttrStringWithError(BtObject *object, const char *name)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);

/// The usual tp_getattro and tp_setattro: descriptors of the type, then the object's dictionary.
/// Mirrors: PyObject_GenericGetAttr, PyObject_GenericSetAttr.
BT_API BtObject *BtObject_GenericGetAttr(BtObject *object, BtObject *name)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);
BT_API int BtObject_GenericSetAttr(BtObject *object, BtObject *name, BtObject *value)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);
/// Getter and setter of `__dict__` for types with tp_dictoffset. Mirrors: PyObject_GenericGetDict, …SetDict.
BT_API BtObject *BtObject_GenericGetDict(BtObject *object, void *context)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);
BT_API int BtObject_GenericSetDict(BtObject *object, BtObject *value, void *context)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);
/// Return where `object` keeps its dictionary (owned there, may be NULL); NULL if its type has none.
/// Mirrors: _PyObject_GetDictPtr.
BT_API BtObject **_BtObject_GetDictPtr(BtObject *object) BT_ATTACHED BT_BORROWED_REF BT_ERR(none) BT_SAFETY(compatible);

// --- Items

/// Return object[key]. Mirrors: PyObject_GetItem.
BT_API BtObject *BtObject_GetItem(BtObject *object, BtObject *key)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);
/// Do object[key] = value; a reference to `value` is kept. Mirrors: PyObject_SetItem.
BT_API int BtObject_SetItem(BtObject *object, BtObject *key, BtObject *value)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);
/// Do del object[key]. Mirrors: PyObject_DelItem, PyObject_DelItemString.
BT_API int BtObject_DelItem(BtObject *object, BtObject *key) BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);
BT_API int BtObject_DelItemString(BtObject *object, const char *key) BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);
/// Return len(object). Mirrors: PyObject_Size, PyObject_Length.
BT_API Bt_ssize_t BtObject_Size(BtObject *object) BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);
BT_API Bt_ssize_t BtObject_Length(BtObject *object) BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);
/// Return an estimate of the length: len, else `__length_hint__`, else `fallback`. Mirrors: PyObject_LengthHint.
BT_API Bt_ssize_t BtObject_LengthHint(BtObject *object, Bt_ssize_t fallback)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);
/// Return `object`: tp_iter of iterators. Mirrors: PyObject_SelfIter.
BT_API BtObject *BtObject_SelfIter(BtObject *object) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

// --- Text

/// Return repr(object); NULL gives "<NULL>". Mirrors: PyObject_Repr.
BT_API BtObject *BtObject_Repr(BtObject *object) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);
/// Return str(object); NULL gives "<NULL>". Mirrors: PyObject_Str.
BT_API BtObject *BtObject_Str(BtObject *object) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);
/// Return ascii(object): the repr with all but ASCII escaped. Mirrors: PyObject_ASCII.
BT_API BtObject *BtObject_ASCII(BtObject *object) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);
/// Return bytes(object) without the sizes that an int would mean. Mirrors: PyObject_Bytes.
BT_API BtObject *BtObject_Bytes(BtObject *object) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);
/// Return format(object, format_spec); `format_spec` is a str or NULL. Mirrors: PyObject_Format.
BT_API BtObject *BtObject_Format(BtObject *object, BtObject *format_spec)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);
#define BT_PRINT_RAW 1
/// Write repr(object), or with BT_PRINT_RAW str(object), to a C stream. Mirrors: PyObject_Print.
BT_API int BtObject_Print(BtObject *object, FILE *stream, int flags) BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);

// --- Hash, truth, comparison

/// Return hash(object), never -1 but on errors. Mirrors: PyObject_Hash.
BT_API Bt_hash_t BtObject_Hash(BtObject *object) BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);
/// The tp_hash of types without a hash: TypeError. Mirrors: PyObject_HashNotImplemented.
BT_API Bt_hash_t BtObject_HashNotImplemented(BtObject *object) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);
/// Return the hash of an address. Mirrors: Py_HashPointer.
BT_API Bt_hash_t Bt_HashPointer(const void *address) BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);
/// Return 1 if `object` is true, 0 if false. Mirrors: PyObject_IsTrue.
BT_API int BtObject_IsTrue(BtObject *object) BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);
/// Return 0 if `object` is true, 1 if false. Mirrors: PyObject_Not.
BT_API int BtObject_Not(BtObject *object) BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);

#define BT_LT 0
#define BT_LE 1
#define BT_EQ 2
#define BT_NE 3
#define BT_GT 4
#define BT_GE 5
// CPython's spelling.
#define Bt_LT BT_LT
#define Bt_LE BT_LE
#define Bt_EQ BT_EQ
#define Bt_NE BT_NE
#define Bt_GT BT_GT
#define Bt_GE BT_GE

/// Compare; `operation` is BT_LT … BT_GE. Mirrors: PyObject_RichCompare.
BT_API BtObject *BtObject_RichCompare(BtObject *left, BtObject *right, int operation)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);
/// As BtObject_RichCompare with 1 or 0; the same object is equal to itself. Mirrors: PyObject_RichCompareBool.
BT_API int BtObject_RichCompareBool(BtObject *left, BtObject *right, int operation)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);
/// Return the result of comparing two C values. Mirrors: Py_RETURN_RICHCOMPARE.
#define Bt_RETURN_RICHCOMPARE(left, right, operation)                                     \
    do {                                                                                  \
        switch (operation) {                                                              \
        case BT_EQ: return (left) == (right) ? Bt_True : Bt_False;                        \
        case BT_NE: return (left) != (right) ? Bt_True : Bt_False;                        \
        case BT_LT: return (left) < (right) ? Bt_True : Bt_False;                         \
        case BT_GT: return (left) > (right) ? Bt_True : Bt_False;                         \
        case BT_LE: return (left) <= (right) ? Bt_True : Bt_False;                        \
        case BT_GE: return (left) >= (right) ? Bt_True : Bt_False;                        \
        default: Bt_UNREACHABLE();                                                        \
        }                                                                                 \
    } while (0)

// --- Types of objects

/// Return type(object). Mirrors: PyObject_Type.
BT_API BtObject *BtObject_Type(BtObject *object) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Return 1 if isinstance(object, type_or_tuple), 0 if not. Mirrors: PyObject_IsInstance.
BT_API int BtObject_IsInstance(BtObject *object, BtObject *type_or_tuple) BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);
/// Return 1 if issubclass(type, type_or_tuple), 0 if not. Mirrors: PyObject_IsSubclass.
BT_API int BtObject_IsSubclass(BtObject *type, BtObject *type_or_tuple) BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);
/// Return the sorted names of the attributes, a list. Mirrors: PyObject_Dir.
BT_API BtObject *BtObject_Dir(BtObject *object) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);
/// Return a file descriptor: an int, or what `fileno()` gives. Mirrors: PyObject_AsFileDescriptor.
BT_API int BtObject_AsFileDescriptor(BtObject *object) BT_ATTACHED BT_ERR(-1) BT_SAFETY(shared);

/// Return `origin[item]` as the class of a container's annotations: types.GenericAlias. For __class_getitem__, whose
/// method table entry it can be: BT_METH_O | BT_METH_CLASS.
///
/// Mirrors: Py_GenericAlias.
BT_API BtObject *Bt_GenericAlias(BtObject *origin, BtObject *item) BT_ATTACHED BT_NEW_REF BT_ERR(NULL)
    BT_SAFETY(atomic);

// --- Recursion

BT_INLINE_ABI int _bt_recursion_slow(const char *where) BT_ATTACHED;

/// Enter a call that may nest without bound; every 0 is followed by Bt_LeaveRecursiveCall.
///
/// `where` follows the words "maximum recursion depth exceeded", for example " while calling a Python object".
/// Errors:  -1 with RecursionError set: the stack is used up.
/// Mirrors: Py_EnterRecursiveCall, Py_LeaveRecursiveCall.
BT_INLINE int Bt_EnterRecursiveCall(const char *where) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic)
{
    if (BT_LIKELY(BT_CAST(uintptr_t, __builtin_frame_address(0)) > _bt_current.stack_limit)) {
        return 0;
    }
    return _bt_recursion_slow(where);
}
BT_INLINE void Bt_LeaveRecursiveCall(void) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic) {}

/// Return how deep calls of scripts may nest. Mirrors: Py_GetRecursionLimit.
BT_API int Bt_GetRecursionLimit(void) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);
/// Set how deep they may nest, for this thread at once, for others when they start. Mirrors: Py_SetRecursionLimit.
BT_API void Bt_SetRecursionLimit(int limit) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);

/// Enter the repr of a container: 1 if this thread is in the repr of this very object already, 0 if not.
/// Mirrors: Py_ReprEnter, Py_ReprLeave.
BT_API int Bt_ReprEnter(BtObject *object) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);
BT_API void Bt_ReprLeave(BtObject *object) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);

BT_END_DECLS

#endif
