/// @file unicode.h
/// str: text, stored as 1, 2 or 4 bytes a character (PEP 393).
#ifndef BATON_UNICODE_H
#define BATON_UNICODE_H

#include "type.h"

BT_BEGIN_DECLS

BT_END_DECLS

#endif
