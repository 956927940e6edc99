/// @file long.h
/// int: integers of any size.
#ifndef BATON_LONG_H
#define BATON_LONG_H

#include "type.h"

BT_BEGIN_DECLS

BT_END_DECLS

#endif
