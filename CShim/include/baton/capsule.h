/// @file capsule.h
/// Capsules: a C pointer as an object.
#ifndef BATON_CAPSULE_H
#define BATON_CAPSULE_H

#include "type.h"

BT_BEGIN_DECLS

BT_END_DECLS

#endif
