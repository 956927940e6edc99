/// @file typedef.h
/// Making types: method, member, get-set and slot tables; BtType_Ready; BtType_FromSpec.
#ifndef BATON_TYPEDEF_H
#define BATON_TYPEDEF_H

#include "type.h"

BT_BEGIN_DECLS

BT_END_DECLS

#endif
