// The hold switch, statistics, the switch interval.
#include "harness.h"

static void held(void)
{
    CHECK(BtLock_SetHold(1) == 0 && BtLock_GetHold() == 1);
    BtThreadState *state = BtEval_SaveThread();
    CHECK(!BtGILState_Check() && _bt_holder() == state && state->head.state == BT_STATE_ATTACHED);
    Visitor visitor;
    visitor_start(&visitor);
    set(&visitor.leave, 1);
    set(&visitor.go, 1);
    until_waiting(1);
    CHECK(!get(&visitor.is_in));
    BtEval_RestoreThread(state);
    CHECK(!get(&visitor.is_in) && BtGILState_Check());
    // A wait of the runtime itself releases all the same.
    state = _bt_wait_begin();
    UNTIL(get(&visitor.is_in));
    visitor_leave(&visitor);
    _bt_wait_end(state);
    CHECK(BtLock_SetHold(0) == 1);
    state = BtEval_SaveThread();
    visitor_start(&visitor);
    visitor_enter(&visitor);
    visitor_leave(&visitor);
    BtEval_RestoreThread(state);
}

static void held_switched_in_block(void)
{
    // On in a block, off in a block: the block that is open is as it began.
    BtThreadState *state = BtEval_SaveThread();
    BtLock_SetHold(1);
    Visitor visitor;
    visitor_start(&visitor);
    visitor_enter(&visitor);
    visitor_leave(&visitor);
    BtEval_RestoreThread(state);
    BtEval_SaveThread();
    BtLock_SetHold(0);
    visitor_start(&visitor);
    set(&visitor.leave, 1);
    set(&visitor.go, 1);
    until_waiting(1);
    BtEval_RestoreThread(state);
    CHECK(!get(&visitor.is_in));
    BtEval_SaveThread();
    UNTIL(get(&visitor.is_in));
    visitor_leave(&visitor);
    BtEval_RestoreThread(state);
}

static void sums(void)
{
    BtThreadState *state = BtThreadState_Get();
    Visitor visitors[3];
    for (int i = 0; i < 3; i++) {
        visitor_start(&visitors[i]);
        set(&visitors[i].leave, 1);
        set(&visitors[i].go, 1);
        until_waiting(i + 1);
    }
    BtEval_SaveThread();
    UNTIL(get(&visitors[0].is_out) && get(&visitors[1].is_out) && get(&visitors[2].is_out));
    BtEval_RestoreThread(state);
    BtLockStatistics before = total();
    CHECK(before.acquisitions == 5 && before.contended >= 3 && before.wait_ns >= before.wait_max_ns);
    CHECK(before.wait_max_ns > 0 && before.hold_ns == 0);
    for (int i = 0; i < 3; i++) {
        visitor_leave(&visitors[i]);
    }
    BtLockStatistics after = total();  // of ended threads too
    CHECK(after.acquisitions == before.acquisitions && after.wait_ns == before.wait_ns);
    CHECK(mine().acquisitions == 2);
    BtLock_ResetStatistics();
    BtLockStatistics zero = total();
    CHECK(zero.acquisitions == 0 && zero.contended == 0 && zero.wait_ns == 0 && zero.wait_max_ns == 0);
    CHECK(mine().acquisitions == 0 && mine().hand_overs == 0);
    BtEval_RestoreThread(BtEval_SaveThread());
    CHECK(total().acquisitions == 1 && mine().acquisitions == 1);
}

static void hold_times(void)
{
    BtEval_RestoreThread(BtEval_SaveThread());
    CHECK(mine().hold_ns == 0);
    CHECK(BtLock_SetStatistics(1) == 0);
    BtEval_RestoreThread(BtEval_SaveThread());
    __atomic_fetch_add(&clock_ns, 700, __ATOMIC_SEQ_CST);
    BtThreadState *state = BtEval_SaveThread();
    __atomic_fetch_add(&clock_ns, 100000, __ATOMIC_SEQ_CST);
    BtEval_RestoreThread(state);
    __atomic_fetch_add(&clock_ns, 300, __ATOMIC_SEQ_CST);
    BtEval_RestoreThread(BtEval_SaveThread());
    CHECK(mine().hold_ns == 1000 && mine().hold_max_ns == 700);
    CHECK(BtLock_SetStatistics(0) == 1);
    CHECK(BtEval_SaveThread() == state);
    BtEval_RestoreThread(state);
    __atomic_fetch_add(&clock_ns, 900, __ATOMIC_SEQ_CST);
    BtEval_RestoreThread(BtEval_SaveThread());
    CHECK(mine().hold_ns == 1000);
}

static void hold_times_unasked(void)
{
    BtEval_RestoreThread(BtEval_SaveThread());
    __atomic_fetch_add(&clock_ns, 700, __ATOMIC_SEQ_CST);
    BtEval_RestoreThread(BtEval_SaveThread());
    CHECK(mine().hold_ns == 700 && mine().hold_max_ns == 700);
}

static void intervals(void)
{
    CHECK(BtEval_GetSwitchInterval() == 0.005);
    CHECK(BtEval_SetSwitchInterval(0) == -1 && BtEval_SetSwitchInterval(-1) == -1);
    CHECK(BtEval_GetSwitchInterval() == 0.005);
    CHECK(BtEval_SetSwitchInterval(0.25) == 0 && BtEval_GetSwitchInterval() == 0.25);
    CHECK(BtEval_SetSwitchInterval(1e300) == 0 && BtEval_GetSwitchInterval() >= 1e9);
    CHECK(BtEval_SetSwitchInterval(1e-30) == 0 && BtEval_GetSwitchInterval() > 0);
    CHECK(strcmp(BtLock_GetSchedulerName(BtLock_GetScheduler()), "adaptive") == 0);
}

const Case switch_cases[] = {
    {"hold keeps the lock in blocks", ALL, held, NULL},
    {"hold is switched inside blocks", ALL, held_switched_in_block, NULL},
    {"statistics add up", ALL, sums, NULL},
    {"hold times are measured while asked for", ALL | OWN_CLOCK, hold_times, NULL},
    {"hold times are measured while traced", ALL | OWN_CLOCK | TRACED, hold_times_unasked, NULL},
    {"hold times are measured in checked mode", ALL | OWN_CLOCK | CHECKED, hold_times_unasked, NULL},
    {"the switch interval", ADAPTIVE, intervals, NULL},
    {NULL, 0, NULL, NULL},
};
