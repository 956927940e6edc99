/// @file mapping.h
/// The mapping protocol.
#ifndef BATON_MAPPING_H
#define BATON_MAPPING_H

#include "type.h"

BT_BEGIN_DECLS

BT_END_DECLS

#endif
