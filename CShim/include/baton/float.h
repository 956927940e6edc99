/// @file float.h
/// float: IEEE 754 binary64.
#ifndef BATON_FLOAT_H
#define BATON_FLOAT_H

#include "type.h"

BT_BEGIN_DECLS

BT_END_DECLS

#endif
