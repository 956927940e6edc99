/// @file set.h
/// set and frozenset.
#ifndef BATON_SET_H
#define BATON_SET_H

#include "type.h"

BT_BEGIN_DECLS

BT_END_DECLS

#endif
