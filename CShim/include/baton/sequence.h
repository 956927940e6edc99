/// @file sequence.h
/// The sequence protocol.
#ifndef BATON_SEQUENCE_H
#define BATON_SEQUENCE_H

#include "type.h"

BT_BEGIN_DECLS

BT_END_DECLS

#endif
