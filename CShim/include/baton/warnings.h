/// @file warnings.h
/// Warnings.
#ifndef BATON_WARNINGS_H
#define BATON_WARNINGS_H

#include "type.h"

BT_BEGIN_DECLS

BT_END_DECLS

#endif
