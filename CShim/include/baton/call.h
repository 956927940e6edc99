/// @file call.h
/// Calling objects: tuple and dict, vectorcall, formats.
#ifndef BATON_CALL_H
#define BATON_CALL_H

#include "type.h"

BT_BEGIN_DECLS

BT_END_DECLS

#endif
