/// @file lock.h
/// The lock's switches and figures: scheduler, switch interval, hold, statistics.
#ifndef BATON_LOCK_H
#define BATON_LOCK_H

#include "annotations.h"

BT_BEGIN_DECLS

BT_END_DECLS

#endif
