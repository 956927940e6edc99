// The lock's inside: its state, its fast paths, and what its files ask of each other.
//
// Who may change what. `holder` (in _bt_lock_head) goes from a thread to NULL by a compare-and-swap of that thread, from
// NULL to a thread by a compare-and-swap of anybody, and from one thread to another under the internal mutex only.
// short_way.c adds one: the attached holder gives the lock to an asker, under the internal mutex, by a plain store.
// `attention` is changed by atomic read-modify-writes; the bits WAITERS and DROP under the internal mutex.
//
// Why lazy release is right. A release stores DETACHED in the thread's own state and then loads `attention`; a restore
// stores ATTACHED and then loads `attention` and `holder`. A waiter sets WAITERS and then loads that state. Between its
// two steps it passes a `membarrier`, and so does every other thread: either the waiter sees the store, or the other
// thread's load sees WAITERS and goes to the slow path, where the mutex decides. Without the barrier both could read
// the old values (each store still in its processor's buffer), and the lock would have two holders, or nobody to hand
// it over. Tests/Models/ has the proof by exhaustion.
//
// Why a full release needs no membarrier of the waiter. The thread's release has a read-modify-write of `holder`
// between its store and its load. A waiter may skip the barrier if it reads `full_releases` other than 0 after it set
// WAITERS. The thread clears `full_releases` only before the read-modify-write of a release that is still full: if the
// waiter read the old value, the clearing, and so that release's load of `attention`, came after WAITERS was set, and
// that load sees it. Others set the field only for a thread that they took the lock from, before they give the lock on,
// and for a waiter, before they give the lock to it: either has seen it by the time it holds the lock again. A thread that
// asks for the lock sets its own.
#ifndef BATON_LOCK_STATE_H
#define BATON_LOCK_STATE_H

#include "baton/critical_section.h"
#include "baton/host_thread.h"
#include "platform.h"

// These files are the lock: they do what the analysis assumes.
#if BT_HAS_CLANG
#  pragma clang diagnostic ignored "-Wthread-safety-analysis"
#endif

/// Releases in a row that must find nobody else before a thread releases lazily again.
#define BT_FULL_RELEASES 32

/// Values of BtThreadState.wake.
#define BT_WAKE_WAITING 0u    ///< awake, perhaps spinning
#define BT_WAKE_SLEEPING 1u   ///< about to sleep, or asleep: needs a wake
#define BT_WAKE_GRANTED 2u    ///< has the lock
#define BT_WAKE_LOOK 3u       ///< look again: appointed timekeeper, the clock has changed, or the lock is free (`ticks`)

/// Values of BtThreadState.group.
enum { BT_GROUP_NONE = 0, BT_GROUP_EAGER = 1, BT_GROUP_BUSY = 2 };

/// Why a thread queues up: it came back from a release, its slice has ended, or it makes way for an eager thread.
typedef enum BtQueueReason_ { BT_QUEUE_RESTORE, BT_QUEUE_SLICE_END, BT_QUEUE_PREEMPTED } BtQueueReason_;

/// A release by BtEval_SaveThread, which the hold switch may suppress, or one that is final.
typedef enum BtReleaseKind_ { BT_RELEASE_SAVE, BT_RELEASE_FINAL } BtReleaseKind_;

typedef struct BtWaiterQueue_ {
    BtThreadState *first;
    BtThreadState *last;
} BtWaiterQueue_;

/// A line of the cache of its own for what is written while other threads read what is beside it.
#define BT_OWN_LINE __attribute__((aligned(64)))

struct BtLock_ {
    // --- written at start, before a second thread exists
    uint32_t is_ready;
    uint32_t full_only;             // the portable path: no lazy release
    uint32_t is_free_threaded;
    BtLockScheduler scheduler;
    uint32_t max_spinners;
    uint32_t has_short_way;         // `adaptive` on several processors, with membarrier and the system's clock
    uint16_t number;                // of every attached thread, in the locked mode
    uint16_t new_owner;
    uint64_t (*clock)(void);        // NULL: the system's
    BtLockEventHook_ event;         // NULL: none
    BtThreadState *main_state;
    // --- atomic, seldom written
    uint64_t interval_ns;
    // --- atomic
    BT_OWN_LINE BtThreadState *last_holder;  // who held the lock last; written by the holder
    uint32_t spinners;
    BtInternalMutex_ mutex;
    // --- guarded by: mutex
    BtWaiterQueue_ eager;           // `adaptive`: threads that have used little of the lock
    BtWaiterQueue_ busy;            // all others
    BtThreadState *timekeeper;
    uint64_t keeper_looks_at;       // when the timekeeper looks next
    uint64_t switches;              // how often the lock was granted
    uint64_t slice_started_at;
    uint64_t batch_started_at;      // `adaptive`: when a busy holder made way for eager threads; 0: has not
    uint64_t busy_resumed_at;       // `adaptive`: since when the busy holder's time has not been counted; 0: not known
    int64_t busy_ahead_ns;          // `adaptive`: how much longer busy threads ran than eager ones kept them waiting
    uint32_t holder_is_eager;
    BtThreadState *states;          // the list of all thread states
    BtThreadState *spare_states;    // deleted ones
    uint64_t next_id;
    BtLockStatistics ended;         // of deleted thread states
    BtLockStatistics baseline;      // the totals at the last reset
    uint32_t guards;                // open interpreter guards
    uint32_t merges;                // objects in all to_merge lists
    BtThreadState *shutdown_by;     // who began shutdown; NULL: nobody
} BT_OWN_LINE;
extern struct BtLock_ _bt_lock;

// --- words

BT_INLINE uint32_t _bt_attention(void) { return __atomic_load_n(&_bt_lock_head.attention, __ATOMIC_SEQ_CST); }
BT_INLINE void _bt_attention_set(uint32_t bits)
{
    __atomic_fetch_or(&_bt_lock_head.attention, bits, __ATOMIC_SEQ_CST);
}
BT_INLINE void _bt_attention_clear(uint32_t bits)
{
    __atomic_fetch_and(&_bt_lock_head.attention, ~bits, __ATOMIC_SEQ_CST);
}
BT_INLINE BtThreadState *_bt_holder(void) { return __atomic_load_n(&_bt_lock_head.holder, __ATOMIC_SEQ_CST); }
BT_INLINE int _bt_holder_swap(BtThreadState *from, BtThreadState *to)
{
    return __atomic_compare_exchange_n(&_bt_lock_head.holder, &from, to, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
}
BT_INLINE BtThreadState *_bt_heir(void) { return __atomic_load_n(&_bt_lock_head.heir, __ATOMIC_SEQ_CST); }
/// Whether nobody holds the lock, or its holder has released it lazily.
BT_INLINE int _bt_is_put_down(BtThreadState *holder)
{
    return holder == NULL || __atomic_load_n(&holder->head.state, __ATOMIC_SEQ_CST) == BT_STATE_DETACHED;
}
/// Whether a thread that is attached was on this processor when it got the lock: then it does not run while this one spins.
BT_INLINE int _bt_ran_here(BtThreadState *holder)
{
    uint32_t processor = _bt_processor();
    return processor != UINT32_MAX && __atomic_load_n(&holder->head.processor, __ATOMIC_RELAXED) == processor;
}
BT_INLINE void _bt_state_set(BtThreadState *state, uint32_t value)
{
    __atomic_store_n(&state->head.state, value, __ATOMIC_SEQ_CST);
}
BT_INLINE uint32_t _bt_full_releases(BtThreadState *state)
{
    return __atomic_load_n(&state->head.full_releases, __ATOMIC_SEQ_CST);
}
BT_INLINE void _bt_full_releases_set(BtThreadState *state, uint32_t count)
{
    __atomic_store_n(&state->head.full_releases, count, __ATOMIC_SEQ_CST);
}
/// Counters are written by one thread and read by all.
BT_INLINE void _bt_count(uint64_t *counter, uint64_t more)
{
    __atomic_store_n(counter, __atomic_load_n(counter, __ATOMIC_RELAXED) + more, __ATOMIC_RELAXED);
}
BT_INLINE void _bt_count_max(uint64_t *counter, uint64_t value)
{
    if (__atomic_load_n(counter, __ATOMIC_RELAXED) < value) {
        __atomic_store_n(counter, value, __ATOMIC_RELAXED);
    }
}
BT_INLINE uint64_t _bt_lock_now(void) { return _bt_lock.clock != NULL ? _bt_lock.clock() : _bt_clock_now(); }
BT_INLINE uint64_t _bt_interval(void) { return __atomic_load_n(&_bt_lock.interval_ns, __ATOMIC_RELAXED); }
BT_INLINE void _bt_event(BtLockEvent_ event, BtThreadState *state)
{
    if (BT_UNLIKELY(_bt_lock.event != NULL)) {
        _bt_lock.event(event, state, _bt_lock_now());
    }
}

// --- fast paths

/// Ends what _bt_detach_fast began, and is the fast path's last call, so that it needs no stack frame.
__attribute__((noinline)) BtThreadState *_bt_release_slow(BtThreadState *state, BtReleaseKind_ kind);

/// Detach `state`, which is this thread's attached one, for good or for a wait of the runtime.
BT_INLINE void _bt_release(BtThreadState *state)
{
    if (BT_UNLIKELY(_bt_detach_fast(state) != 0)) {
        _bt_release_slow(state, BT_RELEASE_FINAL);
    }
}

// --- lock_slow.c

/// Wake a thread whose `wake` was exchanged for something else, if it slept.
BT_INLINE void _bt_wake_if(BtThreadState *state)
{
    if (state != NULL) {
        _bt_wake_one(&state->wake);
    }
}
/// Whom to wake once the mutex is unlocked.
typedef struct BtWakes_ {
    BtThreadState *granted;
    BtThreadState *appointed;
} BtWakes_;
BT_INLINE void _bt_unlock_and_wake(BtWakes_ *wakes)
{
    _bt_internal_unlock(&_bt_lock.mutex);
    _bt_wake_if(wakes->granted);
    _bt_wake_if(wakes->appointed);
}
/// Give the lock to the waiter whose turn it is, if it is free or put down lazily. Mutex held; WAITERS is set.
void _bt_grant_if_free(BtWakes_ *wakes);
/// At a safe point with a drop request: hand the lock over and wait for it.
void _bt_forced_switch(BtThreadState *state);
/// Put down for good what a detached thread holds lazily. Mutex held.
void _bt_give_up(BtThreadState *state, BtWakes_ *wakes);
/// Note the end of a hold that was timed, by a release or (`is_released` 0) by a forced switch.
void _bt_hold_ended(BtThreadState *state, int is_released);
/// Note that the lock was taken without waiting.
void _bt_taken(BtThreadState *state);

// --- short_way.c

/// Give the state, whose memory is new, a number by which it asks, if there are any left. Mutex held.
void _bt_number_asker(BtThreadState *state);
/// Ask the holder for the lock if it may be asked, with this attention word seen: 1 if this thread holds it now, 0 if it has to
/// queue up. `since`: when it began to ask, unchanged if it did not.
int _bt_ask(BtThreadState *state, uint32_t attention, uint64_t *since);
/// At a safe point with ASK: hand the lock to the asker and wait for it.
void _bt_answer(BtThreadState *state);
/// See to it that the lock is granted when it is put down, from here on until _bt_resign.
void _bt_become_heir(BtThreadState *state);
/// Be the heir no longer, if this thread is. Mutex not held.
void _bt_resign(BtThreadState *state);
/// Mutex not held.
void _bt_grant_if_put_down(void);

// --- waiters.c: the queues, granting, the timekeeper, sleeping. Mutex held unless said otherwise.

BT_INLINE int _bt_has_waiters(void) { return _bt_lock.eager.first != NULL || _bt_lock.busy.first != NULL; }
void _bt_queue_last(BtWaiterQueue_ *queue, BtThreadState *state);
void _bt_queue_first(BtWaiterQueue_ *queue, BtThreadState *state);
void _bt_unqueue(BtThreadState *state);
/// Whose turn it is; NULL if nobody waits.
BtThreadState *_bt_next_waiter(uint64_t now);
/// Make `waiter`, out of its queue, the holder in place of `from`, which gives the lock up, or is NULL: 0 if another
/// thread was faster then.
int _bt_grant(BtThreadState *waiter, int is_eager, BtThreadState *from, uint64_t now, BtWakes_ *wakes);
/// Put this thread into a queue.
void _bt_queue_up(BtThreadState *state, BtQueueReason_ reason, uint64_t now);
/// After a change of the queues or of the holder: see that there is a timekeeper, if somebody waits. `self` is this
/// thread if it is about to wait, and NULL otherwise.
void _bt_keep_time(BtThreadState *self, uint64_t now, BtWakes_ *wakes);
/// Note that the lock was got after waiting since then, until now.
void _bt_waited(BtThreadState *state, uint64_t since, uint64_t now);
/// Sleep until granted. Mutex not held.
void _bt_wait_for_grant(BtThreadState *state, uint64_t queued_at);

// --- scheduler_….c

/// Put a thread into a queue. Mutex held.
void _bt_interval_queue_up(BtThreadState *state, BtQueueReason_ reason, uint64_t now);
void _bt_adaptive_queue_up(BtThreadState *state, BtQueueReason_ reason, uint64_t now);
/// When the timekeeper has to look next; makes the drop request if its time has come. Mutex held.
uint64_t _bt_interval_deadline(BtThreadState *keeper, uint64_t now);
uint64_t _bt_adaptive_deadline(BtThreadState *keeper, uint64_t now);
BtThreadState *_bt_adaptive_next_waiter(uint64_t now);
int _bt_adaptive_is_eager(BtThreadState *state);
/// Whether this thread, the holder, has held the lock for so long that it makes way for an eager one.
int _bt_adaptive_makes_way(BtThreadState *state);
/// The lock was granted to a thread that had so much of its slice left (UINT64_MAX: all of a new one).
void _bt_adaptive_granted(uint64_t slice_left, int is_eager, uint64_t now);
/// A hold of so long has ended by a release.
void _bt_adaptive_held(BtThreadState *state, uint64_t hold_ns);
/// Mutex held.
void _bt_request_drop(BtThreadState *by);
/// The whole of `ticks`.
void _bt_ticks_release(BtThreadState *state);
void _bt_ticks_acquire(BtThreadState *state);
void _bt_ticks_safe_point(BtThreadState *state);

// --- thread_state.c

/// Make a thread state this thread's: ident, name, numbers of the thread-local struct.
void _bt_bind(BtThreadState *state);
BtThreadState *_bt_thread_state_make(void);
/// Free a state that is not attached, in any thread's hands. Mutex not held.
void _bt_thread_state_free(BtThreadState *state);
/// Remember to free this thread's state when the thread ends.
void _bt_free_at_thread_end(BtThreadState *state);
void _bt_thread_state_start(void);
void _bt_fork_start(void);

/// Add the counters of a state that ends to the totals. Mutex held.
void _bt_statistics_ended(BtThreadState *state);

// --- critical_section.c: the free-threaded mode's half of detaching.

void _bt_critical_sections_suspend(void);
void _bt_critical_sections_resume(void);

// --- merging counts (free-threaded mode)

/// Count in the shared field alone from here on, less `dropped` references: 1 if none is left. The caller is the owner,
/// or holds the mutex for one that is dead.
int _bt_merge_counts(BtObject *object, int dropped);
/// Pass a reference to the thread with number `owner`, which merges the counts and drops it.
void _bt_merge_later(BtObject *object, uint16_t owner);
/// Do what others passed to this thread.
void _bt_merge_now(BtThreadState *state);

// --- at a safe point

int _bt_run_pending(void);
int _bt_run_signals(void);
void _bt_pending_forked(void);
void _bt_parking_forked(void);

#endif
