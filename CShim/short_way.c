// The short way: a thread that has used little of the lock gets it from a busy one, and gives it back, all the time.
// Through the queue each such turn has the eager thread wait for the mutex and for the lines of the cache that the bookkeeping
// of both threads has changed. By the short way the busy thread keeps the books; Benchmarks/README.md has the times of both.
//
// Asking. The eager thread writes its number into ASK of the attention word and spins, while nobody is queued. The holder
// answers at its next safe point, under the mutex: it makes the asker the holder with one store, makes itself the heir, puts
// WAITERS in the place of ASK, and queues up as after a drop request. Each thread so waits for one line of the cache once. An
// asker that gets no answer in ASK_NS, or sees the lock put down, withdraws under the mutex and queues up: it relies on nobody.
//
// The asker runs before WAITERS is set, and may release and come back as if nobody waited. While its releases are full ones
// the heir sees the lock put down; if they are lazy again, the heir passes a membarrier after it has set WAITERS.
//
// The heir. A waiter that spins watches the holder too: it grants the lock, to the waiter whose turn it is, when the holder
// has put it down. While there is an heir a release with WAITERS ends with its store of DETACHED, whatever
// `full_releases` is. That is right because
// - the holder has seen WAITERS, or will at its next restore, which goes to the mutex: it stays set until another thread
//   holds the lock;
// - an heir resigns before it sleeps or goes on: it clears `heir`, passes a membarrier and looks at the holder. Either the
//   holder's load of `heir` comes after that, or the heir sees its DETACHED.
// So a waiter, holding the mutex, may take the lock from a holder that is DETACHED whenever WAITERS was set before it looked.
#include "lock_state.h"

/// For how long a thread asks: longer than an answer takes, shorter than a sleep and a wake.
#define ASK_NS 5000u

// --- who asks

#define FIRST_NUMBER (BT_ATTENTION_ASK & -BT_ATTENTION_ASK)
#define NUMBER_COUNT (BT_ATTENTION_ASK / FIRST_NUMBER)

/// The thread states that may ask, by their numbers from 1. Guard: mutex.
static BtThreadState *askers[NUMBER_COUNT];
static uint32_t asker_count;

void _bt_number_asker(BtThreadState *state)
{
    if (asker_count < NUMBER_COUNT) {
        askers[asker_count++] = state;
        state->head.asks_as = asker_count * FIRST_NUMBER;
    }
}

// --- asking

/// Whether the way from the holder to `state` is the short one.
static int may_ask(BtThreadState *state)
{
    if (!_bt_lock.has_short_way || state->head.asks_as == 0 || !_bt_adaptive_is_eager(state)) {
        return 0;
    }
    uint64_t gate = __atomic_load_n(&_bt_lock_head.may_ask_at, __ATOMIC_RELAXED);
    return gate == 0 || _bt_clock_now() >= gate;
}

/// 0 if an answer came first.
static int withdraw(BtThreadState *asker)
{
    _bt_internal_lock(&_bt_lock.mutex);
    int is_unanswered = _bt_holder() != asker;
    if (is_unanswered) {
        _bt_attention_clear(BT_ATTENTION_ASK);
    }
    _bt_internal_unlock(&_bt_lock.mutex);
    return is_unanswered;
}

/// Spin until the asker is the holder, or there is no sense in it: 0. The time of the last look; reading the clock takes as
/// long as a pause would.
static uint64_t wait_for_answer(BtThreadState *asker, uint64_t limit)
{
    for (;;) {
        BtThreadState *holder = NULL;
        uint64_t now = 0;
        for (int i = 0; i < 16; i++) {
            now = _bt_clock_now();
            holder = _bt_holder();
            if (holder == asker) {
                return now;
            }
            if (holder == NULL) {
                return 0;
            }
        }
        if (_bt_is_put_down(holder) || _bt_ran_here(holder)
            || (_bt_attention() & BT_ATTENTION_ASK) != asker->head.asks_as || now >= limit) {
            return 0;
        }
    }
}

int _bt_ask(BtThreadState *state, uint32_t attention, uint64_t *since)
{
    if ((attention & (BT_ATTENTION_WAITERS | BT_ATTENTION_ASK)) != 0 || !may_ask(state)
        || !__atomic_compare_exchange_n(&_bt_lock_head.attention, &attention, attention | state->head.asks_as, 0,
                                        __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST)) {
        return 0;
    }
    // While the answer is on its way:
    uint64_t began = _bt_clock_now();
    *since = began;
    __atomic_store_n(&state->head.processor, _bt_processor(), __ATOMIC_RELAXED);
    if (_bt_full_releases(state) == 0) {
        _bt_full_releases_set(state, BT_FULL_RELEASES);
    }
    _bt_count(&state->counters.drop_requests, 1);
    _bt_event(BT_EVENT_WAITING, state);
    uint64_t answered = wait_for_answer(state, began + ASK_NS);
    if (answered == 0) {
        if (withdraw(state)) {
            return 0;
        }
        answered = _bt_clock_now();
    }
    _bt_waited(state, began, answered);
    return 1;
}

void _bt_answer(BtThreadState *state)
{
    BtWakes_ wakes = {NULL, NULL};
    _bt_internal_lock(&_bt_lock.mutex);
    uint32_t attention = _bt_attention();
    uint32_t number = (attention & BT_ATTENTION_ASK) / FIRST_NUMBER;
    if (number == 0 || _bt_has_waiters() || !_bt_adaptive_makes_way(state)) {
        _bt_attention_clear(BT_ATTENTION_ASK);
        _bt_internal_unlock(&_bt_lock.mutex);
        return;
    }
    // The asker reads this line all the time: its answer is the first store. Nobody else changes the holder while it is attached.
    BtThreadState *asker = askers[number - 1];
    __atomic_store_n(&_bt_lock_head.holder, asker, __ATOMIC_RELEASE);
    __atomic_store_n(&_bt_lock_head.heir, state, __ATOMIC_RELEASE);
    while (!__atomic_compare_exchange_n(&_bt_lock_head.attention, &attention,
                                        (attention & ~(BT_ATTENTION_ASK | BT_ATTENTION_DROP)) | BT_ATTENTION_WAITERS, 0,
                                        __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST)) {
    }
    if (_bt_full_releases(asker) == 0) {
        _bt_membarrier();  // it may release lazily, and did not see WAITERS perhaps
    }
    __atomic_store_n(&_bt_lock.last_holder, asker, __ATOMIC_RELAXED);
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
