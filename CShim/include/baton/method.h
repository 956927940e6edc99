/// @file method.h
/// Builtin functions and bound methods; calling conventions of method tables.
#ifndef BATON_METHOD_H
#define BATON_METHOD_H

#include "type.h"

BT_BEGIN_DECLS

BT_END_DECLS

#endif
