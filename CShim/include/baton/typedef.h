/// @file typedef.h
/// Making types: method, member, get-set and slot tables; BtType_Ready; BtType_FromSpec.
///
/// Tables are read for as long as the type lives, so they are static (or never freed).
#ifndef BATON_TYPEDEF_H
#define BATON_TYPEDEF_H

#include "macros.h"
#include "type.h"
#include "typeslots.h"

BT_BEGIN_DECLS

// --- Methods

typedef BtObject *(*BtCFunction)(BtObject *self, BtObject *args);
typedef BtObject *(*BtCFunctionWithKeywords)(BtObject *self, BtObject *args, BtObject *kwargs);
typedef BtObject *(*BtCFunctionFast)(BtObject *self, BtObject *const *args, Bt_ssize_t nargs);
typedef BtObject *(*BtCFunctionFastWithKeywords)(
    BtObject *self, BtObject *const *args, Bt_ssize_t nargs, BtObject *kwnames);
typedef BtObject *(*BtCMethod)(
    BtObject *self, BtTypeObject *defining_class, BtObject *const *args, size_t nargs, BtObject *kwnames);
typedef BtCFunctionFast _BtCFunctionFast;
typedef BtCFunctionFastWithKeywords _BtCFunctionFastWithKeywords;

/// Cast a function of any of the signatures above for a method table. Mirrors: _PyCFunction_CAST.
#define _BtCFunction_CAST(function) BT_CAST(BtCFunction, BT_CAST(void (*)(void), function))
#define BtCFunction_CAST(function) _BtCFunction_CAST(function)

/// Calling conventions; one of VARARGS, NOARGS, O, FASTCALL, with KEYWORDS and METHOD where they fit.
#define BT_METH_VARARGS 0x0001   ///< (self, args tuple)
#define BT_METH_KEYWORDS 0x0002  ///< and keywords: a dict with VARARGS, names with FASTCALL
#define BT_METH_NOARGS 0x0004    ///< (self, NULL)
#define BT_METH_O 0x0008         ///< (self, the one argument)
#define BT_METH_CLASS 0x0010     ///< a class method: self is the type
#define BT_METH_STATIC 0x0020    ///< a static method: self is NULL
#define BT_METH_COEXIST 0x0040   ///< wins over a slot's wrapper of the same name
#define BT_METH_FASTCALL 0x0080  ///< (self, args array, count)
#define BT_METH_METHOD 0x0200    ///< with FASTCALL | KEYWORDS: also the class that defines the method

/// One line of a method table, which ends with a zeroed one. Mirrors: PyMethodDef.
struct BtMethodDef {
    const char *ml_name;
    BtCFunction ml_meth BT_GUARDED;
    int ml_flags;
    const char *ml_doc;  ///< may be NULL; a first line `name(args)\n--\n\n` is the signature
};

// --- Members: fields of the C struct as attributes

/// Types of members. Mirrors: Py_T_….
#define BT_T_SHORT 0
#define BT_T_INT 1
#define BT_T_LONG 2
#define BT_T_FLOAT 3
#define BT_T_DOUBLE 4
#define BT_T_STRING 5          ///< const char *, read only; NULL reads as None
#define BT_T_OBJECT_ 6         ///< as OBJECT_EX, but NULL reads as None
#define BT_T_CHAR 7            ///< one ASCII character
#define BT_T_BYTE 8            ///< signed
#define BT_T_UBYTE 9
#define BT_T_USHORT 10
#define BT_T_UINT 11
#define BT_T_ULONG 12
#define BT_T_STRING_INPLACE 13 ///< char[], read only
#define BT_T_BOOL 14           ///< char
#define BT_T_OBJECT_EX 16      ///< BtObject *; NULL raises AttributeError
#define BT_T_LONGLONG 17
#define BT_T_ULONGLONG 18
#define BT_T_PYSSIZET 19
#define BT_T_SSIZET 19
#define BT_T_NONE_ 20
#define BT_T_OBJECT BT_T_OBJECT_
#define BT_T_NONE BT_T_NONE_

/// Flags of members. Mirrors: Py_READONLY, Py_AUDIT_READ, Py_RELATIVE_OFFSET.
#define BT_READONLY 1
#define BT_AUDIT_READ 2
#define BT_RELATIVE_OFFSET 8
// CPython's newer spelling of the same.
#define Bt_READONLY BT_READONLY
#define Bt_AUDIT_READ BT_AUDIT_READ
#define Bt_RELATIVE_OFFSET BT_RELATIVE_OFFSET
#define Bt_T_SHORT BT_T_SHORT
#define Bt_T_INT BT_T_INT
#define Bt_T_LONG BT_T_LONG
#define Bt_T_FLOAT BT_T_FLOAT
#define Bt_T_DOUBLE BT_T_DOUBLE
#define Bt_T_STRING BT_T_STRING
#define Bt_T_CHAR BT_T_CHAR
#define Bt_T_BYTE BT_T_BYTE
#define Bt_T_UBYTE BT_T_UBYTE
#define Bt_T_USHORT BT_T_USHORT
#define Bt_T_UINT BT_T_UINT
#define Bt_T_ULONG BT_T_ULONG
#define Bt_T_STRING_INPLACE BT_T_STRING_INPLACE
#define Bt_T_BOOL BT_T_BOOL
#define Bt_T_OBJECT_EX BT_T_OBJECT_EX
#define Bt_T_LONGLONG BT_T_LONGLONG
#define Bt_T_ULONGLONG BT_T_ULONGLONG
#define Bt_T_PYSSIZET BT_T_PYSSIZET

/// One line of a member table, which ends with a zeroed one. Mirrors: PyMemberDef.
struct BtMemberDef {
    const char *name;
    int type;           ///< BT_T_…
    Bt_ssize_t offset;  ///< bytes from the start of the object
    int flags;
    const char *doc;
};

// --- Get-sets: attributes behind functions

/// One line of a get-set table, which ends with a zeroed one. Mirrors: PyGetSetDef.
struct BtGetSetDef {
    const char *name;
    getter get BT_GUARDED;
    setter set BT_GUARDED;  ///< NULL: read only. Called with a NULL value to delete
    const char *doc;
    void *closure;
};

// --- Types

/// One slot of a specification: a number of typeslots.h and its function or data; the last has number 0.
typedef struct BtType_Slot {
    int slot;
    void *pfunc BT_GUARDED;
} BtType_Slot;

/// What BtType_FromSpec makes a type of. Mirrors: PyType_Spec.
typedef struct BtType_Spec {
    const char *name;   ///< "module.name"
    int basicsize;      ///< bytes; 0: the base's; negative: bytes beyond the base's
    int itemsize;       ///< bytes an item
    unsigned int flags; ///< BT_TPFLAGS_…
    BtType_Slot *slots;
} BtType_Spec;

/// Finish a static type: inherit slots, order its bases, make its dictionary.
///
/// Ownership: `type` lives for ever.
/// Errors:    -1 with an exception set; the type is not ready.
/// Threads:   call it from module initialisation, before others see the type.
/// Mirrors:   PyType_Ready.
BT_API int BtType_Ready(BtTypeObject *type) BT_ATTACHED BT_ERR(-1) BT_SAFETY(distinct);

/// Make a heap type from a specification. Mirrors: PyType_FromSpec.
BT_API BtObject *BtType_FromSpec(BtType_Spec *spec) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// As BtType_FromSpec; `bases` is a type, a tuple of types or NULL. Mirrors: PyType_FromSpecWithBases.
BT_API BtObject *BtType_FromSpecWithBases(BtType_Spec *spec, BtObject *bases)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// As BtType_FromSpecWithBases; the type keeps `module`, by which BtType_GetModule and its kin find state.
/// `module` may be NULL. Mirrors: PyType_FromModuleAndSpec.
BT_API BtObject *BtType_FromModuleAndSpec(BtObject *module, BtType_Spec *spec, BtObject *bases)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// As BtType_FromModuleAndSpec with the type of the type; `metaclass` may be NULL. Mirrors: PyType_FromMetaclass.
BT_API BtObject *BtType_FromMetaclass(
    BtTypeObject *metaclass, BtObject *module, BtType_Spec *spec, BtObject *bases)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// The usual tp_new: make an object by tp_alloc; arguments are left to tp_init. Mirrors: PyType_GenericNew.
BT_API BtObject *BtType_GenericNew(BtTypeObject *type, BtObject *args, BtObject *kwargs)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// The usual tp_alloc: zeroed memory for `items` items, tracked by the collector if the type asks for it.
/// Mirrors: PyType_GenericAlloc.
BT_API BtObject *BtType_GenericAlloc(BtTypeObject *type, Bt_ssize_t items)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Return the module that made `type`; TypeError if none did. Mirrors: PyType_GetModule.
BT_API BtObject *BtType_GetModule(BtTypeObject *type)
    BT_ATTACHED BT_BORROWED_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Return the state of the module that made `type`. Mirrors: PyType_GetModuleState.
BT_API void *BtType_GetModuleState(BtTypeObject *type) BT_ATTACHED BT_ERR(NULL) BT_SAFETY(atomic);
/// Find, along the bases of `type`, the module that was made from `def`. Mirrors: PyType_GetModuleByDef.
BT_API BtObject *BtType_GetModuleByDef(BtTypeObject *type, BtModuleDef *def)
    BT_ATTACHED BT_BORROWED_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Return `__name__`. Mirrors: PyType_GetName.
BT_API BtObject *BtType_GetName(BtTypeObject *type) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Return `__qualname__`. Mirrors: PyType_GetQualName.
BT_API BtObject *BtType_GetQualName(BtTypeObject *type) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Return "module.qualname", without the module for builtins. Mirrors: PyType_GetFullyQualifiedName.
BT_API BtObject *BtType_GetFullyQualifiedName(BtTypeObject *type)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Return `__module__`. Mirrors: PyType_GetModuleName.
BT_API BtObject *BtType_GetModuleName(BtTypeObject *type)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Return what is in a slot, by its number; NULL if it is empty, or with SystemError set if there is no such slot.
/// Mirrors: PyType_GetSlot.
BT_API void *BtType_GetSlot(BtTypeObject *type, int slot) BT_ATTACHED BT_ERR(occurred) BT_SAFETY(atomic);
/// Return tp_flags. Mirrors: PyType_GetFlags.
BT_API unsigned long BtType_GetFlags(BtTypeObject *type) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);
/// Say that attributes or bases of `type` were changed by hand: caches about it are dropped. Mirrors: PyType_Modified.
BT_API void BtType_Modified(BtTypeObject *type) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);
/// Return a new reference to the dictionary of `type`. Mirrors: PyType_GetDict.
BT_API BtObject *BtType_GetDict(BtTypeObject *type) BT_ATTACHED BT_NEW_REF BT_ERR(none) BT_SAFETY(atomic);
/// Find `name` in the dictionaries of `type` and its bases; NULL without an exception if there is none.
/// Mirrors: _PyType_Lookup.
BT_API BtObject *_BtType_Lookup(BtTypeObject *type, BtObject *name)
    BT_ATTACHED BT_BORROWED_REF BT_ERR(none) BT_SAFETY(compatible);
/// Return the part of tp_name behind the last dot. Mirrors: _PyType_Name.
BT_API const char *_BtType_Name(BtTypeObject *type) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);
/// Drop all method caches; return the last version given out. Mirrors: PyType_ClearCache.
BT_API unsigned int BtType_ClearCache(void) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);

/// Return `memory` of a type with BT_RELATIVE_OFFSET data: the part of `object` that `type` adds to its base.
/// Mirrors: PyObject_GetTypeData.
BT_API void *BtObject_GetTypeData(BtObject *object, BtTypeObject *type) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);
/// Return the size in bytes of what BtObject_GetTypeData gives. Mirrors: PyType_GetTypeDataSize.
BT_API Bt_ssize_t BtType_GetTypeDataSize(BtTypeObject *type) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);

BT_END_DECLS

#endif
