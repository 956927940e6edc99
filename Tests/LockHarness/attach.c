// Attaching: BtGILState_…, guards and tokens, thread states of one's own, native threads.
#include "harness.h"

static void nested(void)
{
    BtGILState_STATE outer = BtGILState_Ensure();
    CHECK(outer == BtGILState_LOCKED);
    BtGILState_STATE inner = BtGILState_Ensure();
    BtGILState_Release(inner);
    CHECK(BtGILState_Check());
    BtGILState_Release(outer);
    CHECK(BtGILState_Check());
    BtThreadState *state = BtEval_SaveThread();
    BtGILState_STATE in_block = BtGILState_Ensure();
    CHECK(in_block == BtGILState_UNLOCKED && BtThreadState_Get() == state);
    BtGILState_Release(in_block);
    CHECK(!BtGILState_Check());
    BtEval_RestoreThread(state);
}

static void *attach_often(void *argument)
{
    (void)argument;
    CHECK(BtGILState_GetThisThreadState() == NULL);
    BtThreadState *first = NULL;
    for (int i = 0; i < 100; i++) {
        BtGILState_STATE state = BtGILState_Ensure();
        CHECK(state == BtGILState_UNLOCKED);
        first = first == NULL ? BtThreadState_Get() : first;
        CHECK(BtThreadState_Get() == first && BtThreadState_GetID(first) != 1);
        BtGILState_Release(state);
        CHECK(BtGILState_GetThisThreadState() == first);
    }
    return NULL;
}

static void foreign(void)
{
    BtThreadState *state = BtEval_SaveThread();
    uint64_t before = total().acquisitions;
    join(start(attach_often, NULL));
    join(start(attach_often, NULL));
    BtEval_RestoreThread(state);
    CHECK(total().acquisitions - before == 201);
    CHECK(_bt_lock.states == state && state->next == NULL);
}

static void *use_own_state(void *argument)
{
    BtThreadState *state = argument;
    BtEval_AcquireThread(state);
    CHECK(BtThreadState_Get() == state && BtGILState_GetThisThreadState() == state);
    BtGILState_STATE inner = BtGILState_Ensure();
    CHECK(inner == BtGILState_LOCKED);
    BtGILState_Release(inner);
    BtThreadState_Clear(state);
    BtThreadState_DeleteCurrent();
    CHECK(!BtGILState_Check() && BtGILState_GetThisThreadState() == NULL);
    return NULL;
}

static void own_state(void)
{
    BtThreadState *state = BtThreadState_New(BtInterpreterState_Get());
    CHECK(state != NULL && BtThreadState_GetID(state) == 2);
    BtThreadState *saved = BtEval_SaveThread();
    join(start(use_own_state, state));
    BtEval_RestoreThread(saved);
}

static void swapped(void)
{
    BtThreadState *main_state = BtThreadState_Get();
    BtThreadState *second = BtThreadState_New(BtInterpreterState_Main());
    CHECK(BtThreadState_Swap(second) == main_state);
    CHECK(BtThreadState_Get() == second);
    CHECK(BtThreadState_Swap(NULL) == second);
    CHECK(!BtGILState_Check());
    CHECK(BtThreadState_Swap(main_state) == NULL);
    BtThreadState_Delete(second);
    BtEval_RestoreThread(BtEval_SaveThread());
}

static void guarded(void)
{
    BtInterpreterView *view = BtInterpreterView_FromCurrent();
    BtInterpreterGuard *guard = BtInterpreterGuard_FromCurrent();
    CHECK(view != NULL && guard != NULL && _bt_lock.guards == 1);
    BtThreadState *state = BtEval_SaveThread();
    BtThreadStateToken *outer = BtThreadState_Ensure(guard);
    CHECK(outer != NULL && BtGILState_Check());
    BtThreadStateToken *inner = BtThreadState_EnsureFromView(view);
    CHECK(inner != NULL && BtGILState_Check() && _bt_lock.guards == 2);
    BtThreadState_Release(inner);
    CHECK(BtGILState_Check() && _bt_lock.guards == 1);
    BtThreadState_Release(outer);
    CHECK(!BtGILState_Check());
    BtInterpreterGuard_Close(guard);
    BtInterpreterView_Close(view);
    BtEval_RestoreThread(state);
}

static void refused_at_shutdown(void)
{
    BtInterpreterView *view = BtInterpreterView_FromMain();
    _bt_shutdown_begin();
    CHECK(BtInterpreterGuard_FromView(view) == NULL && BtThreadState_EnsureFromView(view) == NULL);
    CHECK(BtInterpreterGuard_FromCurrent() == NULL);
    BtGILState_STATE state = BtGILState_Ensure();
    BtGILState_Release(state);
    _bt_shutdown_undo();
    BtInterpreterGuard *guard = BtInterpreterGuard_FromView(view);
    CHECK(guard != NULL);
    BtInterpreterGuard_Close(guard);
}

static BtThread_tss_t key = BtThread_tss_NEEDS_INIT;
static unsigned long other_ident;
static int is_done;

static void run_native(void *argument)
{
    CHECK(!BtGILState_Check());
    CHECK(BtThread_tss_get(&key) == NULL && BtThread_tss_set(&key, argument) == 0);
    CHECK(BtThread_tss_get(&key) == argument);
    __atomic_store_n(&other_ident, BtThread_get_thread_ident(), __ATOMIC_SEQ_CST);
    set(&is_done, 1);
}

static void native(void)
{
    CHECK(!BtThread_tss_is_created(&key) && BtThread_tss_create(&key) == 0 && BtThread_tss_create(&key) == 0);
    CHECK(BtThread_tss_set(&key, &key) == 0);
    unsigned long ident = BtThread_start_new_thread(run_native, &is_done);
    CHECK(ident != BT_INVALID_THREAD_IDENT && ident != BtThread_get_thread_ident());
    UNTIL(get(&is_done));
    CHECK(__atomic_load_n(&other_ident, __ATOMIC_SEQ_CST) == ident);
    CHECK(BtThread_get_thread_native_id() == (unsigned long)getpid());
    CHECK(BtThread_tss_get(&key) == &key);
    BtThread_tss_delete(&key);
    CHECK(!BtThread_tss_is_created(&key));
    BtThread_tss_t *made = BtThread_tss_alloc();
    CHECK(made != NULL && !BtThread_tss_is_created(made) && BtThread_tss_create(made) == 0);
    BtThread_tss_free(made);
    BtThread_tss_free(NULL);
}

static int events[16];
static void note(BtLockEvent_ event, BtThreadState *state, uint64_t time)
{
    CHECK(state != NULL && time != 0);
    __atomic_fetch_add(&events[event], 1, __ATOMIC_SEQ_CST);
}

static void traced(void)
{
    _bt_lock.event = note;
    BtThreadState *state = BtThreadState_Get();
    for (int i = 0; i < 10; i++) {
        BtEval_RestoreThread(BtEval_SaveThread());
    }
    CHECK(events[BT_EVENT_RELEASED] == 10 && events[BT_EVENT_ACQUIRED] == 10);
    Visitor visitor;
    visitor_start(&visitor);
    set(&visitor.go, 1);
    until_waiting(1);
    BtEval_SaveThread();
    UNTIL(get(&visitor.is_in));
    visitor_leave(&visitor);
    BtEval_RestoreThread(state);
    CHECK(events[BT_EVENT_THREAD_MADE] == 1 && events[BT_EVENT_THREAD_FREED] == 1);
    CHECK(events[BT_EVENT_WAITING] == 1 && events[BT_EVENT_RELEASED] == 12 && events[BT_EVENT_ACQUIRED] == 12);
    CHECK(events[BT_EVENT_HAND_OVER] == (_bt_lock.scheduler != BT_SCHEDULER_TICKS));
}

const Case attach_cases[] = {
    {"ensures nest", ALL, nested, NULL},
    {"a foreign thread keeps its state until it ends", ALL, foreign, NULL},
    {"a thread state of one's own", ALL, own_state, NULL},
    {"thread states are swapped", ALL, swapped, NULL},
    {"guards, views and tokens", ALL, guarded, NULL},
    {"after shutdown has begun, attaches that can fail do", ALL, refused_at_shutdown, NULL},
    {"native threads and their storage", ADAPTIVE, native, NULL},
    {"every transition is traced", ALL | TRACED, traced, NULL},
    {NULL, 0, NULL, NULL},
};
