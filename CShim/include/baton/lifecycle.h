/// @file lifecycle.h
/// Starting and ending the runtime.
#ifndef BATON_LIFECYCLE_H
#define BATON_LIFECYCLE_H

#include "annotations.h"

BT_BEGIN_DECLS

BT_END_DECLS

#endif
