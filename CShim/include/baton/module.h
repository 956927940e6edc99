/// @file module.h
/// Modules: definitions, state, single- and multi-phase init.
///
/// An extension NAME exports one function, BtInit_NAME. In the multi-phase form, to be preferred, it returns
/// `BtModuleDef_Init(&definition)` and the slots of the definition fill the module; state belongs to the module.
#ifndef BATON_MODULE_H
#define BATON_MODULE_H

#include "type.h"

BT_BEGIN_DECLS

/// Declare the init function: `BtMODINIT_FUNC BtInit_zlib(void) { … }`. It is called attached. Mirrors: PyMODINIT_FUNC.
#ifdef __cplusplus
#  define BtMODINIT_FUNC extern "C" __attribute__((visibility("default"))) BT_ATTACHED BtObject *
#else
#  define BtMODINIT_FUNC __attribute__((visibility("default"))) BT_ATTACHED BtObject *
#endif

BT_DATA BtTypeObject BtModule_Type;
BT_DATA BtTypeObject BtModuleDef_Type;

#define BtModule_Check(object) BtObject_TypeCheck((object), &BtModule_Type)
#define BtModule_CheckExact(object) Bt_IS_TYPE((object), &BtModule_Type)

/// The head of a module definition: what BtModuleDef_HEAD_INIT records about its compilation, and what init adds.
typedef struct BtModuleDef_Base {
    BtObject_HEAD
    BtObject *(*m_init)(void) BT_GUARDED;
    Bt_ssize_t m_index BT_GUARDED;
    BtObject *m_copy BT_GUARDED;
    uint32_t m_abi;      ///< BT_ABI_VERSION at compilation
    uint32_t m_version;  ///< BT_VERSION_HEX at compilation
} BtModuleDef_Base;

#define BtModuleDef_HEAD_INIT { BtObject_HEAD_INIT(NULL) NULL, 0, NULL, BT_ABI_VERSION, BT_VERSION_HEX }

typedef struct BtModuleDef_Slot {
    int slot;
    void *value;
} BtModuleDef_Slot;

/// `BtObject *(*)(BtObject *spec, BtModuleDef *def)`: make the module object. `spec` has a name and an origin.
#define Bt_mod_create 1
/// `int (*)(BtObject *module)`: fill the module; -1 with an exception set fails the import. May be given many times.
#define Bt_mod_exec 2
/// Bt_MOD_MULTIPLE_INTERPRETERS_…: accepted, recorded, without effect in a process of one interpreter.
#define Bt_mod_multiple_interpreters 3
/// Bt_MOD_GIL_…: whether the module is written for the free-threaded mode.
#define Bt_mod_gil 4

#define Bt_MOD_MULTIPLE_INTERPRETERS_NOT_SUPPORTED BT_CAST(void *, BT_STATIC_CAST(uintptr_t, 0))
#define Bt_MOD_MULTIPLE_INTERPRETERS_SUPPORTED BT_CAST(void *, BT_STATIC_CAST(uintptr_t, 1))
#define Bt_MOD_PER_INTERPRETER_GIL_SUPPORTED BT_CAST(void *, BT_STATIC_CAST(uintptr_t, 2))
#define Bt_MOD_GIL_USED BT_CAST(void *, BT_STATIC_CAST(uintptr_t, 0))
#define Bt_MOD_GIL_NOT_USED BT_CAST(void *, BT_STATIC_CAST(uintptr_t, 1))

/// The definition of a module; static, it lives as long as the process.
struct BtModuleDef {
    BtModuleDef_Base m_base;
    const char *m_name BT_GUARDED;
    const char *m_doc BT_GUARDED;          ///< NULL: none
    Bt_ssize_t m_size BT_GUARDED;          ///< bytes of state; -1: state is global, the module is made once
    BtMethodDef *m_methods BT_GUARDED;     ///< NULL: none
    BtModuleDef_Slot *m_slots BT_GUARDED;  ///< NULL: single-phase init
    traverseproc m_traverse BT_GUARDED;
    inquiry m_clear BT_GUARDED;
    freefunc m_free BT_GUARDED;            ///< called with the module before its state is freed
};

/// A module object. Guard: attached; the dict locks itself.
typedef struct BtModuleObject {
    BtObject_HEAD
    BtObject *md_dict BT_GUARDED;
    BtModuleDef *md_def BT_GUARDED;   ///< NULL for a module that was not made from a definition
    void *md_state BT_GUARDED;        ///< m_size zeroed bytes; NULL before exec or without state
    BtObject *md_weaklist BT_GUARDED;
    BtObject *md_name BT_GUARDED;
    int md_initializing BT_GUARDED;   ///< not 0 while its import runs
    int md_gil BT_GUARDED;            ///< not 0 if the module wants the lock: Bt_MOD_GIL_NOT_USED was not given
} BtModuleObject;

// Init.

/// Prepare a definition and return it as an object: what a multi-phase init function returns. Mirrors: PyModuleDef_Init.
BT_API BtObject *BtModuleDef_Init(BtModuleDef *def) BT_ATTACHED BT_BORROWED_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Make a module from a definition without slots: single-phase init. `abi` is what the macro gives.
///
/// Errors:  NULL with an exception set: SystemError if the definition has slots, ImportError if it was compiled
///          against another binary interface.
/// Mirrors: PyModule_Create2.
BT_API BtObject *BtModule_Create2(BtModuleDef *def, int abi) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
#define BtModule_Create(def) BtModule_Create2((def), BT_ABI_VERSION)

/// Make a module from a definition with slots and a spec, the first phase. Mirrors: PyModule_FromDefAndSpec2.
BT_API BtObject *BtModule_FromDefAndSpec2(BtModuleDef *def, BtObject *spec, int abi)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
#define BtModule_FromDefAndSpec(def, spec) BtModule_FromDefAndSpec2((def), (spec), BT_ABI_VERSION)

/// Run the exec slots, the second phase. Mirrors: PyModule_ExecDef.
BT_API int BtModule_ExecDef(BtObject *module, BtModuleDef *def) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);

/// Make an empty module with a name, a str or UTF-8. Mirrors: PyModule_NewObject, PyModule_New.
BT_API BtObject *BtModule_NewObject(BtObject *name) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
BT_API BtObject *BtModule_New(const char *name) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Say whether the module is written for the free-threaded mode: a Bt_MOD_GIL_… value. Mirrors:
/// PyUnstable_Module_SetGIL.
BT_API int BtUnstable_Module_SetGIL(BtObject *module, void *gil) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);

// Looking. SystemError where `module` is not one or lacks the thing asked for.

/// Return the attributes of a module, a dict. Mirrors: PyModule_GetDict.
BT_API BtObject *BtModule_GetDict(BtObject *module) BT_ATTACHED BT_BORROWED_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Return the name. Mirrors: PyModule_GetNameObject, PyModule_GetName.
BT_API BtObject *BtModule_GetNameObject(BtObject *module) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
BT_API const char *BtModule_GetName(BtObject *module) BT_ATTACHED BT_ERR(NULL) BT_SAFETY(compatible);
/// Return the path that the module was loaded from. Mirrors: PyModule_GetFilenameObject, PyModule_GetFilename.
BT_API BtObject *BtModule_GetFilenameObject(BtObject *module) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
BT_API const char *BtModule_GetFilename(BtObject *module) BT_ATTACHED BT_ERR(NULL) BT_SAFETY(compatible);
/// Return the definition, or NULL: for a module without one no exception is set. Mirrors: PyModule_GetDef.
BT_API BtModuleDef *BtModule_GetDef(BtObject *module) BT_ATTACHED BT_ERR(occurred) BT_SAFETY(atomic);
/// Return the state, or NULL: for a module without one no exception is set. Mirrors: PyModule_GetState.
BT_API void *BtModule_GetState(BtObject *module) BT_ATTACHED BT_ERR(occurred) BT_SAFETY(atomic);
/// The state of what is known to be a module. Mirrors: _PyModule_GetState.
BT_INLINE void *_BtModule_GetState(BtObject *module) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic)
{
    return BT_CAST(BtModuleObject *, module)->md_state;
}

// Filling.

/// Set an attribute; the reference to `value` is taken over always. NULL is accepted if an exception is set.
/// Mirrors: PyModule_Add.
BT_API int BtModule_Add(BtObject *module, const char *name, BtObject *value)
    BT_ATTACHED BT_STEALS(value) BT_ERR(-1) BT_SAFETY(atomic);
/// Set an attribute; the reference to `value` stays the caller's. NULL is accepted if an exception is set.
/// Mirrors: PyModule_AddObjectRef.
BT_API int BtModule_AddObjectRef(BtObject *module, const char *name, BtObject *value)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);
/// Set an attribute; the reference to `value` is taken over on success only. Use BtModule_Add instead.
/// Mirrors: PyModule_AddObject.
BT_API int BtModule_AddObject(BtObject *module, const char *name, BtObject *value)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);
/// Set an attribute to an int, to a str from UTF-8. Mirrors: PyModule_AddIntConstant, PyModule_AddStringConstant.
BT_API int BtModule_AddIntConstant(BtObject *module, const char *name, long value)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);
BT_API int BtModule_AddStringConstant(BtObject *module, const char *name, const char *value)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);
/// Set the attribute that is named as the macro. Mirrors: PyModule_AddIntMacro, PyModule_AddStringMacro.
#define BtModule_AddIntMacro(module, macro) BtModule_AddIntConstant((module), #macro, (macro))
#define BtModule_AddStringMacro(module, macro) BtModule_AddStringConstant((module), #macro, (macro))
/// Ready a type and set the attribute of its name. Mirrors: PyModule_AddType.
BT_API int BtModule_AddType(BtObject *module, BtTypeObject *type) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);
/// Add functions from a table that lives as long as the process. Mirrors: PyModule_AddFunctions.
BT_API int BtModule_AddFunctions(BtObject *module, BtMethodDef *functions) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);
/// Set `__doc__` from UTF-8. Mirrors: PyModule_SetDocString.
BT_API int BtModule_SetDocString(BtObject *module, const char *doc) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);

// Modules by definition, for single-phase ones.

/// Return the module made from `def`, or NULL with no exception set. Mirrors: PyState_FindModule.
BT_API BtObject *BtState_FindModule(BtModuleDef *def) BT_ATTACHED BT_BORROWED_REF BT_ERR(none) BT_SAFETY(atomic);
/// Record, forget the module made from `def`. Mirrors: PyState_AddModule, PyState_RemoveModule.
BT_API int BtState_AddModule(BtObject *module, BtModuleDef *def) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);
BT_API int BtState_RemoveModule(BtModuleDef *def) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);

BT_END_DECLS

#endif
