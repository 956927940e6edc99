/// @file capsule.h
/// Capsules: a C pointer as an object, named, with a destructor. One extension offers another its C functions so.
#ifndef BATON_CAPSULE_H
#define BATON_CAPSULE_H

#include "type.h"

BT_BEGIN_DECLS

BT_DATA BtTypeObject BtCapsule_Type;
#define BtCapsule_CheckExact(object) Bt_IS_TYPE((object), &BtCapsule_Type)

/// Called when the last reference goes; attached.
typedef void (*BtCapsule_Destructor)(BtObject *capsule);

/// Make a capsule of `pointer`, which is not NULL. `name` (NULL: none) must live as long as the capsule; where it is the
/// name of an attribute ("module.attribute") BtCapsule_Import finds it.
///
/// Errors:  NULL with ValueError set if `pointer` is NULL.
/// Mirrors: PyCapsule_New.
BT_API BtObject *BtCapsule_New(void *pointer, const char *name, BtCapsule_Destructor destroy)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Say whether `capsule` is a capsule that holds a pointer and has this name. Mirrors: PyCapsule_IsValid.
BT_API int BtCapsule_IsValid(BtObject *capsule, const char *name) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);

// The getters: ValueError if `capsule` is none, or is not valid. NULL may be a name, a destructor or a context: ask
// BtErr_Occurred. Mirrors: PyCapsule_Get….

/// Return the pointer; `name` must be equal to the capsule's. Mirrors: PyCapsule_GetPointer.
BT_API void *BtCapsule_GetPointer(BtObject *capsule, const char *name) BT_ATTACHED BT_ERR(NULL) BT_SAFETY(atomic);
BT_API const char *BtCapsule_GetName(BtObject *capsule) BT_ATTACHED BT_ERR(occurred) BT_SAFETY(atomic);
BT_API BtCapsule_Destructor BtCapsule_GetDestructor(BtObject *capsule)
    BT_ATTACHED BT_ERR(occurred) BT_SAFETY(atomic);
BT_API void *BtCapsule_GetContext(BtObject *capsule) BT_ATTACHED BT_ERR(occurred) BT_SAFETY(atomic);

// The setters. Mirrors: PyCapsule_Set….

/// Set the pointer, which is not NULL. Mirrors: PyCapsule_SetPointer.
BT_API int BtCapsule_SetPointer(BtObject *capsule, void *pointer) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);
BT_API int BtCapsule_SetName(BtObject *capsule, const char *name) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);
BT_API int BtCapsule_SetDestructor(BtObject *capsule, BtCapsule_Destructor destroy)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);
BT_API int BtCapsule_SetContext(BtObject *capsule, void *context) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);

/// Import the module in `name` ("module.attribute"), and return the pointer of the capsule that is its attribute and
/// whose name is equal to `name`. `no_block` is ignored.
///
/// Errors:  NULL with an exception set: ImportError, or AttributeError if the attribute is no such capsule.
/// Mirrors: PyCapsule_Import.
BT_API void *BtCapsule_Import(const char *name, int no_block) BT_ATTACHED BT_ERR(NULL) BT_SAFETY(atomic);

BT_END_DECLS

#endif
