/// @file args.h
/// Parsing arguments by a format.
#ifndef BATON_ARGS_H
#define BATON_ARGS_H

#include "type.h"

BT_BEGIN_DECLS

BT_END_DECLS

#endif
