// Many threads on the one lock: what is counted without atomics adds up, and nobody is left waiting.
#include "harness.h"

#define THREADS 64
#define ROUNDS 150

static long counted;    // guarded by the lock under test
static int inside;      // likewise
static unsigned seed;

static unsigned next_random(unsigned *state) { return *state = *state * 1664525u + 1013904223u; }

static void work(void)
{
    CHECK(inside == 0);
    inside = 1;
    counted++;
    inside = 0;
}

static void *mix(void *argument)
{
    unsigned state = seed + (unsigned)(uintptr_t)argument;
    for (int round = 0; round < ROUNDS;) {
        BtGILState_STATE outer = BtGILState_Ensure();
        for (unsigned i = 0; i < 8 && round < ROUNDS; i++, round++) {
            work();
            switch (next_random(&state) >> 28) {
            case 0: {
                BtThreadState *saved = BtEval_SaveThread();
                sched_yield();
                BtEval_RestoreThread(saved);
                break;
            }
            case 1: {
                BtGILState_STATE inner = BtGILState_Ensure();
                CHECK(BtEval_SafePoint() == 0);
                BtGILState_Release(inner);
                break;
            }
            case 2:
                for (int k = 0; k < 200; k++) {
                    CHECK(BtEval_SafePoint() == 0);
                }
                break;
            case 3: {
                static BtMutex mutex;
                BtMutex_Lock(&mutex);
                BtMutex_Unlock(&mutex);
                break;
            }
            default:
                Bt_BEGIN_ALLOW_THREADS
                Bt_END_ALLOW_THREADS
            }
        }
        BtGILState_Release(outer);
    }
    return NULL;
}

static void hammer(void)
{
    const char *given = getenv("BATON_SEED");
    seed = given != NULL ? (unsigned)strtoul(given, NULL, 10) : (unsigned)getpid();
    fprintf(stderr, "the lock, hammered by %d threads: BATON_SEED=%u\n", THREADS, seed);
    BtEval_SetSwitchInterval(0.0002);
    pthread_t threads[THREADS];
    BtThreadState *state = BtEval_SaveThread();
    for (uintptr_t i = 0; i < THREADS; i++) {
        threads[i] = start(mix, (void *)i);
    }
    for (int i = 0; i < THREADS; i++) {
        join(threads[i]);
    }
    BtEval_RestoreThread(state);
    CHECK(counted == (long)THREADS * ROUNDS);
    CHECK(!is_waited_for() && _bt_holder() == state && _bt_lock.states == state && state->next == NULL);
    CHECK(__atomic_load_n(&_bt_lock.spinners, __ATOMIC_RELAXED) == 0);
}

static int turn;
static void *alternate(void *argument)
{
    int me = *(int *)argument;
    for (int i = 0; i < 3000; i++) {
        UNTIL(get(&turn) == me);
        BtGILState_STATE state = BtGILState_Ensure();
        work();
        BtGILState_Release(state);
        set(&turn, !me);
    }
    return NULL;
}

static void in_turn(void)
{
    static int names[2] = {0, 1};
    BtThreadState *state = BtEval_SaveThread();
    pthread_t threads[2] = {start(alternate, &names[0]), start(alternate, &names[1])};
    join(threads[0]);
    join(threads[1]);
    BtEval_RestoreThread(state);
    CHECK(counted == 6000);
}

static int enough;
static void *rush(void *argument)
{
    // Pairs without pause: each lazy phase ends in a take-over by the other thread.
    (void)argument;
    BtGILState_STATE outer = BtGILState_Ensure();
    for (int i = 0; i < 20000 && !get(&enough); i++) {
        work();
        BtThreadState *saved = BtEval_SaveThread();
        for (int k = 0; k < (i & 63); k++) {
            _bt_relax();
        }
        BtEval_RestoreThread(saved);
    }
    BtGILState_Release(outer);
    return NULL;
}

static void take_overs(void)
{
    BtThreadState *state = BtEval_SaveThread();
    pthread_t threads[2] = {start(rush, NULL), start(rush, NULL)};
    join(threads[0]);
    join(threads[1]);
    BtEval_RestoreThread(state);
    CHECK(counted == 40000);
}

static void *come_now_and_then(void *argument)
{
    unsigned state = (unsigned)(uintptr_t)argument;
    for (int i = 0; i < 20000; i++) {
        // Until the other thread has turned lazy again, and a random while longer.
        for (unsigned k = 0; k < 60 + (next_random(&state) >> 26); k++) {
            _bt_relax();
        }
        BtGILState_STATE outer = BtGILState_Ensure();
        work();
        BtGILState_Release(outer);
    }
    set(&enough, 1);
    return NULL;
}

static void lazy_and_not(void)
{
    pthread_t thread = start(come_now_and_then, (void *)(uintptr_t)getpid());
    while (!get(&enough)) {
        work();
        BtEval_RestoreThread(BtEval_SaveThread());
    }
    BtThreadState *state = BtEval_SaveThread();
    join(thread);
    BtEval_RestoreThread(state);
}

static void hold_on_and_off(void)
{
    BtThreadState *state = BtEval_SaveThread();
    pthread_t threads[3] = {start(rush, NULL), start(rush, NULL), start(rush, NULL)};
    for (int i = 0; i < 300; i++) {
        BtLock_SetHold(i & 1);
        BtLock_SetStatistics(i & 2);
        sched_yield();
    }
    BtLock_SetHold(0);
    for (int i = 0; i < 3; i++) {
        join(threads[i]);
    }
    BtEval_RestoreThread(state);
    CHECK(counted == 60000);
}

static void *attach_once(void *argument)
{
    (void)argument;
    BtGILState_STATE state = BtGILState_Ensure();
    work();
    BtGILState_Release(state);
    return NULL;
}

static void threads_come_and_go(void)
{
    pthread_t threads[8];
    BtThreadState *state = BtEval_SaveThread();
    for (int round = 0; round < 40; round++) {
        for (int i = 0; i < 8; i++) {
            threads[i] = start(attach_once, NULL);
        }
        BtEval_RestoreThread(state);
        work();
        BtEval_SaveThread();
        for (int i = 0; i < 8; i++) {
            join(threads[i]);
        }
    }
    BtEval_RestoreThread(state);
    CHECK(counted == 40 * 9 && _bt_lock.states == state);
}

static int visitors;  // atomic

static void *visit_often(void *argument)
{
    unsigned state = seed + (unsigned)(uintptr_t)argument;
    for (int i = 0; i < 2000; i++) {
        BtGILState_STATE attached = BtGILState_Ensure();
        work();
        BtGILState_Release(attached);
        for (unsigned wait = next_random(&state) >> 22; wait != 0; wait--) {
            _bt_relax();
        }
    }
    __atomic_fetch_sub(&visitors, 1, __ATOMIC_SEQ_CST);
    return NULL;
}

/// Threads that hold the lock briefly ask a busy one for it: one, and three at a time.
static void busy_beside_visitors(void)
{
    for (uintptr_t count = 1; count <= 3; count += 2) {
        pthread_t threads[3];
        set(&visitors, (int)count);
        for (uintptr_t i = 0; i < count; i++) {
            threads[i] = start(visit_often, (void *)i);
        }
        while (get(&visitors) != 0) {
            work();
            CHECK(BtEval_SafePoint() == 0);
        }
        BtThreadState *state = BtEval_SaveThread();
        for (uintptr_t i = 0; i < count; i++) {
            join(threads[i]);
        }
        BtEval_RestoreThread(state);
    }
}

/// Those whose states got no number to ask by: they queue up.
static void visitors_without_numbers(void)
{
    enum { STATES = 5000 };
    static BtThreadState *states[STATES];
    for (int i = 0; i < STATES; i++) {
        states[i] = BtThreadState_New(BtInterpreterState_Main());
        CHECK(states[i] != NULL && (states[i]->head.asks_as != 0) == (i + 2 <= 4095));  // the main thread's is the first
    }
    for (int i = 0; i < STATES; i++) {
        BtThreadState_Delete(states[i]);
    }
    busy_beside_visitors();
}

const Case stress_cases[] = {
    {"sixty-four threads", ALL, hammer, NULL},
    {"two threads in turn", ALL, in_turn, NULL},
    {"two threads that release all the time", ALL, take_overs, NULL},
    {"a thread comes at any moment of lazy releases", QUEUED, lazy_and_not, NULL},
    {"a busy thread beside some that come often", QUEUED, busy_beside_visitors, NULL},
    {"a busy thread beside some without a number to ask by", ADAPTIVE, visitors_without_numbers, NULL},
    {"hold and statistics switched under way", ALL, hold_on_and_off, NULL},
    {"threads come and go", ALL, threads_come_and_go, NULL},
    {NULL, 0, NULL, NULL},
};
