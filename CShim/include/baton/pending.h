/// @file pending.h
/// Calls that the main thread makes at its next safe point; signals.
#ifndef BATON_PENDING_H
#define BATON_PENDING_H

#include "annotations.h"

BT_BEGIN_DECLS

BT_END_DECLS

#endif
