/// @file bytes.h
/// bytes: immutable bytes.
#ifndef BATON_BYTES_H
#define BATON_BYTES_H

#include "type.h"

BT_BEGIN_DECLS

BT_END_DECLS

#endif
