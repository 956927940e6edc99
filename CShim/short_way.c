// The short way: a thread that has used little of the lock gets it from a busy one, and gives it back, all the time.
// Through the queue each such turn has the eager thread wait for the mutex and for the lines of the cache that the bookkeeping
// of both threads has changed. By the short way the busy thread keeps the books; Benchmarks/README.md has the times of both.
//
// Asking. The eager thread names itself in `asker`, sets ASK and spins, while nobody is queued. The holder answers at its
// next safe point, under the mutex: it sets WAITERS, makes itself the heir, and makes the asker the holder with one store; then
// it queues up as after a drop request. An asker that gets no answer in ASK_NS, or sees the lock put down, withdraws under
// the mutex and queues up: it relies on nobody.
//
// The heir. A waiter that spins watches the holder too: it grants the lock, to the waiter whose turn it is, when the holder
// has put it down. While there is an heir a release with WAITERS ends with its store of DETACHED, whatever
// `full_releases` is. That is right because
// - the holder has seen WAITERS, which stays set until another thread holds the lock: its restore goes to the mutex;
// - an heir resigns before it sleeps or goes on: it clears `heir`, passes a membarrier and looks at the holder. Either the
//   holder's load of `heir` comes after that, or the heir sees its DETACHED.
// So a waiter, holding the mutex, may take the lock from a holder that is DETACHED whenever WAITERS was set before it looked.
#include "lock_state.h"

/// For how long a thread asks: longer than an answer takes, shorter than a sleep and a wake.
#define ASK_NS 5000u

/// Whether the way from the holder to `asker` is the short one.
static int may_ask(BtThreadState *asker, uint64_t now)
{
    return _bt_lock.has_short_way && _bt_adaptive_is_eager(asker)
        && now >= __atomic_load_n(&_bt_lock_head.may_ask_at, __ATOMIC_RELAXED);
}

/// 0 if an answer came first.
static int withdraw(BtThreadState *asker)
{
    _bt_internal_lock(&_bt_lock.mutex);
    int is_unanswered = __atomic_load_n(&_bt_lock_head.asker, __ATOMIC_SEQ_CST) == asker;
    if (is_unanswered) {
        _bt_attention_clear(BT_ATTENTION_ASK);  // before the next asker can set it
        __atomic_store_n(&_bt_lock_head.asker, NULL, __ATOMIC_SEQ_CST);
    }
    _bt_internal_unlock(&_bt_lock.mutex);
    return is_unanswered;
}

/// Spin until the asker is the holder (1), or there is no sense in it (0).
static int wait_for_answer(BtThreadState *asker, uint64_t limit)
{
    for (;;) {
        BtThreadState *holder = NULL;
        for (int i = 0; i < 16; i++) {
            holder = _bt_holder();
            if (holder == asker) {
                return 1;
            }
            if (holder == NULL) {
                return 0;
            }
            _bt_relax();
        }
        if (_bt_is_put_down(holder) || _bt_ran_here(holder) || (_bt_attention() & BT_ATTENTION_ASK) == 0
            || _bt_clock_now() >= limit) {
            return 0;
        }
    }
}

int _bt_ask(BtThreadState *state, uint64_t *since)
{
    uint64_t began = _bt_clock_now();
    BtThreadState *nobody = NULL;
    if (!may_ask(state, began)
        || !__atomic_compare_exchange_n(&_bt_lock_head.asker, &nobody, state, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST)) {
        return 0;
    }
    _bt_attention_set(BT_ATTENTION_ASK);
    *since = began;
    _bt_event(BT_EVENT_WAITING, state);
    if (!wait_for_answer(state, began + ASK_NS) && withdraw(state)) {
        return 0;
    }
    if (_bt_full_releases(state) == 0) {
        _bt_full_releases_set(state, BT_FULL_RELEASES);
    }
    __atomic_store_n(&state->head.processor, _bt_processor(), __ATOMIC_RELAXED);
    _bt_count(&state->counters.drop_requests, 1);
    _bt_waited(state, began);
    return 1;
}

void _bt_answer(BtThreadState *state)
{
    BtWakes_ wakes = {NULL, NULL};
    _bt_internal_lock(&_bt_lock.mutex);
    BtThreadState *asker = __atomic_load_n(&_bt_lock_head.asker, __ATOMIC_SEQ_CST);
    if (asker == NULL || !_bt_adaptive_makes_way(state)) {
        _bt_attention_clear(BT_ATTENTION_ASK);
        _bt_internal_unlock(&_bt_lock.mutex);
        return;
    }
    __atomic_store_n(&_bt_lock.last_holder, asker, __ATOMIC_RELAXED);
    // The asker reads this line all the time: one read-modify-write, and stores behind it.
    uint32_t attention = _bt_attention();
    while (!__atomic_compare_exchange_n(&_bt_lock_head.attention, &attention,
                                        (attention & ~(BT_ATTENTION_ASK | BT_ATTENTION_DROP)) | BT_ATTENTION_WAITERS, 0,
                                        __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST)) {
    }
    __atomic_store_n(&_bt_lock_head.asker, NULL, __ATOMIC_RELEASE);
    __atomic_store_n(&_bt_lock_head.heir, state, __ATOMIC_RELEASE);
    // Nobody else changes the holder while it is attached.
    __atomic_store_n(&_bt_lock_head.holder, asker, __ATOMIC_RELEASE);
    uint64_t now = _bt_lock_now();
    _bt_hold_ended(state, 0);
    _bt_state_set(state, BT_STATE_DETACHED);
    _bt_full_releases_set(state, BT_FULL_RELEASES);
    _bt_count(&state->counters.forced_switches, 1);
    _bt_queue_up(state, BT_QUEUE_PREEMPTED, now);
    _bt_lock.switches += 1;
    _bt_lock.slice_started_at = now;
    _bt_adaptive_granted(UINT64_MAX, 1, now);
    _bt_event(BT_EVENT_FORCED_SWITCH, state);
    _bt_keep_time(state, now, &wakes);
    _bt_unlock_and_wake(&wakes);
    _bt_event(BT_EVENT_WAITING, state);
    _bt_wait_for_grant(state, now);
    _bt_count(&state->head.acquisitions, 1);
}

// --- the heir

void _bt_become_heir(BtThreadState *state)
{
    BtThreadState *nobody = NULL;
    if (_bt_lock.has_short_way && _bt_heir() == NULL) {
        __atomic_compare_exchange_n(&_bt_lock_head.heir, &nobody, state, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
    }
}

void _bt_grant_if_put_down(void)
{
    if (!_bt_is_put_down(_bt_holder())) {
        return;
    }
    BtWakes_ wakes = {NULL, NULL};
    _bt_internal_lock(&_bt_lock.mutex);
    _bt_grant_if_free(&wakes);
    _bt_unlock_and_wake(&wakes);
}

void _bt_resign(BtThreadState *state)
{
    BtThreadState *self = state;
    if (_bt_heir() != state
        || !__atomic_compare_exchange_n(&_bt_lock_head.heir, &self, NULL, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST)) {
        return;
    }
    if (_bt_holder() != state) {
        _bt_membarrier();
        _bt_grant_if_put_down();
    }
}
