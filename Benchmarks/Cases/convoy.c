// Threads that put the lock down for a short while at a time, alone and beside one busy thread: the convoy.
#include "api.h"

#include <pthread.h>

enum { RELEASED_NS = 20000, SLEEPERS = 16, SLEEP_NS = 200000, MAX_THREADS = SLEEPERS + 1, PHASES = 4 };

struct convoy {
    int stop;
    int failed;
    int sleeps;         // not 0: a released thread sleeps, else it works
    double short_rate;  // releases a second, of all threads together
    double busy_rate;   // rounds a second
};

static int stopped(struct convoy *convoy) { return __atomic_load_n(&convoy->stop, __ATOMIC_RELAXED); }

static void add_rate(double *sum, double rate)
{
    double old, wanted;
    __atomic_load(sum, &old, __ATOMIC_RELAXED);
    do {
        wanted = old + rate;
    } while (!__atomic_compare_exchange(sum, &old, &wanted, 0, __ATOMIC_RELAXED, __ATOMIC_RELAXED));
}

static void be_released(const struct convoy *convoy)
{
    if (convoy->sleeps) {
        struct timespec time = { 0, SLEEP_NS };
        nanosleep(&time, NULL);
        return;
    }
    double until = now_ns() + RELEASED_NS;
    while (now_ns() < until) {
    }
}

static void *release_shortly(void *context)
{
    struct convoy *convoy = context;
    BtGILState_STATE state = BtGILState_Ensure();
    double start = now_ns();
    long rounds = 0;
    while (!stopped(convoy)) {
        Bt_BEGIN_ALLOW_THREADS
        be_released(convoy);
        Bt_END_ALLOW_THREADS
        rounds++;
    }
    add_rate(&convoy->short_rate, (double)rounds * 1e9 / (now_ns() - start));
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
    add_rate(&convoy->busy_rate, (double)rounds * 1e9 / (now_ns() - start));
    Bt_XDECREF(function);
    BtGILState_Release(state);
    return NULL;
}

/// Run so many threads that release and so many busy ones together for the given time; the caller is detached.
static void run_together(struct convoy *convoy, int shorts, int busies, double seconds)
{
    pthread_t threads[MAX_THREADS];
    int count = 0;
    convoy->stop = 0;
    for (int i = 0; i < shorts + busies; i++) {
        if (pthread_create(&threads[count], NULL, i < busies ? be_busy : release_shortly, convoy) != 0) {
            convoy->failed = 1;
        } else {
            count++;
        }
    }
    struct timespec time = { (time_t)seconds, (long)((seconds - (double)(time_t)seconds) * 1e9) };
    nanosleep(&time, NULL);
    __atomic_store_n(&convoy->stop, 1, __ATOMIC_RELAXED);
    while (count > 0) {
        pthread_join(threads[--count], NULL);
    }
}

/// (share of their rate alone that the threads that release keep, that the busy one keeps). What is compared is measured
/// in turns, so that other load on the machine falls on all of it.
static BtObject *shares(BtObject *args, int shorts, int sleeps) BT_ATTACHED;
static BtObject *shares(BtObject *args, int shorts, int sleeps)
{
    Bt_ssize_t milliseconds;
    if (!BtArg_ParseTuple(args, "n", &milliseconds)) {
        return NULL;
    }
    struct convoy alone = { .sleeps = sleeps }, together = { .sleeps = sleeps };
    double seconds = (double)milliseconds / 1e3 / PHASES;
    Bt_BEGIN_ALLOW_THREADS
    for (int phase = 0; phase < PHASES; phase++) {
        run_together(&alone, shorts, 0, seconds);
        run_together(&together, shorts, 1, seconds);
        run_together(&alone, 0, 1, seconds);
    }
    Bt_END_ALLOW_THREADS
    if (alone.failed || together.failed) {
        BtErr_SetString(BtExc_RuntimeError, "a thread could not be made, or the busy thread failed");
        return NULL;
    }
    return Bt_BuildValue("(dd)", together.short_rate / alone.short_rate, together.busy_rate / alone.busy_rate);
}

/// short_release_beside_busy(milliseconds a thread is alone, and again beside the other)
BtObject *short_release_beside_busy(BtObject *self, BtObject *args)
{
    (void)self;
    return shares(args, 1, 0);
}

/// The same of 16 threads that sleep, as for input and output.
BtObject *sleepers_beside_busy(BtObject *self, BtObject *args)
{
    (void)self;
    return shares(args, SLEEPERS, 1);
}
