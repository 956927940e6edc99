// Threads as an extension's author uses them, for ThreadTests.swift.
#include <baton.h>
#include <pthread.h>

// What clang checks the functions against.
static BtObject *early_exit(BtObject *self, BtObject *argument) BT_ATTACHED;
static BtObject *append_from_threads(BtObject *self, BtObject *argument) BT_ATTACHED;
static BtObject *dictionaries(BtObject *self, BtObject *argument) BT_ATTACHED;
static BtObject *raise_at_safe_point(BtObject *self, BtObject *argument) BT_ATTACHED;
static BtObject *ensure_with_guard(BtObject *self, BtObject *argument) BT_ATTACHED;
static BtObject *count(BtObject *self, BtObject *argument) BT_ATTACHED;

/// A block with an early way out: True if that was taken.
static BtObject *early_exit(BtObject *BT_UNUSED(self), BtObject *argument)
{
    long value = BtLong_AsLong(argument);
    if (value == -1 && BtErr_Occurred()) {
        return NULL;
    }
    Bt_BEGIN_ALLOW_THREADS
    if (value > 10) {
        Bt_BLOCK_THREADS
        Bt_RETURN_TRUE;
    }
    value += 1;
    Bt_END_ALLOW_THREADS
    Bt_RETURN_FALSE;
}

struct worker {
    pthread_t thread;
    BtObject *list;  // borrowed: the caller holds it until the thread is joined
    long first;
    int has_failed;
};

static void *append_hundred(void *argument)
{
    struct worker *worker = argument;
    BtGILState_STATE state = BtGILState_Ensure();
    for (long i = 0; i < 100 && !worker->has_failed; i++) {
        BtObject *item = BtLong_FromLong(worker->first + i);
        worker->has_failed = item == NULL || BtList_Append(worker->list, item) < 0;
        Bt_XDECREF(item);
        if (i % 10 == 0) {
            Bt_BEGIN_ALLOW_THREADS
            Bt_END_ALLOW_THREADS
        }
    }
    BtGILState_Release(state);
    return NULL;
}

/// A list to which four native threads have appended.
static BtObject *append_from_threads(BtObject *BT_UNUSED(self), BtObject *BT_UNUSED(args))
{
    struct worker workers[4];
    BtObject *list = BtList_New(0);
    if (list == NULL) {
        return NULL;
    }
    for (long i = 0; i < 4; i++) {
        workers[i].list = list;
        workers[i].first = i * 100;
        workers[i].has_failed = 0;
    }
    int failed = 0;
    Bt_BEGIN_ALLOW_THREADS
    for (int i = 0; i < 4; i++) {
        pthread_create(&workers[i].thread, NULL, append_hundred, &workers[i]);
    }
    for (int i = 0; i < 4; i++) {
        pthread_join(workers[i].thread, NULL);
        failed |= workers[i].has_failed;
    }
    Bt_END_ALLOW_THREADS
    if (failed) {
        Bt_DECREF(list);
        return BtErr_NoMemory();
    }
    return list;
}

/// The dictionary of this thread, and that of the runtime.
static BtObject *dictionaries(BtObject *BT_UNUSED(self), BtObject *BT_UNUSED(args))
{
    BtObject *mine = BtThreadState_GetDict();
    BtObject *common = BtInterpreterState_GetDict(BtInterpreterState_Get());
    return BtTuple_Pack(2, mine, common);
}

/// Raise `exception` in this thread at its next safe point, and pass one.
static BtObject *raise_at_safe_point(BtObject *BT_UNUSED(self), BtObject *exception)
{
    if (BtThreadState_SetAsyncExc(BtThread_get_thread_ident(), exception) != 1) {
        Bt_RETURN_FALSE;
    }
    if (BtEval_SafePoint() < 0) {
        return NULL;
    }
    Bt_RETURN_NONE;
}

/// Attach under a guard, twice, and detach.
static BtObject *ensure_with_guard(BtObject *BT_UNUSED(self), BtObject *BT_UNUSED(args))
{
    BtInterpreterView *view = BtInterpreterView_FromCurrent();
    BtInterpreterGuard *guard = BtInterpreterGuard_FromCurrent();
    if (view == NULL || guard == NULL) {
        return NULL;
    }
    BtThreadStateToken *outer = BtThreadState_Ensure(guard);
    BtThreadStateToken *inner = BtThreadState_EnsureFromView(view);
    int both = outer != NULL && inner != NULL;
    BtThreadState_Release(inner);
    BtThreadState_Release(outer);
    BtInterpreterGuard_Close(guard);
    BtInterpreterView_Close(view);
    return BtBool_FromLong(both);
}

static BtMutex mutex;
static long counted;  // guarded by: mutex

/// Count under a mutex and in a critical section.
static BtObject *count(BtObject *self, BtObject *BT_UNUSED(args))
{
    long result;
    BtMutex_Lock(&mutex);
    Bt_BEGIN_CRITICAL_SECTION(self)
    result = ++counted;
    Bt_END_CRITICAL_SECTION();
    BtMutex_Unlock(&mutex);
    return BtLong_FromLong(result);
}

static BtMethodDef methods[] = {
    {"early_exit", early_exit, BT_METH_O, NULL},
    {"append_from_threads", append_from_threads, BT_METH_NOARGS, NULL},
    {"dictionaries", dictionaries, BT_METH_NOARGS, NULL},
    {"raise_at_safe_point", raise_at_safe_point, BT_METH_O, NULL},
    {"ensure_with_guard", ensure_with_guard, BT_METH_NOARGS, NULL},
    {"count", count, BT_METH_NOARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static BtModuleDef module = {BtModuleDef_HEAD_INIT, .m_name = "thread_test", .m_size = 0, .m_methods = methods};

BtMODINIT_FUNC BtInit_thread_test(void) { return BtModuleDef_Init(&module); }
