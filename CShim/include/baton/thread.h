/// @file thread.h
/// The threading contract (R1 to R10) and its functions: save and restore, allow-threads blocks, thread states, attaching.
#ifndef BATON_THREAD_H
#define BATON_THREAD_H

#include "annotations.h"

BT_BEGIN_DECLS

BT_END_DECLS

#endif
