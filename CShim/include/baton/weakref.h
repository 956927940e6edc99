/// @file weakref.h
/// Weak references: their place in the object layout (tp_weaklistoffset).
#ifndef BATON_WEAKREF_H
#define BATON_WEAKREF_H

#include "type.h"

BT_BEGIN_DECLS

/// Clear the weak references to `object`, in its tp_dealloc, before its fields go. Mirrors: PyObject_ClearWeakRefs.
BT_API void BtObject_ClearWeakRefs(BtObject *object) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);

/// Say whether the type has a place for weak references. Mirrors: PyType_SUPPORTS_WEAKREFS.
BT_INLINE int BtType_SUPPORTS_WEAKREFS(BtTypeObject *type) BT_ATTACHED { return type->tp_weaklistoffset != 0; }

BT_END_DECLS

#endif
