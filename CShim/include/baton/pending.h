/// @file pending.h
/// Safe points, and what is done at them: drop requests, pending calls, signals, shutdown.
#ifndef BATON_PENDING_H
#define BATON_PENDING_H

#include "current.h"

BT_BEGIN_DECLS

/// Reasons to leave the fast paths, bits of the attention word.
#define BT_ATTENTION_WAITERS 0x0001u     ///< somebody waits for the lock: a save hands it over
#define BT_ATTENTION_DROP 0x0002u        ///< a drop request
#define BT_ATTENTION_PENDING 0x0004u     ///< calls for the main thread
#define BT_ATTENTION_SIGNAL 0x0008u      ///< a signal has come
#define BT_ATTENTION_ASYNC 0x0010u       ///< BtThreadState_SetAsyncExc
#define BT_ATTENTION_STOP 0x0020u        ///< a thread wants all others to stand still
#define BT_ATTENTION_SHUTDOWN 0x0040u    ///< shutdown has begun
#define BT_ATTENTION_TICKS 0x0080u       ///< the `ticks` scheduler counts safe points
#define BT_ATTENTION_HOLD 0x0100u        ///< saves keep the lock
#define BT_ATTENTION_STATISTICS 0x0200u  ///< hold times are measured
#define BT_ATTENTION_TRACE 0x0400u       ///< every transition is reported
#define BT_ATTENTION_CHECK 0x0800u       ///< checked mode
#define BT_ATTENTION_FREE 0x1000u        ///< the free-threaded mode: no lock
#define BT_ATTENTION_MERGE 0x2000u       ///< counts of objects wait to be merged by their owner
#define BT_ATTENTION_COLLECT 0x4000u     ///< so many objects have been made that the collector is to look
#define BT_ATTENTION_LATE_DROPS 0x8000u  ///< detached threads have dropped references
#define BT_ATTENTION_ASK 0xfff00000u     ///< a thread asks for the lock and spins: its BtThreadHead_.asks_as

/// The reasons that concern a safe point. WAITERS does not: a waiter costs a busy thread nothing until it asks.
#define BT_ATTENTION_SAFE_POINT                                                                             \
    (BT_ATTENTION_DROP | BT_ATTENTION_PENDING | BT_ATTENTION_SIGNAL | BT_ATTENTION_ASYNC | BT_ATTENTION_STOP | \
     BT_ATTENTION_SHUTDOWN | BT_ATTENTION_TICKS | BT_ATTENTION_MERGE | BT_ATTENTION_COLLECT | \
     BT_ATTENTION_LATE_DROPS | BT_ATTENTION_ASK)

BT_INLINE_ABI int _bt_safe_point_slow(void) BT_ATTACHED;

/// Do what is asked of this thread: hand the lock over after a drop request, collect garbage, make pending calls, raise
/// what a signal or shutdown asks for. Interpreters call it at back-edges and calls, native loops that stay attached now and then.
///
/// Errors:  -1 with an exception set (KeyboardInterrupt, SystemExit, or what a pending call raised).
/// Threads: may switch threads and run any code (R6).
BT_INLINE int BtEval_SafePoint(void) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic)
{
    if (BT_LIKELY((__atomic_load_n(&_bt_lock_head.attention, __ATOMIC_RELAXED) & BT_ATTENTION_SAFE_POINT) == 0)) {
        return 0;
    }
    return _bt_safe_point_slow();
}

/// Say whether a safe point has something to do. For interpreters that leave their fast paths for it.
BT_INLINE int _bt_safe_point_is_due(void)
{
    return (__atomic_load_n(&_bt_lock_head.attention, __ATOMIC_RELAXED) & BT_ATTENTION_SAFE_POINT) != 0;
}

/// Have the main thread call `function(argument)` at its next safe point; it returns 0, or -1 with an exception set.
///
/// Errors:  -1 if too many calls wait (no exception is set).
/// Threads: any thread, attached or not, also a signal handler.
/// Mirrors: Py_AddPendingCall.
BT_API int Bt_AddPendingCall(int (*function)(void *), void *argument) BT_ANY_STATE BT_FAILS(-1) BT_SAFETY(atomic);

/// Make the pending calls, if this is the main thread. -1 with what the first failing one raised; those behind it stay.
/// Mirrors: Py_MakePendingCalls.
BT_API int Bt_MakePendingCalls(void) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);

/// Run the handlers of signals that have come, if this is the main thread: -1 if one raised (KeyboardInterrupt).
/// Mirrors: PyErr_CheckSignals.
BT_API int BtErr_CheckSignals(void) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);
/// Note a SIGINT as if it had come. Mirrors: PyErr_SetInterrupt.
BT_API void BtErr_SetInterrupt(void) BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);
/// Note a signal as if it had come; -1 if there is no such number. Any thread, also a signal handler.
/// Mirrors: PyErr_SetInterruptEx.
BT_API int BtErr_SetInterruptEx(int signal) BT_ANY_STATE BT_FAILS(-1) BT_SAFETY(atomic);
/// Say whether a SIGINT has come, and take it back. Mirrors: PyOS_InterruptOccurred.
BT_API int BtOS_InterruptOccurred(void) BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);

BT_END_DECLS

#endif
