// BtMutex when it is contended. In C because its fast path is inline C and its waiters sleep on futexes.
//
// One byte has no room for a queue, so waiters queue in one of a few buckets by the mutex's address. A waiter that has
// waited long is handed the mutex; others compete when they wake, which is faster.
#include "lock_state.h"

#define BUCKET_COUNT 64
#define SPINS 40
/// After so long a waiter is handed the mutex.
#define FAIR_NS 1000000u

struct waiter {
    struct waiter *next;
    uint8_t *bits;
    uint64_t since;
    uint32_t wake;       // atomic: 0 sleeping, 1 woken, 2 handed the mutex
};

static struct bucket {
    BtInternalMutex_ mutex;
    struct waiter *first;  // guarded by: mutex
    struct waiter *last;
} __attribute__((aligned(64))) buckets[BUCKET_COUNT];

static struct bucket *bucket_of(uint8_t *bits)
{
    uintptr_t address = (uintptr_t)bits;
    return &buckets[(address ^ address >> 6 ^ address >> 12) % BUCKET_COUNT];
}

/// Sleep in the bucket until woken: 1 if the mutex was handed over. Returns at once if the mutex has changed.
static int park(uint8_t *bits, uint64_t since)
{
    struct bucket *bucket = bucket_of(bits);
    struct waiter waiter = {NULL, bits, since, 0};
    _bt_internal_lock(&bucket->mutex);
    if (__atomic_load_n(bits, __ATOMIC_RELAXED) != (BT_MUTEX_LOCKED_ | BT_MUTEX_PARKED_)) {
        _bt_internal_unlock(&bucket->mutex);
        return 0;
    }
    *(bucket->first != NULL ? &bucket->last->next : &bucket->first) = &waiter;
    bucket->last = &waiter;
    _bt_internal_unlock(&bucket->mutex);
    uint32_t wake;
    while ((wake = __atomic_load_n(&waiter.wake, __ATOMIC_ACQUIRE)) == 0) {
        _bt_wait_on(&waiter.wake, 0, BT_NO_TIMEOUT);
    }
    return wake == 2;
}

/// Lock, detached already or with nothing to detach.
static void lock_waiting(uint8_t *bits)
{
    uint64_t since = _bt_clock_now();
    uint8_t value = __atomic_load_n(bits, __ATOMIC_RELAXED);
    for (;;) {
        if ((value & BT_MUTEX_LOCKED_) == 0) {
            if (__atomic_compare_exchange_n(bits, &value, value | BT_MUTEX_LOCKED_, 0, __ATOMIC_ACQUIRE,
                                            __ATOMIC_RELAXED)) {
                return;
            }
            continue;
        }
        if ((value & BT_MUTEX_PARKED_) == 0
            && !__atomic_compare_exchange_n(bits, &value, value | BT_MUTEX_PARKED_, 0, __ATOMIC_RELAXED,
                                            __ATOMIC_RELAXED)) {
            continue;
        }
        if (park(bits, since)) {
            return;
        }
        value = __atomic_load_n(bits, __ATOMIC_RELAXED);
    }
}

void _bt_mutex_lock_slow(uint8_t *bits)
{
    for (int i = 0; i < SPINS; i++) {
        uint8_t value = __atomic_load_n(bits, __ATOMIC_RELAXED);
        if ((value & BT_MUTEX_LOCKED_) == 0
            && __atomic_compare_exchange_n(bits, &value, value | BT_MUTEX_LOCKED_, 0, __ATOMIC_ACQUIRE,
                                           __ATOMIC_RELAXED)) {
            return;
        }
        _bt_relax();
    }
    // Detached while it waits, so that the mutex's owner can attach and get to its unlock. Attaching with the mutex in
    // hand is safe (R8): whoever holds the lock and wants the mutex detaches here in turn.
    BtThreadState *state = _bt_wait_begin();
    lock_waiting(bits);
    _bt_wait_end(state);
}

void _bt_mutex_unlock_slow(uint8_t *bits)
{
    struct bucket *bucket = bucket_of(bits);
    struct waiter *woken = NULL;
    int has_more = 0;
    _bt_internal_lock(&bucket->mutex);
    if ((__atomic_load_n(bits, __ATOMIC_RELAXED) & BT_MUTEX_LOCKED_) == 0) {
        _bt_internal_unlock(&bucket->mutex);
        _bt_fatal_rule(8, "BtMutex_Unlock", "expected a locked mutex, got one that is not locked");
    }
    struct waiter *before = NULL;
    for (struct waiter *waiter = bucket->first; waiter != NULL; waiter = waiter->next) {
        if (waiter->bits == bits) {
            if (woken != NULL) {
                has_more = 1;
                break;
            }
            woken = waiter;
            *(before != NULL ? &before->next : &bucket->first) = waiter->next;
            if (bucket->last == waiter) {
                bucket->last = before;
            }
            continue;
        }
        before = waiter;
    }
    int is_handed = woken != NULL && _bt_clock_now() - woken->since > FAIR_NS;
    __atomic_store_n(bits, (has_more ? BT_MUTEX_PARKED_ : 0) | (is_handed ? BT_MUTEX_LOCKED_ : 0), __ATOMIC_RELEASE);
    if (woken != NULL) {
        uint32_t *word = &woken->wake;
        __atomic_store_n(word, is_handed ? 2 : 1, __ATOMIC_RELEASE);
        _bt_wake_one(word);
    }
    _bt_internal_unlock(&bucket->mutex);
}

void _bt_parking_forked(void)
{
    for (int i = 0; i < BUCKET_COUNT; i++) {
        buckets[i] = (struct bucket){{0}, NULL, NULL};
    }
}
