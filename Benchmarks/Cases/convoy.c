// A thread that puts the lock down for 20 µs at a time, alone and beside one busy thread (the convoy).
#include "api.h"

#include <pthread.h>

enum { RELEASED_NS = 20000 };

struct convoy {
    double seconds;
    int stop;
    int failed;
    double short_rate;  // releases a second
    double busy_rate;   // rounds a second
};

static int stopped(struct convoy *convoy) { return __atomic_load_n(&convoy->stop, __ATOMIC_RELAXED); }

static void *release_shortly(void *context)
{
    struct convoy *convoy = context;
    BtGILState_STATE state = BtGILState_Ensure();
    double start = now_ns();
    long rounds = 0;
    while (!stopped(convoy)) {
        Bt_BEGIN_ALLOW_THREADS
        double until = now_ns() + RELEASED_NS;
        while (now_ns() < until) {
        }
        Bt_END_ALLOW_THREADS
        rounds++;
    }
    convoy->short_rate = (double)rounds * 1e9 / (now_ns() - start);
    BtGILState_Release(state);
    return NULL;
}

#ifdef CASES_CPYTHON

/// Script code, which honours drop requests at its back-edges: 1000 rounds of a loop a call.
static BtObject *busy_function(void)
{
    PyObject *globals = PyDict_New();
    if (globals == NULL) {
        return NULL;
    }
    PyDict_SetItemString(globals, "__builtins__", PyEval_GetBuiltins());
    PyObject *done = PyRun_String(
        "def busy():\n    i = 0\n    while i < 1000:\n        i += 1\n", Py_file_input, globals, globals);
    Py_XDECREF(done);
    PyObject *function = done == NULL ? NULL : Py_XNewRef(PyDict_GetItemString(globals, "busy"));
    Py_DECREF(globals);
    return function;
}

static int busy_round(PyObject *function)
{
    PyObject *result = PyObject_CallNoArgs(function);
    Py_XDECREF(result);
    return result == NULL ? -1 : 0;
}

#else

/// The runtime has no scripts yet: a loop with the interpreter's safe point at its back-edge, about as long a round.
static BtObject *busy_function(void) BT_ATTACHED;
static BtObject *busy_function(void) { return Bt_None; }

static int busy_round(BtObject *function) BT_ATTACHED;
static int busy_round(BtObject *function)
{
    (void)function;
    for (volatile int i = 0; i < 1000; i++) {
        if (BtEval_SafePoint() < 0) {
            return -1;
        }
    }
    return 0;
}

#endif

static void *be_busy(void *context)
{
    struct convoy *convoy = context;
    BtGILState_STATE state = BtGILState_Ensure();
    BtObject *function = busy_function();
    double start = now_ns();
    long rounds = 0;
    while (function != NULL && !stopped(convoy)) {
        if (busy_round(function) < 0) {
            convoy->failed = 1;
            break;
        }
        rounds++;
    }
    convoy->busy_rate = (double)rounds * 1e9 / (now_ns() - start);
    Bt_XDECREF(function);
    BtGILState_Release(state);
    return NULL;
}

/// Run the given threads together for the given time; the caller is detached.
static void run_together(struct convoy *convoy, int with_short, int with_busy)
{
    pthread_t threads[2];
    int count = 0;
    convoy->stop = 0;
    if (with_busy) {
        convoy->failed |= pthread_create(&threads[count++], NULL, be_busy, convoy) != 0;
    }
    if (with_short) {
        convoy->failed |= pthread_create(&threads[count++], NULL, release_shortly, convoy) != 0;
    }
    struct timespec time = { (time_t)convoy->seconds, (long)((convoy->seconds - (double)(time_t)convoy->seconds) * 1e9) };
    nanosleep(&time, NULL);
    __atomic_store_n(&convoy->stop, 1, __ATOMIC_RELAXED);
    while (count > 0) {
        pthread_join(threads[--count], NULL);
    }
}

/// short_release_beside_busy(milliseconds) -> (share of its rate that the short releaser keeps, that the busy one keeps)
BtObject *short_release_beside_busy(BtObject *self, BtObject *args)
{
    (void)self;
    Bt_ssize_t milliseconds;
    if (!BtArg_ParseTuple(args, "n", &milliseconds)) {
        return NULL;
    }
    struct convoy convoy = { (double)milliseconds / 1e3, 0, 0, 0, 0 };
    double short_alone, busy_alone;
    Bt_BEGIN_ALLOW_THREADS
    run_together(&convoy, 1, 0);
    short_alone = convoy.short_rate;
    run_together(&convoy, 0, 1);
    busy_alone = convoy.busy_rate;
    run_together(&convoy, 1, 1);
    Bt_END_ALLOW_THREADS
    if (convoy.failed) {
        BtErr_SetString(BtExc_RuntimeError, "a thread could not be made, or the busy thread failed");
        return NULL;
    }
    return Bt_BuildValue("(dd)", convoy.short_rate / short_alone, convoy.busy_rate / busy_alone);
}
