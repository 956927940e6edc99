// The lock's switches and figures.
#include "lock_state.h"

BtLockScheduler BtLock_GetScheduler(void) { return _bt_lock.scheduler; }

const char *BtLock_GetSchedulerName(BtLockScheduler scheduler)
{
    return scheduler == BT_SCHEDULER_TICKS ? "ticks" : scheduler == BT_SCHEDULER_INTERVAL ? "interval" : "adaptive";
}

int BtEval_SetSwitchInterval(double seconds)
{
    if (!(seconds > 0)) {
        return -1;
    }
    double nanoseconds = seconds < 1e9 ? seconds * 1e9 : 1e18;
    __atomic_store_n(&_bt_lock.interval_ns, nanoseconds < 1 ? 1 : (uint64_t)nanoseconds, __ATOMIC_RELAXED);
    return 0;
}

double BtEval_GetSwitchInterval(void)
{
    uint64_t interval = _bt_interval();
    return interval == 0 ? 0.005 : (double)interval / 1e9;
}

static int set_bit(uint32_t bit, int on)
{
    uint32_t before = on ? __atomic_fetch_or(&_bt_lock_head.attention, bit, __ATOMIC_SEQ_CST)
                         : __atomic_fetch_and(&_bt_lock_head.attention, ~bit, __ATOMIC_SEQ_CST);
    return (before & bit) != 0;
}

int BtLock_SetHold(int on) { return set_bit(BT_ATTENTION_HOLD, on); }
int BtLock_GetHold(void) { return (_bt_attention() & BT_ATTENTION_HOLD) != 0; }
int BtLock_SetStatistics(int on) { return set_bit(BT_ATTENTION_STATISTICS, on); }

static uint64_t read_counter(uint64_t *counter) { return __atomic_load_n(counter, __ATOMIC_RELAXED); }

static void add(BtLockStatistics *total, BtThreadState *state)
{
    BtLockStatistics *counters = &state->counters;
    total->acquisitions += read_counter(&state->head.acquisitions);
    total->contended += read_counter(&counters->contended);
    total->forced_switches += read_counter(&counters->forced_switches);
    total->hand_overs += read_counter(&counters->hand_overs);
    total->take_overs += read_counter(&counters->take_overs);
    total->drop_requests += read_counter(&counters->drop_requests);
    total->wait_ns += read_counter(&counters->wait_ns);
    total->hold_ns += read_counter(&counters->hold_ns);
    _bt_count_max(&total->wait_max_ns, read_counter(&counters->wait_max_ns));
    _bt_count_max(&total->hold_max_ns, read_counter(&counters->hold_max_ns));
}

static void subtract(BtLockStatistics *total, const BtLockStatistics *before)
{
    total->acquisitions -= before->acquisitions;
    total->contended -= before->contended;
    total->forced_switches -= before->forced_switches;
    total->hand_overs -= before->hand_overs;
    total->take_overs -= before->take_overs;
    total->drop_requests -= before->drop_requests;
    total->wait_ns -= before->wait_ns;
    total->hold_ns -= before->hold_ns;
}

void _bt_statistics_ended(BtThreadState *state) { add(&_bt_lock.ended, state); }

/// The sums since the start, maxima since the last reset. Mutex held.
static BtLockStatistics sum(void)
{
    BtLockStatistics total = _bt_lock.ended;
    for (BtThreadState *state = _bt_lock.states; state != NULL; state = state->next) {
        add(&total, state);
    }
    return total;
}

void BtLock_GetStatistics(BtLockStatistics *statistics)
{
    _bt_internal_lock(&_bt_lock.mutex);
    *statistics = sum();
    subtract(statistics, &_bt_lock.baseline);
    _bt_internal_unlock(&_bt_lock.mutex);
}

void BtLock_GetThreadStatistics(BtThreadState *state, BtLockStatistics *statistics)
{
    static const BtLockStatistics none;
    *statistics = none;
    if (state == NULL) {
        state = _bt_current.state != NULL ? _bt_current.state : _bt_current.own_state;
    }
    if (state != NULL) {
        _bt_internal_lock(&_bt_lock.mutex);
        add(statistics, state);
        subtract(statistics, &state->baseline);
        _bt_internal_unlock(&_bt_lock.mutex);
    }
}

void BtLock_ResetStatistics(void)
{
    static const BtLockStatistics none;
    _bt_internal_lock(&_bt_lock.mutex);
    _bt_lock.ended.wait_max_ns = 0;
    _bt_lock.ended.hold_max_ns = 0;
    for (BtThreadState *state = _bt_lock.states; state != NULL; state = state->next) {
        __atomic_store_n(&state->counters.wait_max_ns, 0, __ATOMIC_RELAXED);
        __atomic_store_n(&state->counters.hold_max_ns, 0, __ATOMIC_RELAXED);
        state->baseline = none;
        add(&state->baseline, state);
    }
    _bt_lock.baseline = sum();
    _bt_internal_unlock(&_bt_lock.mutex);
}
