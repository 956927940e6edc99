/// @file blocking.h
/// Marks calls of the system that wait, so that clang reports one while attached (R7); marks native mutexes, so that it
/// reports one held while waiting to attach (R8).
///
/// The folder checked/ has a header of the same name for each system header with such calls: it includes the system's and
/// marks what that declared. `baton --cflags --checked` puts the folder first in the search path; without it system
/// headers are left alone. BtMutex needs no mark: it detaches while it waits.
#ifndef BATON_BLOCKING_H
#define BATON_BLOCKING_H

#include "annotations.h"

#if defined(__GLIBC__)
/// Say of a function declared before that it may wait.
#  define BT_MARK_BLOCKING_(function) extern __typeof__(function) function BT_BLOCKS
/// Say of functions declared before that they lock or unlock a native mutex.
#  define BT_MARK_LOCKING_(function) extern __typeof__(function) function BT_LOCKS_NATIVE_
#  define BT_MARK_UNLOCKING_(function) extern __typeof__(function) function BT_UNLOCKS_NATIVE_
#else
#  define BT_MARK_BLOCKING_(function) struct BtAttachedCapability_
#  define BT_MARK_LOCKING_(function) struct BtAttachedCapability_
#  define BT_MARK_UNLOCKING_(function) struct BtAttachedCapability_
#endif

#endif
