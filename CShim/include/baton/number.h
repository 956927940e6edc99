/// @file number.h
/// The number protocol.
#ifndef BATON_NUMBER_H
#define BATON_NUMBER_H

#include "type.h"

BT_BEGIN_DECLS

BT_END_DECLS

#endif
