/// @file weakref.h
/// Weak references: their place in the object layout.
#ifndef BATON_WEAKREF_H
#define BATON_WEAKREF_H

#include "type.h"

BT_BEGIN_DECLS

BT_END_DECLS

#endif
