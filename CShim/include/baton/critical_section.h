/// @file critical_section.h
/// Locking one or two objects for the free-threaded mode; free in the locked mode.
#ifndef BATON_CRITICAL_SECTION_H
#define BATON_CRITICAL_SECTION_H

#include "type.h"

BT_BEGIN_DECLS

BT_END_DECLS

#endif
