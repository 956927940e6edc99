/// @file mutex.h
/// BtMutex, the one-byte mutex that detaches while it waits; BtThread_*lock, CPython's older lock.
#ifndef BATON_MUTEX_H
#define BATON_MUTEX_H

#include "annotations.h"

BT_BEGIN_DECLS

BT_END_DECLS

#endif
