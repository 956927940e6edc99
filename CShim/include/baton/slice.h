/// @file slice.h
/// slice and range.
#ifndef BATON_SLICE_H
#define BATON_SLICE_H

#include "type.h"

BT_BEGIN_DECLS

BT_END_DECLS

#endif
