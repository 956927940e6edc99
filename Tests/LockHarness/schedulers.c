// The three schedulers, under a clock that the case moves.
#include "harness.h"

static const uint64_t interval = 5000000u;

static void forced_after_interval(void)
{
    BtEval_SetSwitchInterval(0.005);
    // A thread that has held the lock for long at a time is busy for `adaptive` too.
    BtThreadState *state = BtThreadState_Get();
    Visitor visitor;
    visitor_start(&visitor);
    set(&visitor.safe_points, 1);
    set(&visitor.leave, 1);
    set(&visitor.go, 1);
    until_waiting(1);
    for (int i = 0; i < 1000; i++) {
        CHECK(BtEval_SafePoint() == 0);
    }
    CHECK(!is_drop_requested() && !get(&visitor.is_in));
    clock_advance(interval - 1);
    CHECK(BtEval_SafePoint() == 0 && !get(&visitor.is_in));
    clock_advance(1);
    UNTIL(is_drop_requested());
    CHECK(!get(&visitor.is_in));
    CHECK(BtEval_SafePoint() == 0);
    CHECK(get(&visitor.is_in) && visits == 1);
    CHECK(!is_drop_requested() && BtThreadState_Get() == state && _bt_holder() == state);
    CHECK(mine().forced_switches == 1 && total().drop_requests == 1);
    visitor_leave(&visitor);
}

static void forced_round_robin(void)
{
    enum { COUNT = 5 };
    Visitor visitors[COUNT];
    for (int i = 0; i < COUNT; i++) {
        visitor_start(&visitors[i]);
        set(&visitors[i].leave, 1);
        set(&visitors[i].go, 1);
        until_waiting(i + 1);
    }
    clock_advance(interval);
    UNTIL(is_drop_requested());
    CHECK(BtEval_SafePoint() == 0);
    CHECK(visits == COUNT);
    for (int i = 0; i < COUNT; i++) {
        CHECK(visitors[i].order == i + 1);
        visitor_leave(&visitors[i]);
    }
}

static void next_keeps_time(void)
{
    // Both the timekeeper and its successor ask: the first waiter stays attached, with safe points, until it is asked.
    Visitor first, second;
    visitor_start(&first);
    visitor_start(&second);
    set(&first.safe_points, 1);
    set(&first.go, 1);
    until_waiting(1);
    set(&second.leave, 1);
    set(&second.go, 1);
    until_waiting(2);
    BtThreadState *state = BtEval_SaveThread();
    UNTIL(get(&first.is_in));
    while (!get(&second.is_in)) {
        clock_advance(interval / 2);
        sched_yield();
    }
    visitor_leave(&second);
    visitor_leave(&first);
    BtEval_RestoreThread(state);
    CHECK(total().forced_switches >= 1);
}

/// Make this thread one that `adaptive` takes for busy.
static void be_busy(void) { BtThreadState_Get()->usage_ns = 10 * interval; }

static void eager_is_let_in(void)
{
    be_busy();
    Visitor visitor;
    visitor_start(&visitor);
    set(&visitor.leave, 1);
    set(&visitor.go, 1);
    until_waiting(1);
    CHECK(is_drop_requested());
    CHECK(BtEval_SafePoint() == 0 && visits == 1);
    visitor_leave(&visitor);
}

typedef struct Past {
    int long_holds, short_holds;  // what it has behind it, in this order
    int is_ready, go;             // atomic flags
} Past;

static void *come_with_past(void *argument)
{
    Past *past = argument;
    BtGILState_Release(BtGILState_Ensure());
    BtThreadState *state = BtGILState_GetThisThreadState();
    for (int i = 0; i < past->long_holds; i++) {
        _bt_adaptive_held(state, interval);
    }
    for (int i = 0; i < past->short_holds; i++) {
        _bt_adaptive_held(state, 1000);
    }
    set(&past->is_ready, 1);
    UNTIL(get(&past->go));
    BtGILState_Release(BtGILState_Ensure());
    return NULL;
}

/// Whether a thread with such a past is let in at once, beside a busy one.
static int is_let_in(int long_holds, int short_holds)
{
    be_busy();
    Past past = {long_holds, short_holds, 0, 0};
    BtThreadState *state = BtEval_SaveThread();
    pthread_t thread = start(come_with_past, &past);
    UNTIL(get(&past.is_ready));
    BtEval_RestoreThread(state);
    be_busy();
    clock_advance(interval);  // any gate is open
    set(&past.go, 1);
    until_waiting(1);
    int is_at_once = is_drop_requested();
    clock_advance(interval);
    UNTIL(is_drop_requested());
    CHECK(BtEval_SafePoint() == 0);
    join(thread);
    return is_at_once;
}

static void eager_by_its_holds(void)
{
    CHECK(is_let_in(0, 1));
    CHECK(is_let_in(1, 0));   // one long hold may be the system's doing
    CHECK(!is_let_in(2, 0));
    CHECK(is_let_in(2, 1));   // a short one gains it again, however long those before were
}

enum { COMES = 4 };

static void *come_often(void *argument)
{
    Visitor *visitor = argument;
    for (int i = 0; i < COMES; i++) {
        UNTIL(get(&visitor->go) > i);
        BtGILState_STATE state = BtGILState_Ensure();
        visits++;
        clock_advance(40000);  // keeps the busy thread waiting for so long
        BtGILState_Release(state);
        set(&visitor->is_out, i + 1);
    }
    return NULL;
}

static void busy_gets_as_long(void)
{
    be_busy();
    Visitor visitor;
    memset(&visitor, 0, sizeof visitor);
    pthread_t thread = start(come_often, &visitor);
    set(&visitor.go, 1);
    until_waiting(1);
    CHECK(is_drop_requested() && BtEval_SafePoint() == 0 && visits == 1);
    UNTIL(get(&visitor.is_out) == 1);
    set(&visitor.go, 2);
    until_waiting(1);
    clock_advance(39999);
    CHECK(!is_drop_requested() && BtEval_SafePoint() == 0 && visits == 1);
    clock_advance(1);
    UNTIL(is_drop_requested());
    CHECK(BtEval_SafePoint() == 0 && visits == 2);
    UNTIL(get(&visitor.is_out) == 2);
    // What it runs beyond that counts for the next time: 100 us are good for two times 40.
    clock_advance(40000 + 100000);
    for (int i = 3; i <= COMES; i++) {
        set(&visitor.go, i);
        until_waiting(1);
        CHECK(is_drop_requested() && BtEval_SafePoint() == 0 && visits == i);
        UNTIL(get(&visitor.is_out) == i);
    }
    join(thread);
}

static void *advance_until_back(void *argument)
{
    Visitor *visitor = argument;
    UNTIL(get(&visitor->is_in));
    while (total().forced_switches < 2) {
        clock_advance(10000);
        sched_yield();
    }
    return NULL;
}

static void batch_ends(void)
{
    be_busy();
    BtThreadState *state = BtThreadState_Get();
    Visitor visitor;
    visitor_start(&visitor);
    set(&visitor.safe_points, 1);
    set(&visitor.go, 1);
    until_waiting(1);
    CHECK(is_drop_requested());
    // The eager thread stays attached: after the batch's time it is asked to make way.
    uint64_t begin = clock_ns;
    pthread_t thread = start(advance_until_back, &visitor);
    CHECK(BtEval_SafePoint() == 0);
    CHECK(get(&visitor.is_in) && !get(&visitor.is_out) && _bt_holder() == state);
    CHECK(clock_ns - begin >= 100000u);
    join(thread);
    BtEval_SaveThread();
    visitor_leave(&visitor);
    BtEval_RestoreThread(state);
}

static void *queue_behind(void *argument)
{
    // While the first eager thread is in: two more come, the batch's time passes, the first one leaves.
    Visitor **others = argument;
    UNTIL(get(&others[2]->is_in));
    set(&others[0]->go, 1);
    until_waiting(2);  // the busy thread and this one
    set(&others[1]->go, 1);
    until_waiting(3);
    clock_advance(200000);
    UNTIL(is_drop_requested());
    set(&others[2]->leave, 1);
    return NULL;
}

static uint64_t timekeeper_looks_at(void)
{
    _bt_internal_lock(&_bt_lock.mutex);
    uint64_t at = _bt_lock.keeper_looks_at;
    _bt_internal_unlock(&_bt_lock.mutex);
    return at;
}

static void rest_of_batch(void)
{
    // Eager threads that a batch left behind are let in when the gate opens, not when the timekeeper's slice ends.
    be_busy();
    BtThreadState *state = BtThreadState_Get();
    Visitor first, second, third;
    visitor_start(&first);
    visitor_start(&second);
    visitor_start(&third);
    set(&first.go, 1);
    until_waiting(1);
    Visitor *others[3] = {&second, &third, &first};
    pthread_t thread = start(queue_behind, others);
    CHECK(BtEval_SafePoint() == 0);
    CHECK(_bt_holder() == state && visits == 1);
    until_waiting(2);
    CHECK(timekeeper_looks_at() == _bt_lock.busy_resumed_at + 100000u);
    join(thread);
    BtEval_SaveThread();
    set(&second.leave, 1);
    set(&third.leave, 1);
    visitor_leave(&first);
    visitor_leave(&second);
    visitor_leave(&third);
    BtEval_RestoreThread(state);
}

static void shows_itself_busy(void)
{
    // Nothing is known of a thread that has never waited: it is taken for eager, for as long as a batch lasts.
    Visitor first, second;
    visitor_start(&first);
    visitor_start(&second);
    set(&first.leave, 1);
    set(&second.leave, 1);
    set(&first.go, 1);
    until_waiting(1);
    clock_advance(99999);
    CHECK(!is_drop_requested());
    clock_advance(1);
    UNTIL(is_drop_requested());
    CHECK(BtEval_SafePoint() == 0 && visits == 1);
    // Now it is known.
    set(&second.go, 1);
    until_waiting(1);
    CHECK(is_drop_requested());
    CHECK(BtEval_SafePoint() == 0 && visits == 2);
    visitor_leave(&first);
    visitor_leave(&second);
}

static void *end_batch(void *argument)
{
    // Two eager threads hold the lock one after the other, both briefly; during the second hold the batch's time ends.
    Visitor **visitors = argument;
    UNTIL(get(&visitors[0]->is_in));
    set(&visitors[1]->go, 1);
    until_waiting(2);
    clock_advance(60000);
    set(&visitors[0]->leave, 1);
    UNTIL(get(&visitors[1]->is_in));
    clock_advance(45000);
    return NULL;
}

static void stays_eager(void)
{
    be_busy();
    Visitor first, second;
    visitor_start(&first);
    visitor_start(&second);
    set(&second.safe_points, 1);
    set(&first.go, 1);
    until_waiting(1);
    Visitor *visitors[2] = {&first, &second};
    pthread_t thread = start(end_batch, visitors);
    CHECK(BtEval_SafePoint() == 0 && visits == 2 && !get(&second.is_out));
    join(thread);
    _bt_internal_lock(&_bt_lock.mutex);
    CHECK(_bt_lock.eager.first != NULL && _bt_lock.busy.first == NULL);
    _bt_internal_unlock(&_bt_lock.mutex);
    set(&second.leave, 1);
    clock_advance(100000);
    UNTIL(is_drop_requested());
    CHECK(BtEval_SafePoint() == 0);
    visitor_leave(&first);
    visitor_leave(&second);
}

static void ticks_compete(void)
{
    Visitor visitor;
    visitor_start(&visitor);
    set(&visitor.leave, 1);
    set(&visitor.go, 1);
    until_waiting(1);
    for (int i = 0; i < 99; i++) {
        CHECK(BtEval_SafePoint() == 0);
        CHECK(!get(&visitor.is_in));
    }
    // Each hundredth safe point releases; whether the waiter is fast enough is luck, but luck comes.
    while (!get(&visitor.is_in)) {
        CHECK(BtEval_SafePoint() == 0);
    }
    visitor_leave(&visitor);
    CHECK(total().forced_switches == 0 && total().drop_requests == 0);
}

const Case scheduler_cases[] = {
    {"a drop request after the interval, and a forced switch", INTERVAL | OWN_CLOCK, forced_after_interval, NULL},
    {"a forced switch serves the waiters in order", INTERVAL | OWN_CLOCK, forced_round_robin, NULL},
    {"the next waiter keeps the time", QUEUED | OWN_CLOCK, next_keeps_time, NULL},
    {"an eager thread is let in at once", ADAPTIVE | OWN_CLOCK, eager_is_let_in, NULL},
    {"two long holds cost eagerness, a short one gains it", ADAPTIVE | OWN_CLOCK, eager_by_its_holds, NULL},
    {"a busy thread runs as long as it was kept waiting", ADAPTIVE | OWN_CLOCK, busy_gets_as_long, NULL},
    {"a batch of eager threads ends", ADAPTIVE | OWN_CLOCK, batch_ends, NULL},
    {"what a batch leaves behind is let in next", ADAPTIVE | OWN_CLOCK, rest_of_batch, NULL},
    {"a thread that is not known shows itself to be busy", ADAPTIVE | OWN_CLOCK, shows_itself_busy, NULL},
    {"a thread that a batch's end puts out stays eager", ADAPTIVE | OWN_CLOCK, stays_eager, NULL},
    {"ticks releases each hundredth safe point", TICKS, ticks_compete, NULL},
    {NULL, 0, NULL, NULL},
};
