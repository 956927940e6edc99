/// @file tuple.h
/// tuple.
#ifndef BATON_TUPLE_H
#define BATON_TUPLE_H

#include "type.h"

BT_BEGIN_DECLS

BT_END_DECLS

#endif
