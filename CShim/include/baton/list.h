/// @file list.h
/// list.
#ifndef BATON_LIST_H
#define BATON_LIST_H

#include "type.h"

BT_BEGIN_DECLS

BT_END_DECLS

#endif
