// BtMutex, BtThread locks, critical sections.
#include "harness.h"

#include <signal.h>

static BtMutex mutex;
static long counter;

static void *count_under_mutex(void *argument)
{
    int is_attached = *(int *)argument;
    BtGILState_STATE state = BtGILState_UNLOCKED;
    if (is_attached) {
        state = BtGILState_Ensure();
    }
    for (int i = 0; i < 2000; i++) {
        BtMutex_Lock(&mutex);
        counter++;
        BtMutex_Unlock(&mutex);
        if (is_attached) {
            CHECK(BtGILState_Check() && BtEval_SafePoint() == 0);
        }
    }
    if (is_attached) {
        BtGILState_Release(state);
    }
    return NULL;
}

static void contended(void)
{
    enum { COUNT = 16 };
    static int kinds[2] = {0, 1};
    pthread_t threads[COUNT];
    BtThreadState *state = BtEval_SaveThread();
    for (int i = 0; i < COUNT; i++) {
        threads[i] = start(count_under_mutex, &kinds[i % 2]);
    }
    for (int i = 0; i < COUNT; i++) {
        join(threads[i]);
    }
    BtEval_RestoreThread(state);
    CHECK(counter == COUNT * 2000 && !BtMutex_IsLocked(&mutex) && mutex.bits_ == 0);
}

static int has_mutex;

static void *lock_then_attach(void *argument)
{
    (void)argument;
    BtMutex_Lock(&mutex);
    set(&has_mutex, 1);
    BtGILState_STATE state = BtGILState_Ensure();  // needs the lock, which the main thread has
    BtGILState_Release(state);
    BtMutex_Unlock(&mutex);
    return NULL;
}

static void detaches_while_waiting(void)
{
    pthread_t thread = start(lock_then_attach, NULL);
    UNTIL(get(&has_mutex));
    CHECK(BtMutex_IsLocked(&mutex));
    BtMutex_Lock(&mutex);
    CHECK(BtGILState_Check());
    BtMutex_Unlock(&mutex);
    join(thread);
}

static void *release_for_other(void *argument)
{
    BtThread_release_lock((BtThread_type_lock)argument);
    return NULL;
}

static void old_lock(void)
{
    BtThread_type_lock lock = BtThread_allocate_lock();
    CHECK(lock != NULL && BtThread_acquire_lock(lock, NOWAIT_LOCK) == 1);
    CHECK(BtThread_acquire_lock(lock, NOWAIT_LOCK) == 0);
    CHECK(BtThread_acquire_lock_timed(lock, 1000, 0) == BT_LOCK_FAILURE);
    pthread_t thread = start(release_for_other, lock);
    CHECK(BtThread_acquire_lock(lock, WAIT_LOCK) == 1);
    join(thread);
    thread = start(release_for_other, lock);
    CHECK(BtThread_acquire_lock_timed(lock, BT_TIMEOUT_MAX, 1) == BT_LOCK_ACQUIRED);
    join(thread);
    BtThread_release_lock(lock);
    BtThread_free_lock(lock);
}

static void do_nothing(int signal) { (void)signal; }
static int may_stop;

static void *interrupt_often(void *argument)
{
    while (!get(&may_stop)) {
        pthread_kill(*(pthread_t *)argument, SIGUSR1);
        sched_yield();
    }
    return NULL;
}

static void interrupted(void)
{
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = do_nothing;
    sigaction(SIGUSR1, &action, NULL);
    BtThread_type_lock lock = BtThread_allocate_lock();
    CHECK(BtThread_acquire_lock(lock, WAIT_LOCK) == 1);
    pthread_t self = pthread_self();
    pthread_t thread = start(interrupt_often, &self);
    CHECK(BtThread_acquire_lock_timed(lock, -1, 1) == BT_LOCK_INTR);
    CHECK(BtThread_acquire_lock_timed(lock, 2000, 0) == BT_LOCK_FAILURE);
    set(&may_stop, 1);
    join(thread);
    BtThread_release_lock(lock);
    BtThread_free_lock(lock);
}

static BtObject objects[2];
static long sums[2];

static void *count_in_sections(void *argument)
{
    int direction = *(int *)argument;
    BtGILState_STATE state = BtGILState_Ensure();
    for (int i = 0; i < 2000; i++) {
        Bt_BEGIN_CRITICAL_SECTION(&objects[0])
        sums[0]++;
        Bt_BEGIN_CRITICAL_SECTION(&objects[0])
        sums[0]++;
        Bt_END_CRITICAL_SECTION();
        Bt_END_CRITICAL_SECTION();
        Bt_BEGIN_CRITICAL_SECTION2(&objects[direction], &objects[!direction])
        sums[0]++;
        sums[1]++;
        Bt_END_CRITICAL_SECTION2();
        Bt_BEGIN_CRITICAL_SECTION(&objects[direction])
        Bt_BEGIN_CRITICAL_SECTION(&objects[!direction])  // waiting for the inner one suspends the outer one
        sums[!direction]++;
        Bt_END_CRITICAL_SECTION();
        sums[direction]++;
        Bt_BEGIN_ALLOW_THREADS
        CHECK(_bt_current.critical_section == NULL || ((uintptr_t)_bt_current.critical_section & 1) == 1);
        Bt_END_ALLOW_THREADS
        sums[direction]++;
        Bt_END_CRITICAL_SECTION();
    }
    CHECK(_bt_current.critical_section == NULL);
    BtGILState_Release(state);
    return NULL;
}

static void sections(void)
{
    enum { COUNT = 4 };
    static int directions[2] = {0, 1};
    pthread_t threads[COUNT];
    BtThreadState *state = BtEval_SaveThread();
    for (int i = 0; i < COUNT; i++) {
        threads[i] = start(count_in_sections, &directions[i % 2]);
    }
    for (int i = 0; i < COUNT; i++) {
        join(threads[i]);
    }
    BtEval_RestoreThread(state);
    CHECK(sums[0] + sums[1] == COUNT * 2000L * 7);
    CHECK(objects[0].ob_mutex == 0 && objects[1].ob_mutex == 0);
}

static void sections_are_free(void)
{
    Bt_BEGIN_CRITICAL_SECTION(&objects[0])
    CHECK(objects[0].ob_mutex == 0 && _bt_current.critical_section == NULL);
    Bt_BEGIN_CRITICAL_SECTION_MUTEX(&mutex)
    CHECK(!BtMutex_IsLocked(&mutex));
    Bt_END_CRITICAL_SECTION();
    Bt_END_CRITICAL_SECTION();
}

const Case mutex_cases[] = {
    {"sixteen threads count under a mutex", ALL, contended, NULL},
    {"a mutex detaches while it waits", ALL, detaches_while_waiting, NULL},
    {"the older lock", ADAPTIVE, old_lock, NULL},
    {"the older lock is interrupted by a signal", ADAPTIVE, interrupted, NULL},
    {"critical sections of the free-threaded mode", ADAPTIVE | FREE_THREADED, sections, NULL},
    {"critical sections cost nothing in the locked mode", ADAPTIVE, sections_are_free, NULL},
    {NULL, 0, NULL, NULL},
};
