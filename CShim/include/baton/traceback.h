/// @file traceback.h
/// Tracebacks: recording and printing.
#ifndef BATON_TRACEBACK_H
#define BATON_TRACEBACK_H

#include "type.h"

BT_BEGIN_DECLS

BT_END_DECLS

#endif
