// Save and restore when something is to be decided: waiters, take-overs, full releases, the hold switch, hold times.
#include "lock_state.h"

#include <errno.h>

/// While one of these is on, hold times are measured: each take and each release reads the clock.
#define HOLD_TIMES (BT_ATTENTION_STATISTICS | BT_ATTENTION_TRACE | BT_ATTENTION_CHECK)

/// Make the thread's next releases full ones.
static void arm(BtThreadState *state)
{
    _bt_full_releases_set(state, BT_FULL_RELEASES);
}

void _bt_taken(BtThreadState *state)
{
    if (__atomic_load_n(&_bt_lock.last_holder, __ATOMIC_RELAXED) != state) {
        __atomic_store_n(&_bt_lock.last_holder, state, __ATOMIC_RELAXED);
        __atomic_store_n(&state->head.processor, _bt_processor(), __ATOMIC_RELAXED);
        arm(state);
    }
    if ((_bt_attention() & HOLD_TIMES) != 0) {
        state->attached_at = _bt_lock_now();
    }
}

void _bt_hold_ended(BtThreadState *state, int is_released)
{
    if (state->attached_at == 0) {
        return;
    }
    uint64_t hold = _bt_lock_now() - state->attached_at;
    state->attached_at = 0;
    if ((_bt_attention() & HOLD_TIMES) != 0) {
        _bt_count(&state->counters.hold_ns, hold);
        _bt_count_max(&state->counters.hold_max_ns, hold);
    }
    state->held_ns += hold;
    if (is_released) {
        _bt_adaptive_held(state, state->held_ns);
        state->held_ns = 0;
    }
}

// --- release

/// Under the hold switch: stay the holder, unless a waiter has taken the lock already.
static int keep_held(BtThreadState *state)
{
    _bt_internal_lock(&_bt_lock.mutex);
    state->head.is_held = _bt_holder() == state;
    if (state->head.is_held) {
        _bt_state_set(state, BT_STATE_ATTACHED);
    }
    _bt_internal_unlock(&_bt_lock.mutex);
    return state->head.is_held != 0;
}

static void release_fully(BtThreadState *state, uint32_t count)
{
    if (!_bt_lock.full_only) {
        _bt_full_releases_set(state, count - 1);  // before the swap: see lock_state.h
    }
    _bt_holder_swap(state, NULL);  // fails if a waiter has taken the lock already
    if ((_bt_attention() & BT_ATTENTION_WAITERS) != 0) {
        BtWakes_ wakes = {NULL, NULL};
        _bt_internal_lock(&_bt_lock.mutex);
        uint32_t switches = (uint32_t)_bt_lock.switches;
        _bt_grant_if_free(&wakes);
        if ((uint32_t)_bt_lock.switches != switches) {
            _bt_count(&state->counters.hand_overs, 1);
            _bt_event(BT_EVENT_HAND_OVER, state);
        }
        _bt_unlock_and_wake(&wakes);
    }
}

/// A lazy releaser has found waiters: the lock, if it is still this thread's, goes to the first of them.
static void hand_over(BtThreadState *state)
{
    BtWakes_ wakes = {NULL, NULL};
    _bt_internal_lock(&_bt_lock.mutex);
    uint64_t now = _bt_lock_now();
    BtThreadState *next = _bt_next_waiter(now);
    if (next != NULL && _bt_holder() == state) {
        int is_eager = next->group == BT_GROUP_EAGER;
        arm(state);
        _bt_unqueue(next);
        _bt_grant(next, is_eager, state, now, &wakes);
        _bt_keep_time(NULL, now, &wakes);
        _bt_count(&state->counters.hand_overs, 1);
        _bt_event(BT_EVENT_HAND_OVER, state);
    }
    _bt_unlock_and_wake(&wakes);
}

BtThreadState *_bt_release_slow(BtThreadState *state, BtReleaseKind_ kind)
{
    int error = errno;
    uint32_t attention = _bt_attention();
    uint32_t full_releases = _bt_full_releases(state);
    state->head.is_held = 0;
    if ((attention & BT_ATTENTION_COLLECT) != 0) {
        // A thread that passes no safe points does not pay for the question at each save: the heap asks again.
        _bt_attention_clear(BT_ATTENTION_COLLECT);
    }
    if ((attention & BT_ATTENTION_FREE) != 0) {
        _bt_critical_sections_suspend();
    } else if ((attention & BT_ATTENTION_HOLD) != 0 && kind == BT_RELEASE_SAVE && keep_held(state)) {
        _bt_event(BT_EVENT_HELD, state);
        errno = error;
        return state;
    } else {
        _bt_hold_ended(state, 1);
        if ((attention & BT_ATTENTION_TICKS) != 0) {
            _bt_ticks_release(state);
        } else if ((attention & BT_ATTENTION_WAITERS) != 0 && _bt_heir() != NULL) {
            _bt_count(&state->counters.hand_overs, 1);
            _bt_event(BT_EVENT_HAND_OVER, state);
        } else if (full_releases != 0) {
            release_fully(state, full_releases);
        } else if ((attention & BT_ATTENTION_WAITERS) != 0) {
            hand_over(state);
        }
    }
    _bt_event(BT_EVENT_RELEASED, state);
    errno = error;
    return state;
}

void _bt_grant_if_free(BtWakes_ *wakes)
{
    uint64_t now = _bt_lock_now();
    BtThreadState *next, *holder;
    // A holder that came in between sees WAITERS when it releases.
    while (_bt_is_put_down(holder = _bt_holder()) && (next = _bt_next_waiter(now)) != NULL) {
        int is_eager = next->group == BT_GROUP_EAGER;
        _bt_unqueue(next);
        if (_bt_grant(next, is_eager, holder, now, wakes)) {
            _bt_keep_time(NULL, now, wakes);
            return;
        }
        _bt_queue_first(is_eager ? &_bt_lock.eager : &_bt_lock.busy, next);
    }
}

void _bt_give_up(BtThreadState *state, BtWakes_ *wakes)
{
    _bt_state_set(state, BT_STATE_DETACHED);
    if (_bt_holder_swap(state, NULL)) {
        _bt_grant_if_free(wakes);
    }
}

// --- acquire

/// The lock was kept by a save under the hold switch.
static int take_back_held(BtThreadState *state)
{
    state->head.is_held = 0;
    _bt_internal_lock(&_bt_lock.mutex);
    int is_mine = _bt_holder() == state;
    if (is_mine) {
        _bt_state_set(state, BT_STATE_ATTACHED);
    }
    _bt_internal_unlock(&_bt_lock.mutex);
    return is_mine;
}

/// The first waiter, WAITERS just set: take the lock if it is free, or put down lazily. Mutex held.
static int take(BtThreadState *state)
{
    int has_passed_barrier = 0;
    for (;;) {
        BtThreadState *holder = _bt_holder();
        if (holder != NULL) {
            if (!has_passed_barrier && _bt_full_releases(holder) == 0) {
                _bt_membarrier();
                has_passed_barrier = 1;
            }
            if (__atomic_load_n(&holder->head.state, __ATOMIC_SEQ_CST) != BT_STATE_DETACHED) {
                return 0;  // it sees WAITERS when it releases
            }
        }
        _bt_state_set(state, BT_STATE_ATTACHED);
        if (_bt_holder_swap(holder, state)) {
            if (holder != NULL) {
                arm(holder);
                _bt_count(&state->counters.take_overs, 1);
                _bt_event(BT_EVENT_TAKE_OVER, state);
            }
            return 1;
        }
        _bt_state_set(state, BT_STATE_DETACHED);
    }
}

/// Queue behind those who wait already, or find the lock free under the mutex. Returns when the lock is held. `since`: when
/// the thread began to ask for it; 0: it did not.
static void acquire_contended(BtThreadState *state, uint64_t since)
{
    BtWakes_ wakes = {NULL, NULL};
    _bt_internal_lock(&_bt_lock.mutex);
    uint64_t now = _bt_lock_now();
    int is_mine = 0;
    if (_bt_holder() == state) {
        // Put down lazily and not taken. Whoever waits relies on this thread, and was here first.
        BtThreadState *next = _bt_next_waiter(now);
        if (next == NULL) {
            is_mine = 1;
        } else {
            int is_eager = next->group == BT_GROUP_EAGER;
            _bt_state_set(state, BT_STATE_DETACHED);
            arm(state);
            _bt_unqueue(next);
            _bt_queue_up(state, BT_QUEUE_RESTORE, now);  // before the grant, so that WAITERS stays
            _bt_grant(next, is_eager, state, now, &wakes);
        }
    } else {
        _bt_state_set(state, BT_STATE_DETACHED);
        if (!_bt_has_waiters()) {
            _bt_attention_set(BT_ATTENTION_WAITERS);
            is_mine = take(state);
            if (is_mine) {
                _bt_attention_clear(BT_ATTENTION_WAITERS);
            }
        }
        if (!is_mine) {
            _bt_queue_up(state, BT_QUEUE_RESTORE, now);
            _bt_grant_if_free(&wakes);  // the heir may not run
        }
    }
    if (!is_mine && state->group != BT_GROUP_NONE) {
        _bt_keep_time(state, now, &wakes);
    }
    _bt_unlock_and_wake(&wakes);
    if (is_mine) {
        _bt_taken(state);
        return;
    }
    if (since == 0) {
        since = now;
        _bt_event(BT_EVENT_WAITING, state);
    }
    _bt_wait_for_grant(state, since);
}

void _bt_acquire_slow(BtThreadState *state)
{
    int error = errno;
    uint32_t attention = _bt_attention();
    if ((attention & BT_ATTENTION_FREE) != 0) {
        _bt_current.state = state;
        _bt_critical_sections_resume();
    } else if (state->head.is_held && take_back_held(state)) {
        // it has never been let go
    } else if ((attention & BT_ATTENTION_TICKS) != 0) {
        _bt_ticks_acquire(state);
    } else {
        uint64_t since = 0;
        BtThreadState *holder = _bt_holder();
        // With nobody waiting, what the fast path may do is right here too: ATTACHED stands since before the loads.
        if ((attention & BT_ATTENTION_WAITERS) == 0
            && (holder == state || (holder == NULL && _bt_holder_swap(NULL, state)))) {
            _bt_taken(state);
        } else if (!_bt_ask(state, attention, &since)) {
            acquire_contended(state, since);
        }
    }
    _bt_event(BT_EVENT_ACQUIRED, state);
    _bt_acquired(state);
    errno = error;
}

void _bt_forced_switch(BtThreadState *state)
{
    BtWakes_ wakes = {NULL, NULL};
    _bt_internal_lock(&_bt_lock.mutex);
    uint64_t now = _bt_lock_now();
    BtThreadState *next = _bt_next_waiter(now);
    if ((_bt_attention() & BT_ATTENTION_DROP) == 0 || next == NULL) {
        _bt_attention_clear(BT_ATTENTION_DROP);
        _bt_internal_unlock(&_bt_lock.mutex);
        return;
    }
    int is_eager = next->group == BT_GROUP_EAGER;
    _bt_hold_ended(state, 0);
    _bt_state_set(state, BT_STATE_DETACHED);
    arm(state);
    _bt_count(&state->counters.forced_switches, 1);
    _bt_unqueue(next);
    _bt_queue_up(state, is_eager ? BT_QUEUE_PREEMPTED : BT_QUEUE_SLICE_END, now);
    _bt_grant(next, is_eager, state, now, &wakes);
    _bt_event(BT_EVENT_FORCED_SWITCH, state);
    _bt_keep_time(state, now, &wakes);
    _bt_unlock_and_wake(&wakes);
    _bt_event(BT_EVENT_WAITING, state);
    _bt_wait_for_grant(state, now);
    _bt_count(&state->head.acquisitions, 1);
}
