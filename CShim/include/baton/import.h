/// @file import.h
/// Importing modules by name.
///
/// `NAME.so`, then `libNAME.so`, is looked for in the folders of BATON_PATH (separated by colons), in the installed
/// place, and, inside a checkout, beside the running program. A module is made once; a second import gives the same one.
#ifndef BATON_IMPORT_H
#define BATON_IMPORT_H

#include "type.h"

BT_BEGIN_DECLS

/// Import a module by its name in UTF-8.
///
/// Errors:  NULL with ModuleNotFoundError or ImportError set, whose `path` and text tell which file and why; or with
///          whatever the init of the module raised.
/// Threads: detaches while it reads files, loads the library, or waits for another thread that imports the module.
/// Mirrors: PyImport_ImportModule.
BT_API BtObject *BtImport_ImportModule(const char *name) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// As BtImport_ImportModule. Mirrors: PyImport_ImportModuleNoBlock.
BT_API BtObject *BtImport_ImportModuleNoBlock(const char *name) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Import a module by its name, a str. Mirrors: PyImport_Import.
BT_API BtObject *BtImport_Import(BtObject *name) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// What the statement `import` calls: of "a.b" the module a is returned, unless `fromlist` has items. `globals` gives
/// the package for a `level` above 0; `locals` is not looked at. NULL may stand for all three.
/// Mirrors: PyImport_ImportModuleLevelObject, PyImport_ImportModuleLevel, PyImport_ImportModuleEx.
BT_API BtObject *BtImport_ImportModuleLevelObject(
    BtObject *name, BtObject *globals, BtObject *locals, BtObject *fromlist, int level)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
BT_API BtObject *BtImport_ImportModuleLevel(
    const char *name, BtObject *globals, BtObject *locals, BtObject *fromlist, int level)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
#define BtImport_ImportModuleEx(name, globals, locals, fromlist) \
    BtImport_ImportModuleLevel((name), (globals), (locals), (fromlist), 0)

/// Import a module and return one attribute of it. Mirrors: PyImport_ImportModuleAttr,
/// PyImport_ImportModuleAttrString.
BT_API BtObject *BtImport_ImportModuleAttr(BtObject *name, BtObject *attribute)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
BT_API BtObject *BtImport_ImportModuleAttrString(const char *name, const char *attribute)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Return the module of this name, made empty if it has not been imported. Mirrors: PyImport_AddModuleRef (new
/// reference), PyImport_AddModuleObject and PyImport_AddModule (borrowed).
BT_API BtObject *BtImport_AddModuleRef(const char *name) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
BT_API BtObject *BtImport_AddModuleObject(BtObject *name)
    BT_ATTACHED BT_BORROWED_REF BT_ERR(NULL) BT_SAFETY(compatible);
BT_API BtObject *BtImport_AddModule(const char *name) BT_ATTACHED BT_BORROWED_REF BT_ERR(NULL) BT_SAFETY(compatible);

/// Return the module of this name if it has been imported, else NULL with no exception set.
/// Mirrors: PyImport_GetModule.
BT_API BtObject *BtImport_GetModule(BtObject *name) BT_ATTACHED BT_NEW_REF BT_ERR(occurred) BT_SAFETY(atomic);
/// Return the dict of the modules imported, by name. Mirrors: PyImport_GetModuleDict.
BT_API BtObject *BtImport_GetModuleDict(void) BT_ATTACHED BT_BORROWED_REF BT_ERR(none) BT_SAFETY(atomic);
/// Record a module under a name, as if it had been imported. Mirrors: _PyImport_SetModule.
BT_API int _BtImport_SetModule(BtObject *name, BtObject *module) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);

/// Let an import of `name` call `init`, a function of the program itself, instead of looking for a file. Both live as
/// long as the process.
///
/// Errors:  -1 without an exception if 256 are registered.
/// Mirrors: PyImport_AppendInittab.
BT_API int BtImport_AppendInittab(const char *name, BtObject *(*init)(void))
    BT_ANY_STATE BT_FAILS(-1) BT_SAFETY(atomic);

BT_END_DECLS

#endif
