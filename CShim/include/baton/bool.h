/// @file bool.h
/// bool: True and False.
#ifndef BATON_BOOL_H
#define BATON_BOOL_H

#include "type.h"

BT_BEGIN_DECLS

BT_END_DECLS

#endif
