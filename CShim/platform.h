// What the lock needs of the operating system: waiting on a word, membarrier, the clock, names of threads. Nothing else
// touches a futex or a pthread mutex.
#ifndef BATON_PLATFORM_H
#define BATON_PLATFORM_H

#include <stdint.h>

#include "baton/annotations.h"

/// A small mutex for short critical regions of the lock itself. Zero is unlocked. It spins a little, then sleeps.
typedef struct BtInternalMutex_ {
    uint32_t word;  // 0 unlocked, 1 locked, 2 locked and somebody may sleep
} BtInternalMutex_;

void _bt_internal_lock_slow(BtInternalMutex_ *mutex);
void _bt_internal_unlock_slow(BtInternalMutex_ *mutex);

BT_INLINE void _bt_internal_lock(BtInternalMutex_ *mutex)
{
    uint32_t expected = 0;
    if (!__atomic_compare_exchange_n(&mutex->word, &expected, 1, 0, __ATOMIC_SEQ_CST, __ATOMIC_RELAXED)) {
        _bt_internal_lock_slow(mutex);
    }
}

BT_INLINE void _bt_internal_unlock(BtInternalMutex_ *mutex)
{
    if (__atomic_exchange_n(&mutex->word, 0, __ATOMIC_SEQ_CST) != 1) {
        _bt_internal_unlock_slow(mutex);
    }
}

#define BT_NO_TIMEOUT UINT64_MAX

typedef enum BtWaitResult_ { BT_WAIT_WOKEN, BT_WAIT_TIMED_OUT, BT_WAIT_INTERRUPTED } BtWaitResult_;

/// Sleep while `*word` is `expected`, until a wake, a signal, or after `timeout_ns`. May return early.
BtWaitResult_ _bt_wait_on(uint32_t *word, uint32_t expected, uint64_t timeout_ns);
/// Wake one sleeper of `word`, whose memory need not be valid any more.
void _bt_wake_one(uint32_t *word);

/// Ask the system for `membarrier`; before threads exist. 0 if it is refused.
int _bt_membarrier_register(void);
/// Have every thread of the process pass a full memory barrier.
void _bt_membarrier(void);

/// Nanoseconds, monotonic.
uint64_t _bt_clock_now(void);
unsigned long _bt_thread_ident(void);
unsigned long _bt_thread_native_id(void);
/// Write the name of a thread, or "", into `name` (at least 32 bytes).
void _bt_thread_name(unsigned long ident, char *name);
int _bt_processor_count(void);
/// On which processor this thread runs; UINT32_MAX if the system does not say. A few nanoseconds.
uint32_t _bt_processor(void);

/// Tell the processor that this is a spinning loop.
BT_INLINE void _bt_relax(void)
{
#if defined(__x86_64__) || defined(__i386__)
    __builtin_ia32_pause();
#elif defined(__aarch64__)
    __asm__ volatile("isb" ::: "memory");
#endif
}

#endif
