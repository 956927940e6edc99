/// @file buffer.h
/// The buffer protocol: memory of an object, seen and pinned by others (R2).
#ifndef BATON_BUFFER_H
#define BATON_BUFFER_H

#include "type.h"

BT_BEGIN_DECLS

BT_END_DECLS

#endif
