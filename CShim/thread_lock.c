// BtThread_type_lock, CPython's older lock: any thread may unlock it, and it does not detach while it waits.
#include "lock_state.h"

#include <stdlib.h>

struct BtThread_lock_ {
    uint32_t word;  // atomic: 0 unlocked, 1 locked, 2 locked and somebody may sleep
};

BtThread_type_lock BtThread_allocate_lock(void) { return calloc(1, sizeof(struct BtThread_lock_)); }

void BtThread_free_lock(BtThread_type_lock lock) { free(lock); }

BtLockStatus BtThread_acquire_lock_timed(BtThread_type_lock lock, BT_TIMEOUT_T microseconds, int intr_flag)
{
    uint32_t expected = 0;
    if (__atomic_compare_exchange_n(&lock->word, &expected, 1, 0, __ATOMIC_ACQUIRE, __ATOMIC_RELAXED)) {
        return BT_LOCK_ACQUIRED;
    }
    if (microseconds == 0) {
        return BT_LOCK_FAILURE;
    }
    uint64_t begin = _bt_clock_now();
    uint64_t limit = microseconds < 0 || microseconds > BT_TIMEOUT_MAX ? BT_NO_TIMEOUT : (uint64_t)microseconds * 1000u;
    while (__atomic_exchange_n(&lock->word, 2, __ATOMIC_ACQUIRE) != 0) {
        uint64_t rest = BT_NO_TIMEOUT;
        if (limit != BT_NO_TIMEOUT) {
            uint64_t waited = _bt_clock_now() - begin;
            if (waited >= limit) {
                return BT_LOCK_FAILURE;
            }
            rest = limit - waited;
        }
        if (_bt_wait_on(&lock->word, 2, rest) == BT_WAIT_INTERRUPTED && intr_flag) {
            return BT_LOCK_INTR;
        }
    }
    return BT_LOCK_ACQUIRED;
}

int BtThread_acquire_lock(BtThread_type_lock lock, int waitflag)
{
    return BtThread_acquire_lock_timed(lock, waitflag ? -1 : 0, 0) == BT_LOCK_ACQUIRED;
}

void BtThread_release_lock(BtThread_type_lock lock)
{
    switch (__atomic_exchange_n(&lock->word, 0, __ATOMIC_RELEASE)) {
    case 0:
        _bt_fatal_rule(8, "BtThread_release_lock", "expected a locked lock, got one that is not locked");
    case 2:
        _bt_wake_one(&lock->word);
        break;
    default:
        break;
    }
}
