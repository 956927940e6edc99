/// @file errors.h
/// Exceptions: the error indicator (R9), the hierarchy, making and matching.
#ifndef BATON_ERRORS_H
#define BATON_ERRORS_H

#include "type.h"

BT_BEGIN_DECLS

BT_END_DECLS

#endif
