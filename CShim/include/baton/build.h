/// @file build.h
/// Building values, and calling, by a format.
#ifndef BATON_BUILD_H
#define BATON_BUILD_H

#include "type.h"

BT_BEGIN_DECLS

BT_END_DECLS

#endif
