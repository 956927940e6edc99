/// @file lock.h
/// The lock's switches and figures: scheduler, switch interval, hold, statistics.
///
/// All functions may be called attached or detached, and set no exception.
#ifndef BATON_LOCK_H
#define BATON_LOCK_H

#include "current.h"

BT_BEGIN_DECLS

/// How the lock is shared between threads that want it; chosen at start.
typedef enum BtLockScheduler {
    /// `interval` between busy threads; a thread that has used little of the lock is let in at the next safe point.
    BT_SCHEDULER_ADAPTIVE = 0,
    /// A waiter asks for the lock after the switch interval; the holder hands it over at a safe point (Python 3.2).
    BT_SCHEDULER_INTERVAL = 1,
    /// A release every 100 safe points, and everybody competes (before Python 3.2).
    BT_SCHEDULER_TICKS = 2,
} BtLockScheduler;

/// Return the scheduler in use.
BT_API BtLockScheduler BtLock_GetScheduler(void) BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);
/// Return "adaptive", "interval" or "ticks".
BT_API const char *BtLock_GetSchedulerName(BtLockScheduler scheduler) BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);

/// Set for how long a waiter lets the holder run before it asks for the lock, in seconds. -1 if not above zero.
/// Mirrors: sys.setswitchinterval.
BT_API int BtEval_SetSwitchInterval(double seconds) BT_ANY_STATE BT_FAILS(-1) BT_SAFETY(atomic);
/// Return the switch interval in seconds (0.005 if never set). Mirrors: sys.getswitchinterval.
BT_API double BtEval_GetSwitchInterval(void) BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);

/// Switch holding on or off, and return what it was: with it BtEval_SaveThread keeps the lock, so that an author sees
/// what releasing buys. A thread inside a block at that moment is not affected until its next block. The runtime's own waits
/// (locks, joins, sleep, system calls of files and sockets) release all the same: what they wait for may need another thread.
/// A block of an extension, or a call by ctypes, that waits for another thread waits for ever.
BT_API int BtLock_SetHold(int on) BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);
/// Say whether holding is on.
BT_API int BtLock_GetHold(void) BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);

/// Counters of one thread or of all.
typedef struct BtLockStatistics {
    uint64_t acquisitions;     ///< times the lock was taken or taken again
    uint64_t contended;        ///< of these, those that had to wait
    uint64_t forced_switches;  ///< hand-overs at a safe point, after a drop request
    uint64_t hand_overs;       ///< releases that gave the lock to a waiter
    uint64_t take_overs;       ///< takings of a lock that its holder had put down lazily
    uint64_t drop_requests;    ///< made by this thread while it waited
    uint64_t wait_ns;          ///< time spent waiting
    uint64_t wait_max_ns;      ///< the longest single wait
    uint64_t hold_ns;          ///< time holding, while hold times are measured: with BtLock_SetStatistics, tracing or checks
    uint64_t hold_max_ns;      ///< the longest single hold, while hold times are measured
} BtLockStatistics;

/// Fill in the sum over all threads, ended ones included.
BT_API void BtLock_GetStatistics(BtLockStatistics *statistics) BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);
/// Fill in the counters of one thread state, or of this thread's own one if `state` is NULL.
BT_API void BtLock_GetThreadStatistics(BtThreadState *state, BtLockStatistics *statistics)
    BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);
/// Begin at zero again, for all threads.
BT_API void BtLock_ResetStatistics(void) BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);
/// Measure hold times or stop, and return what it was. While on, each save and restore reads the clock.
BT_API int BtLock_SetStatistics(int on) BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);

BT_END_DECLS

#endif
