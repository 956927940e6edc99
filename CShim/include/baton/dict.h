/// @file dict.h
/// dict: insertion-ordered.
#ifndef BATON_DICT_H
#define BATON_DICT_H

#include "type.h"

BT_BEGIN_DECLS

BT_END_DECLS

#endif
