// Who waits for the lock: the queues, granting, the timekeeper, spinning and sleeping.
#include "lock_state.h"

/// For how long a waiter that may spin does so before it sleeps, at most: longer than a hold of a thread that releases
/// often. Where spinning was in vain (the holder does not run: there are more threads than processors) it spins half as
/// long the next time, where it was not, twice as long.
#define SPIN_MAX_NS 50000u
#define SPIN_MIN_NS 2000u

void _bt_queue_last(BtWaiterQueue_ *queue, BtThreadState *state)
{
    state->group = queue == &_bt_lock.eager ? BT_GROUP_EAGER : BT_GROUP_BUSY;
    state->next_waiter = NULL;
    state->previous_waiter = queue->last;
    if (queue->last != NULL) {
        queue->last->next_waiter = state;
    } else {
        queue->first = state;
    }
    queue->last = state;
}

void _bt_queue_first(BtWaiterQueue_ *queue, BtThreadState *state)
{
    state->group = queue == &_bt_lock.eager ? BT_GROUP_EAGER : BT_GROUP_BUSY;
    state->previous_waiter = NULL;
    state->next_waiter = queue->first;
    if (queue->first != NULL) {
        queue->first->previous_waiter = state;
    } else {
        queue->last = state;
    }
    queue->first = state;
}

void _bt_unqueue(BtThreadState *state)
{
    BtWaiterQueue_ *queue = state->group == BT_GROUP_EAGER ? &_bt_lock.eager : &_bt_lock.busy;
    if (state->previous_waiter != NULL) {
        state->previous_waiter->next_waiter = state->next_waiter;
    } else {
        queue->first = state->next_waiter;
    }
    if (state->next_waiter != NULL) {
        state->next_waiter->previous_waiter = state->previous_waiter;
    } else {
        queue->last = state->previous_waiter;
    }
    state->next_waiter = NULL;
    state->previous_waiter = NULL;
    state->group = BT_GROUP_NONE;
}

BtThreadState *_bt_next_waiter(uint64_t now)
{
    return _bt_lock.scheduler == BT_SCHEDULER_ADAPTIVE ? _bt_adaptive_next_waiter(now) : _bt_lock.busy.first;
}

void _bt_queue_up(BtThreadState *state, BtQueueReason_ reason, uint64_t now)
{
    __atomic_store_n(&state->wake, BT_WAKE_WAITING, __ATOMIC_RELAXED);
    __atomic_store_n(&state->sleeps_until, BT_NO_TIMEOUT, __ATOMIC_RELAXED);
    state->may_spin = 0;
    state->slice_left_ns = UINT64_MAX;
    if (_bt_lock.scheduler == BT_SCHEDULER_ADAPTIVE) {
        _bt_adaptive_queue_up(state, reason, now);
    } else {
        _bt_interval_queue_up(state, reason, now);
    }
}

int _bt_grant(BtThreadState *waiter, int is_eager, BtThreadState *from, uint64_t now, BtWakes_ *wakes)
{
    // Before the holder changes: it is what the holder's releases rely on. The swap is the barrier after these stores.
    __atomic_store_n(&waiter->head.state, BT_STATE_ATTACHED, __ATOMIC_RELAXED);
    __atomic_store_n(&waiter->head.full_releases, BT_FULL_RELEASES, __ATOMIC_RELAXED);
    if (!_bt_holder_swap(from, waiter)) {
        _bt_state_set(waiter, BT_STATE_DETACHED);
        return 0;
    }
    uint64_t slice_left = waiter->slice_left_ns;
    if (_bt_lock.timekeeper == waiter) {
        _bt_lock.timekeeper = NULL;
        __atomic_store_n(&waiter->is_timekeeper, 0, __ATOMIC_RELAXED);
    }
    __atomic_store_n(&_bt_lock.last_holder, waiter, __ATOMIC_RELAXED);
    // From here on the waiter is in nobody's hands but its own. One that spins runs while the rest is written down.
    if (__atomic_exchange_n(&waiter->wake, BT_WAKE_GRANTED, __ATOMIC_SEQ_CST) == BT_WAKE_SLEEPING) {
        wakes->granted = waiter;
    }
    _bt_lock.switches += 1;
    _bt_lock.slice_started_at = now;
    if (_bt_lock.scheduler == BT_SCHEDULER_ADAPTIVE) {
        _bt_adaptive_granted(slice_left, is_eager, now);
    }
    uint32_t done = BT_ATTENTION_DROP | (_bt_has_waiters() ? 0 : BT_ATTENTION_WAITERS);
    if ((_bt_attention() & done) != 0) {
        _bt_attention_clear(done);
    }
    return 1;
}

void _bt_request_drop(BtThreadState *by)
{
    if ((_bt_attention() & BT_ATTENTION_DROP) == 0) {
        _bt_attention_set(BT_ATTENTION_DROP);
        _bt_count(&by->counters.drop_requests, 1);
        _bt_event(BT_EVENT_DROP_REQUEST, by);
    }
}

static uint64_t deadline(BtThreadState *keeper, uint64_t now)
{
    return _bt_lock.scheduler == BT_SCHEDULER_ADAPTIVE ? _bt_adaptive_deadline(keeper, now)
                                                       : _bt_interval_deadline(keeper, now);
}

static void appoint(BtThreadState *keeper, uint64_t due)
{
    if (_bt_lock.timekeeper != NULL) {
        __atomic_store_n(&_bt_lock.timekeeper->is_timekeeper, 0, __ATOMIC_RELAXED);
    }
    _bt_lock.timekeeper = keeper;
    _bt_lock.keeper_looks_at = due;
    __atomic_store_n(&keeper->is_timekeeper, 1, __ATOMIC_SEQ_CST);
}

void _bt_keep_time(BtThreadState *self, uint64_t now, BtWakes_ *wakes)
{
    BtThreadState *keeper = _bt_lock.timekeeper;
    BtThreadState *waiter = _bt_lock.eager.first != NULL ? _bt_lock.eager.first : _bt_lock.busy.last;
    if (waiter == NULL) {
        return;
    }
    uint64_t due = deadline(self != NULL ? self : waiter, now);
    if (keeper != NULL && keeper != self && _bt_lock.keeper_looks_at <= due) {
        return;
    }
    if (self != NULL) {
        appoint(self, due);  // it is awake
        self->deadline = due;
        return;
    }
    // Of the busy ones the last keeps the time longest until another has to be woken for it.
    keeper = keeper != NULL ? keeper : waiter;
    appoint(keeper, due);
    // One that sleeps with a timeout, because it was the timekeeper before, looks by itself.
    if (__atomic_load_n(&keeper->sleeps_until, __ATOMIC_SEQ_CST) <= due) {
        return;
    }
    uint32_t expected = BT_WAKE_SLEEPING;
    if (__atomic_compare_exchange_n(&keeper->wake, &expected, BT_WAKE_LOOK, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST)) {
        wakes->appointed = keeper;
    } else if (expected == BT_WAKE_WAITING) {
        __atomic_compare_exchange_n(&keeper->wake, &expected, BT_WAKE_LOOK, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
    }
}

void _bt_lock_clock_changed(void)
{
    BtWakes_ wakes = {NULL, NULL};
    _bt_internal_lock(&_bt_lock.mutex);
    BtThreadState *keeper = _bt_lock.timekeeper;
    if (keeper != NULL && __atomic_exchange_n(&keeper->wake, BT_WAKE_LOOK, __ATOMIC_SEQ_CST) == BT_WAKE_SLEEPING) {
        wakes.appointed = keeper;
    }
    _bt_unlock_and_wake(&wakes);
}

/// The timekeeper, awake: look what is to be done, and when again. 1: the holder is asked to make way for this thread.
static int look(BtThreadState *state)
{
    int is_next = 0;
    _bt_internal_lock(&_bt_lock.mutex);
    if (_bt_lock.timekeeper == state) {
        uint64_t now = _bt_lock_now();
        state->deadline = deadline(state, now);
        _bt_lock.keeper_looks_at = state->deadline;
        is_next = (_bt_attention() & BT_ATTENTION_DROP) != 0 && _bt_next_waiter(now) == state;
    }
    _bt_internal_unlock(&_bt_lock.mutex);
    return is_next;
}

/// Be one of the few that may spin at a time. A thread that has just been granted the lock stops in a moment: who made way
/// for it waits for that, rather than sleep and be woken a microsecond later.
static int may_spin_too(void)
{
    for (int i = 0; i < 20; i++) {
        if (__atomic_load_n(&_bt_lock.spinners, __ATOMIC_RELAXED) < _bt_lock.max_spinners) {
            if (__atomic_fetch_add(&_bt_lock.spinners, 1, __ATOMIC_RELAXED) < _bt_lock.max_spinners) {
                return 1;
            }
            __atomic_fetch_sub(&_bt_lock.spinners, 1, __ATOMIC_RELAXED);
        }
        _bt_relax();
    }
    return 0;
}

/// Spin until something happens to `wake`, or until the time is `limit`. 0: too many spin already.
static int spin(BtThreadState *state, uint64_t limit)
{
    if (!may_spin_too()) {
        return 0;
    }
    _bt_become_heir(state);
    do {
        for (int i = 0; i < 32 && __atomic_load_n(&state->wake, __ATOMIC_RELAXED) == BT_WAKE_WAITING; i++) {
            if (_bt_lock.has_short_way) {
                _bt_grant_if_put_down();
            }
            _bt_relax();
        }
    } while (__atomic_load_n(&state->wake, __ATOMIC_RELAXED) == BT_WAKE_WAITING && _bt_clock_now() < limit);
    __atomic_fetch_sub(&_bt_lock.spinners, 1, __ATOMIC_RELAXED);
    return 1;
}

/// Until when a waiter that begins now may spin; 0: not at all.
static uint64_t spin_limit(BtThreadState *state)
{
    if (_bt_lock.max_spinners == 0) {
        return 0;
    }
    state->spin_ns = state->spin_ns == 0 ? SPIN_MAX_NS : state->spin_ns;
    return _bt_clock_now() + state->spin_ns;
}

static void sleep_until(BtThreadState *state, uint64_t limit)
{
    _bt_resign(state);
    uint32_t expected = BT_WAKE_WAITING;
    __atomic_store_n(&state->sleeps_until, limit, __ATOMIC_SEQ_CST);
    if (!__atomic_compare_exchange_n(&state->wake, &expected, BT_WAKE_SLEEPING, 0, __ATOMIC_SEQ_CST,
                                     __ATOMIC_SEQ_CST)) {
        return;
    }
    uint64_t timeout = BT_NO_TIMEOUT;
    if (limit != BT_NO_TIMEOUT) {
        uint64_t now = _bt_clock_now();
        timeout = limit > now ? limit - now : 1;
    }
    // Appointed after the limit was chosen, by somebody who still saw the one before: look at once.
    if (limit != BT_NO_TIMEOUT || _bt_lock.clock != NULL
        || !__atomic_load_n(&state->is_timekeeper, __ATOMIC_SEQ_CST)) {
        _bt_wait_on(&state->wake, BT_WAKE_SLEEPING, timeout);
    }
    expected = BT_WAKE_SLEEPING;
    __atomic_compare_exchange_n(&state->wake, &expected, BT_WAKE_WAITING, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
}

void _bt_waited(BtThreadState *state, uint64_t since, uint64_t now)
{
    uint64_t waited = now - since;
    state->attached_at = now;
    _bt_count(&state->counters.contended, 1);
    _bt_count(&state->counters.wait_ns, waited);
    _bt_count_max(&state->counters.wait_max_ns, waited);
}

void _bt_wait_for_grant(BtThreadState *state, uint64_t queued_at)
{
    int has_own_clock = _bt_lock.clock != NULL;
    uint64_t spin_until = state->may_spin ? spin_limit(state) : 0;
    int was_timekeeper = 1;  // _bt_keep_time has set the first deadline
    for (;;) {
        uint32_t wake = __atomic_load_n(&state->wake, __ATOMIC_SEQ_CST);
        if (wake == BT_WAKE_GRANTED) {
            break;
        }
        if (wake == BT_WAKE_LOOK) {
            __atomic_compare_exchange_n(&state->wake, &wake, BT_WAKE_WAITING, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
            was_timekeeper = 0;
            continue;
        }
        uint64_t limit = BT_NO_TIMEOUT;
        if (__atomic_load_n(&state->is_timekeeper, __ATOMIC_RELAXED)) {
            if (!was_timekeeper || (!has_own_clock && _bt_clock_now() >= state->deadline)) {
                // Who has just asked for the lock, and is next, does not sleep: the holder is about to reach a safe point.
                spin_until = look(state) ? spin_limit(state) : spin_until;
                was_timekeeper = 1;
            }
            limit = has_own_clock ? BT_NO_TIMEOUT : state->deadline;
        }
        if (spin_until != 0 && _bt_clock_now() >= spin_until) {
            spin_until = 0;
            state->spin_ns = state->spin_ns / 2 < SPIN_MIN_NS ? SPIN_MIN_NS : state->spin_ns / 2;
        }
        BtThreadState *holder = spin_until == 0 ? NULL : _bt_holder();
        int is_holder_here = holder != NULL && _bt_ran_here(holder);
        if (spin_until == 0 || is_holder_here || !spin(state, limit < spin_until ? limit : spin_until)) {
            spin_until = is_holder_here ? spin_until : 0;
            sleep_until(state, limit);
        }
    }
    _bt_resign(state);
    __atomic_store_n(&state->head.processor, _bt_processor(), __ATOMIC_RELAXED);
    if (spin_until != 0) {
        state->spin_ns = state->spin_ns * 2 > SPIN_MAX_NS ? SPIN_MAX_NS : state->spin_ns * 2;
    }
    _bt_waited(state, queued_at, _bt_lock_now());
}
