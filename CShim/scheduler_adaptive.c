// The default scheduler. Between busy threads it is `interval`. A thread that comes back from a release, and has held
// the lock only briefly at a time lately, is *eager*: the holder makes way for it at its next safe point.
//
// Bounds, so that busy threads keep at least half of the lock: a batch of eager threads lasts BATCH_NS once a busy one
// waits, and no batch begins before the busy ones have run for as long as batches have kept them waiting (the gate). What they
// ran beyond that counts for the next batch, up to BATCH_NS.
// A busy thread that made way is the first of its queue, with the rest of its slice. A thread of which nothing is known is
// eager until it has held the lock for as long as a batch while others waited. What makes way at a batch's end, and held the
// lock only briefly itself, is the first of the next batch.
#include "lock_state.h"

/// A thread that holds the lock for less than this at a time, on average, is eager.
#define EAGER_HOLD_NS 50000u
/// Longer holds count as this: a single one, which may be the system's doing, costs no eagerness, two in a row do, and a
/// short one gains it again.
#define LONG_HOLD_NS (EAGER_HOLD_NS * 19 / 10)
/// For how long eager threads may keep a busy one waiting.
#define BATCH_NS 100000u

int _bt_adaptive_is_eager(BtThreadState *state)
{
    return __atomic_load_n(&state->usage_ns, __ATOMIC_RELAXED) < EAGER_HOLD_NS;
}

int _bt_adaptive_makes_way(BtThreadState *state)
{
    return !_bt_adaptive_is_eager(state)
        || (state->attached_at != 0 && _bt_lock_now() - state->attached_at + state->held_ns >= EAGER_HOLD_NS);
}

static void use(BtThreadState *state, uint64_t usage)
{
    __atomic_store_n(&state->usage_ns, usage < LONG_HOLD_NS ? usage : LONG_HOLD_NS, __ATOMIC_RELAXED);
}

void _bt_adaptive_held(BtThreadState *state, uint64_t hold_ns)
{
    uint64_t usage = __atomic_load_n(&state->usage_ns, __ATOMIC_RELAXED);
    uint64_t counted = hold_ns < LONG_HOLD_NS ? hold_ns : LONG_HOLD_NS;
    use(state, (usage + counted) / 2);
}

/// The holder makes way: what it has held says what it is from here on.
static void show_usage(BtThreadState *state, uint64_t slice_end, uint64_t now)
{
    uint64_t held = state->held_ns;
    if (now >= slice_end) {
        held = LONG_HOLD_NS;
    } else if (_bt_lock.holder_is_eager && held < now - _bt_lock.slice_started_at) {
        held = now - _bt_lock.slice_started_at;  // one that did not wait for the lock has not timed its hold
    }
    if (__atomic_load_n(&state->usage_ns, __ATOMIC_RELAXED) < held) {
        use(state, held);
    }
}

void _bt_adaptive_queue_up(BtThreadState *state, BtQueueReason_ reason, uint64_t now)
{
    uint64_t end = _bt_lock.slice_started_at + _bt_interval();
    switch (reason) {
    case BT_QUEUE_PREEMPTED:
        show_usage(state, end, now);
        if (_bt_lock.busy.first == NULL) {
            _bt_lock.batch_started_at = 0;  // up to here no busy thread was kept waiting
        }
        if (now < end || _bt_lock.busy.first == NULL) {
            state->slice_left_ns = now < end ? end - now : UINT64_MAX;
            state->may_spin = 1;
            _bt_queue_first(&_bt_lock.busy, state);
            return;
        }
        break;
    case BT_QUEUE_SLICE_END:
        show_usage(state, end, now);
        if (_bt_adaptive_is_eager(state)) {
            // Its batch is over, and it is the first of the next one.
            state->may_spin = 1;
            _bt_queue_first(&_bt_lock.eager, state);
            return;
        }
        break;
    case BT_QUEUE_RESTORE:
        if (!_bt_has_waiters()) {
            // Of a holder that did not come through the queue, nothing is known.
            BtThreadState *holder = _bt_holder();
            _bt_lock.holder_is_eager = holder != NULL && _bt_adaptive_is_eager(holder);
            _bt_lock.batch_started_at = _bt_lock.holder_is_eager ? now : 0;
            if (_bt_lock.holder_is_eager) {
                _bt_lock.slice_started_at = now;
            }
        }
        if (_bt_adaptive_is_eager(state)) {
            state->may_spin = 1;
            _bt_queue_last(&_bt_lock.eager, state);
            return;
        }
        if (_bt_lock.busy.first == NULL) {
            _bt_lock.slice_started_at = now;
        }
        break;
    }
    _bt_queue_last(&_bt_lock.busy, state);
}

/// Whether eager threads have kept busy ones waiting for long enough.
static int is_batch_over(uint64_t now)
{
    return _bt_lock.batch_started_at != 0 && now - _bt_lock.batch_started_at >= BATCH_NS;
}

BtThreadState *_bt_adaptive_next_waiter(uint64_t now)
{
    if (_bt_lock.eager.first == NULL || (_bt_lock.busy.first != NULL && is_batch_over(now))) {
        return _bt_lock.busy.first;
    }
    return _bt_lock.eager.first;
}

/// Busy threads ran for so much longer, or were kept waiting for it. What is beyond a batch's time either way was the system's
/// doing, a hold that costs its thread the eagerness, or a time when nobody competed.
static void balance(int64_t change)
{
    const int64_t limit = BATCH_NS;
    int64_t ahead = _bt_lock.busy_ahead_ns + (change < -limit ? -limit : change);
    _bt_lock.busy_ahead_ns = ahead < -limit ? -limit : ahead < limit ? ahead : limit;
}

void _bt_adaptive_granted(uint64_t slice_left, int is_eager, uint64_t now)
{
    if (!_bt_lock.holder_is_eager && _bt_lock.busy_resumed_at != 0) {
        balance((int64_t)(now - _bt_lock.busy_resumed_at));
    }
    _bt_lock.holder_is_eager = (uint32_t)is_eager;
    if (is_eager) {
        if (_bt_lock.batch_started_at == 0) {
            _bt_lock.batch_started_at = now;
        }
        return;
    }
    if (_bt_lock.batch_started_at != 0) {
        balance(-(int64_t)(now - _bt_lock.batch_started_at));
        _bt_lock.batch_started_at = 0;
    }
    _bt_lock.busy_resumed_at = now;
    uint64_t gate = _bt_lock.busy_ahead_ns < 0 ? now + (uint64_t)-_bt_lock.busy_ahead_ns : 0;
    __atomic_store_n(&_bt_lock_head.may_ask_at, gate, __ATOMIC_RELAXED);
    if (slice_left != UINT64_MAX) {
        _bt_lock.slice_started_at = now + slice_left - _bt_interval();
    }
}

uint64_t _bt_adaptive_deadline(BtThreadState *keeper, uint64_t now)
{
    uint64_t due = UINT64_MAX;
    if (_bt_lock.holder_is_eager) {
        uint64_t started = _bt_lock.batch_started_at;
        due = (_bt_lock.busy.first != NULL ? started : _bt_lock.slice_started_at) + BATCH_NS;
    } else {
        if (_bt_lock.busy.first != NULL) {
            due = _bt_lock.slice_started_at + _bt_interval();
        }
        if (_bt_lock.eager.first != NULL) {
            uint64_t gate = __atomic_load_n(&_bt_lock_head.may_ask_at, __ATOMIC_RELAXED);
            due = gate < due ? gate : due;
        }
    }
    if (now < due) {
        return due;
    }
    _bt_request_drop(keeper);
    return now + _bt_interval();
}
