/// @file memory.h
/// Raw memory and object memory.
#ifndef BATON_MEMORY_H
#define BATON_MEMORY_H

#include "type.h"

BT_BEGIN_DECLS

BT_END_DECLS

#endif
