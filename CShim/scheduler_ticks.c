// The scheduler before Python 3.2: a release every 100 safe points, and everybody competes. Nobody is handed the lock,
// so a waiter that is woken often finds that the releaser was faster: the battle that later schedulers ended.
#include "lock_state.h"

#define TICKS 100

void _bt_ticks_release(BtThreadState *state)
{
    _bt_holder_swap(state, NULL);
    if ((_bt_attention() & BT_ATTENTION_WAITERS) == 0) {
        return;
    }
    _bt_internal_lock(&_bt_lock.mutex);
    BtThreadState *first = _bt_lock.busy.first;
    int sleeps = first != NULL && __atomic_exchange_n(&first->wake, BT_WAKE_LOOK, __ATOMIC_SEQ_CST) == BT_WAKE_SLEEPING;
    _bt_internal_unlock(&_bt_lock.mutex);
    if (sleeps) {
        _bt_wake_one(&first->wake);
    }
}

/// Take the lock if it is free.
static int compete(BtThreadState *state)
{
    _bt_state_set(state, BT_STATE_ATTACHED);
    if (_bt_holder_swap(NULL, state)) {
        return 1;
    }
    _bt_state_set(state, BT_STATE_DETACHED);
    return 0;
}

void _bt_ticks_acquire(BtThreadState *state)
{
    if (compete(state)) {
        _bt_taken(state);
        return;
    }
    uint64_t queued_at = _bt_lock_now();
    _bt_event(BT_EVENT_WAITING, state);
    _bt_internal_lock(&_bt_lock.mutex);
    __atomic_store_n(&state->wake, BT_WAKE_WAITING, __ATOMIC_SEQ_CST);
    _bt_queue_last(&_bt_lock.busy, state);
    _bt_attention_set(BT_ATTENTION_WAITERS);
    _bt_internal_unlock(&_bt_lock.mutex);
    // The look at the lock follows the writes of WAITERS and of `wake`: a releaser sees the one or the other.
    while (!compete(state)) {
        uint32_t expected = BT_WAKE_WAITING;
        if (__atomic_compare_exchange_n(&state->wake, &expected, BT_WAKE_SLEEPING, 0, __ATOMIC_SEQ_CST,
                                        __ATOMIC_SEQ_CST)) {
            _bt_wait_on(&state->wake, BT_WAKE_SLEEPING, BT_NO_TIMEOUT);
        }
        __atomic_store_n(&state->wake, BT_WAKE_WAITING, __ATOMIC_SEQ_CST);
    }
    _bt_internal_lock(&_bt_lock.mutex);
    _bt_unqueue(state);
    if (!_bt_has_waiters()) {
        _bt_attention_clear(BT_ATTENTION_WAITERS);
    }
    _bt_lock.switches += 1;
    _bt_internal_unlock(&_bt_lock.mutex);
    uint64_t now = _bt_lock_now();
    _bt_count(&state->counters.contended, 1);
    _bt_count(&state->counters.wait_ns, now - queued_at);
    _bt_count_max(&state->counters.wait_max_ns, now - queued_at);
    state->attached_at = now;
    __atomic_store_n(&_bt_lock.last_holder, state, __ATOMIC_RELAXED);
}

void _bt_ticks_safe_point(BtThreadState *state)
{
    if (state->tick == 0) {
        state->tick = TICKS;
    }
    state->tick -= 1;
    if (state->tick == 0) {
        _bt_hold_ended(state, 1);
        _bt_state_set(state, BT_STATE_DETACHED);
        _bt_ticks_release(state);
        _bt_ticks_acquire(state);
        _bt_count(&state->head.acquisitions, 1);
    }
}
