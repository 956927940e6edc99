/// @file memoryview.h
/// memoryview: a buffer as an object.
#ifndef BATON_MEMORYVIEW_H
#define BATON_MEMORYVIEW_H

#include "type.h"

BT_BEGIN_DECLS

BT_END_DECLS

#endif
