// Threads and waiting, for the cases.
#include "harness.h"

int visits;

void clock_advance(uint64_t nanoseconds)
{
    __atomic_fetch_add(&clock_ns, nanoseconds, __ATOMIC_SEQ_CST);
    _bt_lock_clock_changed();
}

pthread_t start(void *(*run)(void *), void *argument)
{
    pthread_t thread;
    CHECK(pthread_create(&thread, NULL, run, argument) == 0);
    return thread;
}

void join(pthread_t thread) { CHECK(pthread_join(thread, NULL) == 0); }
int get(int *flag) { return __atomic_load_n(flag, __ATOMIC_SEQ_CST); }
void set(int *flag, int value) { __atomic_store_n(flag, value, __ATOMIC_SEQ_CST); }
int is_waited_for(void) { return (_bt_attention() & BT_ATTENTION_WAITERS) != 0; }
int is_drop_requested(void) { return (_bt_attention() & BT_ATTENTION_DROP) != 0; }

static int waiting(void)
{
    int count = 0;
    _bt_internal_lock(&_bt_lock.mutex);
    for (BtThreadState *each = _bt_lock.eager.first; each != NULL; each = each->next_waiter) {
        count++;
    }
    for (BtThreadState *each = _bt_lock.busy.first; each != NULL; each = each->next_waiter) {
        count++;
    }
    _bt_internal_unlock(&_bt_lock.mutex);
    return count;
}

void until_waiting(int count) { UNTIL(waiting() == count); }

BtLockStatistics total(void)
{
    BtLockStatistics statistics;
    BtLock_GetStatistics(&statistics);
    return statistics;
}

BtLockStatistics mine(void)
{
    BtLockStatistics statistics;
    BtLock_GetThreadStatistics(NULL, &statistics);
    return statistics;
}

int is_lazy(void) { return !_bt_lock.full_only && _bt_lock.scheduler != BT_SCHEDULER_TICKS; }

static void *visit(void *argument)
{
    Visitor *visitor = argument;
    UNTIL(get(&visitor->go));
    BtGILState_STATE state = BtGILState_Ensure();
    visitor->order = ++visits;
    set(&visitor->is_in, 1);
    while (!get(&visitor->leave)) {
        if (get(&visitor->safe_points)) {
            CHECK(BtEval_SafePoint() == 0);
        }
        sched_yield();
    }
    BtGILState_Release(state);
    set(&visitor->is_out, 1);
    return NULL;
}

void visitor_start(Visitor *visitor)
{
    memset(visitor, 0, sizeof *visitor);
    visitor->thread = start(visit, visitor);
}

void visitor_enter(Visitor *visitor)
{
    set(&visitor->go, 1);
    UNTIL(get(&visitor->is_in));
}

void visitor_leave(Visitor *visitor)
{
    set(&visitor->leave, 1);
    UNTIL(get(&visitor->is_out));
    join(visitor->thread);
}
