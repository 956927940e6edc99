/// @file bytearray.h
/// bytearray: mutable bytes.
#ifndef BATON_BYTEARRAY_H
#define BATON_BYTEARRAY_H

#include "type.h"

BT_BEGIN_DECLS

BT_END_DECLS

#endif
