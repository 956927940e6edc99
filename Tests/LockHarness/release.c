// Save and restore: lazy and full releases, take-over, hand-over, errno.
#include "harness.h"

static void alone(void)
{
    BtThreadState *state = BtThreadState_Get();
    uint64_t before = mine().acquisitions;
    for (int i = 0; i < 1000; i++) {
        CHECK(BtEval_SaveThread() == state);
        CHECK(BtThreadState_GetUnchecked() == NULL && !BtGILState_Check() && _bt_current.number == BT_OWNER_NONE);
        BtEval_RestoreThread(state);
        CHECK(BtThreadState_Get() == state && BtGILState_Check() && _bt_current.number == BT_NUMBER_LOCKED);
    }
    CHECK(mine().acquisitions - before == 1000);
    CHECK(total().contended == 0 && total().take_overs == 0 && total().hand_overs == 0);
}

static void lazily(void)
{
    BtThreadState *state = BtThreadState_Get();
    for (int i = 0; i < BT_FULL_RELEASES; i++) {
        BtEval_RestoreThread(BtEval_SaveThread());
    }
    BtEval_SaveThread();
    CHECK(_bt_holder() == state);
    BtEval_RestoreThread(state);
}

static void fully(void)
{
    BtThreadState *state = BtThreadState_Get();
    for (int i = 0; i < 3 * BT_FULL_RELEASES; i++) {
        BtEval_SaveThread();
        CHECK(_bt_lock.full_only == 0 || _bt_holder() == NULL);
        BtEval_RestoreThread(state);
    }
}

static void taken_over(void)
{
    lazily();
    BtThreadState *state = BtEval_SaveThread();
    Visitor visitor;
    visitor_start(&visitor);
    visitor_enter(&visitor);
    visitor_leave(&visitor);
    CHECK(total().take_overs == 1 && total().contended == 0);
    CHECK(state->head.full_releases == BT_FULL_RELEASES);
    BtEval_RestoreThread(state);
    for (int i = 0; i < BT_FULL_RELEASES; i++) {
        CHECK(state->head.full_releases != 0);
        BtEval_SaveThread();
        CHECK(_bt_holder() == NULL);
        BtEval_RestoreThread(state);
    }
    CHECK(state->head.full_releases == 0);
    BtEval_SaveThread();
    CHECK(_bt_holder() == state);
    BtEval_RestoreThread(state);
}

static void in_turn_without_take_over(void)
{
    // Two threads that meet each other become full releasers: neither waits for the other, nor needs a membarrier.
    BtThreadState *state = BtEval_SaveThread();
    for (int i = 0; i < 10; i++) {
        Visitor visitor;
        visitor_start(&visitor);
        visitor_enter(&visitor);
        visitor_leave(&visitor);
        BtEval_RestoreThread(state);
        BtEval_SaveThread();
    }
    BtEval_RestoreThread(state);
    CHECK(total().contended == 0 && total().take_overs <= 1);
}

static void handed_over(void)
{
    Visitor visitor;
    visitor_start(&visitor);
    set(&visitor.go, 1);
    until_waiting(1);
    CHECK(!get(&visitor.is_in) && is_waited_for());
    BtThreadState *state = BtEval_SaveThread();
    UNTIL(get(&visitor.is_in));
    CHECK(_bt_holder() != state && _bt_holder() != NULL);
    CHECK(_bt_lock.scheduler == BT_SCHEDULER_TICKS || !is_waited_for());
    visitor_leave(&visitor);
    BtEval_RestoreThread(state);
    CHECK(total().contended == 1);
    CHECK(_bt_lock.scheduler == BT_SCHEDULER_TICKS || mine().hand_overs == 1);
}

static void queues_behind(void)
{
    Visitor first, second;
    visitor_start(&first);
    visitor_start(&second);
    set(&first.leave, 1);
    set(&second.leave, 1);
    set(&first.go, 1);
    until_waiting(1);
    set(&second.go, 1);
    until_waiting(2);
    BtEval_RestoreThread(BtEval_SaveThread());
    CHECK(visits == 2 && first.order == 1 && second.order == 2);
    visitor_leave(&first);
    visitor_leave(&second);
}

static void keeps_errno(void)
{
    Visitor visitor;
    visitor_start(&visitor);
    set(&visitor.go, 1);
    until_waiting(1);
    errno = 71;
    BtThreadState *state = BtEval_SaveThread();
    CHECK(errno == 71);
    UNTIL(get(&visitor.is_in));
    set(&visitor.safe_points, 1);
    set(&visitor.leave, 1);
    errno = 72;
    BtEval_RestoreThread(state);
    CHECK(errno == 72);
    visitor_leave(&visitor);
    Bt_AddPendingCall((int (*)(void *))(void *)fully, NULL);
    CHECK(BtErr_SetInterruptEx(3) == 0);
    errno = 73;
    _bt_attention_clear(BT_ATTENTION_PENDING);
    CHECK(BtEval_SafePoint() == 0 && errno == 73);
}

static void *end_holding_lazily(void *argument)
{
    (void)argument;
    for (int i = 0; i < 2 * BT_FULL_RELEASES; i++) {
        BtGILState_STATE state = BtGILState_Ensure();
        BtGILState_Release(state);
    }
    CHECK(!is_lazy() || _bt_holder() == BtGILState_GetThisThreadState());
    return NULL;
}

static void ended_holding_lazily(void)
{
    BtThreadState *state = BtEval_SaveThread();
    for (int i = 0; i < 20; i++) {
        join(start(end_holding_lazily, NULL));
        CHECK(_bt_holder() == NULL);
        BtEval_RestoreThread(state);
        BtEval_SaveThread();
    }
    BtEval_RestoreThread(state);
    CHECK(_bt_lock.states == state && state->next == NULL);
    CHECK(total().acquisitions >= 20 * 2 * BT_FULL_RELEASES);
}

static void *be_deleted_holding_lazily(void *argument)
{
    BtThreadState *state = BtThreadState_New(BtInterpreterState_Main());
    BtEval_AcquireThread(state);
    for (int i = 0; i < 2 * BT_FULL_RELEASES; i++) {
        BtEval_RestoreThread(BtEval_SaveThread());
    }
    BtEval_ReleaseThread(state);
    CHECK(!is_lazy() || _bt_holder() == state);
    *(BtThreadState **)argument = state;
    return NULL;
}

static void deleted_holding_lazily(void)
{
    BtThreadState *saved = BtEval_SaveThread();
    BtThreadState *other = NULL;
    join(start(be_deleted_holding_lazily, &other));
    BtThreadState_Delete(other);
    CHECK(_bt_holder() == NULL);
    BtEval_RestoreThread(saved);
    CHECK(_bt_holder() == saved);
}

const Case release_cases[] = {
    {"save and restore alone", ALL, alone, NULL},
    {"a release is lazy while nobody waits", QUEUED | LAZY_ONLY, lazily, NULL},
    {"on the portable path each release is full", ALL, fully, NULL},
    {"a waiter takes a lazily released lock over", QUEUED | LAZY_ONLY, taken_over, NULL},
    {"threads that attach in turn do not wait", ALL, in_turn_without_take_over, NULL},
    {"a save hands the lock to a waiter", ALL, handed_over, NULL},
    {"a thread that comes back queues behind the waiters", QUEUED, queues_behind, NULL},
    {"errno is kept", ALL, keeps_errno, NULL},
    {"a thread ends while it holds the lock lazily", ALL, ended_holding_lazily, NULL},
    {"a thread state is deleted while it holds the lock lazily", ALL, deleted_holding_lazily, NULL},
    {NULL, 0, NULL, NULL},
};
