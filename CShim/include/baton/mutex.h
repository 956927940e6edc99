/// @file mutex.h
/// BtMutex, the one-byte mutex that detaches while it waits; BtThread_*lock, CPython's older lock.
///
/// Native state that several threads reach has a mutex of its own (R8). Prefer BtMutex: waiting for it while attached
/// cannot deadlock with the lock, because it detaches while it waits, which also means that everything may have
/// changed when it returns (R6).
#ifndef BATON_MUTEX_H
#define BATON_MUTEX_H

#include "current.h"

BT_BEGIN_DECLS

#define BT_MUTEX_LOCKED_ 1u   ///< somebody holds it
#define BT_MUTEX_PARKED_ 2u   ///< somebody sleeps for it

/// One byte, zero when unlocked: `static BtMutex mutex;` or a zeroed struct field needs no initialising.
typedef struct BtMutex {
    uint8_t bits_;
} BtMutex;

BT_INLINE_ABI void _bt_mutex_lock_slow(uint8_t *bits) BT_ANY_STATE;
BT_INLINE_ABI void _bt_mutex_unlock_slow(uint8_t *bits) BT_ANY_STATE;

/// Lock. Not recursive. May be called attached or detached, and is in the same state after.
///
/// Threads: while it waits attached, it detaches (R6).
/// Mirrors: PyMutex_Lock.
BT_INLINE void BtMutex_Lock(BtMutex *mutex) BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic)
{
    uint8_t expected_ = 0;
    if (!__atomic_compare_exchange_n(&mutex->bits_, &expected_, BT_MUTEX_LOCKED_, 0, __ATOMIC_ACQUIRE,
                                     __ATOMIC_RELAXED)) {
        _bt_mutex_lock_slow(&mutex->bits_);
    }
}

/// Unlock; a mutex that is not locked ends the process. Any thread may unlock. Mirrors: PyMutex_Unlock.
BT_INLINE void BtMutex_Unlock(BtMutex *mutex) BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic)
{
    uint8_t expected_ = BT_MUTEX_LOCKED_;
    if (!__atomic_compare_exchange_n(&mutex->bits_, &expected_, 0, 0, __ATOMIC_RELEASE, __ATOMIC_RELAXED)) {
        _bt_mutex_unlock_slow(&mutex->bits_);
    }
}

/// Say whether somebody holds it. Mirrors: PyMutex_IsLocked.
BT_INLINE int BtMutex_IsLocked(BtMutex *mutex) BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic)
{
    return (__atomic_load_n(&mutex->bits_, __ATOMIC_ACQUIRE) & BT_MUTEX_LOCKED_) != 0;
}

/// CPython's older lock. It may be unlocked by another thread than the one that locked it.
typedef struct BtThread_lock_ *BtThread_type_lock;

typedef enum BtLockStatus { BT_LOCK_FAILURE = 0, BT_LOCK_ACQUIRED = 1, BT_LOCK_INTR } BtLockStatus;

#define NOWAIT_LOCK 0
#define WAIT_LOCK 1
#define BT_TIMEOUT_T long long
/// The longest time that BtThread_acquire_lock_timed can be told, in microseconds.
#define BT_TIMEOUT_MAX (INT64_MAX / 1000)

/// Make a lock, unlocked; NULL without memory (no exception). Mirrors: PyThread_allocate_lock.
BT_API BtThread_type_lock BtThread_allocate_lock(void) BT_ANY_STATE BT_FAILS(NULL) BT_SAFETY(atomic);
/// Free a lock that nobody waits for. Mirrors: PyThread_free_lock.
BT_API void BtThread_free_lock(BtThread_type_lock lock) BT_ANY_STATE BT_ERR(none) BT_SAFETY(distinct);
/// Lock: 1 if it was got. `waitflag` 0 tries only. As in CPython it does NOT detach while it waits: an attached caller
/// tries with 0 first and waits inside an allow-threads block (R7). Mirrors: PyThread_acquire_lock.
BT_API int BtThread_acquire_lock(BtThread_type_lock lock, int waitflag) BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);
/// As above for at most `microseconds` (0 tries, below 0 waits without limit). With `intr_flag` a signal ends the wait
/// with BT_LOCK_INTR. Mirrors: PyThread_acquire_lock_timed.
BT_API BtLockStatus BtThread_acquire_lock_timed(BtThread_type_lock lock, BT_TIMEOUT_T microseconds, int intr_flag)
    BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);
/// Unlock; a lock that is not locked ends the process. Mirrors: PyThread_release_lock.
BT_API void BtThread_release_lock(BtThread_type_lock lock) BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);

BT_END_DECLS

#endif
