// Shutdown with threads in every state, and fork.
#include "harness.h"

#include <sys/wait.h>

static int exits_raised;
static void count_exit(void) { __atomic_fetch_add(&exits_raised, 1, __ATOMIC_SEQ_CST); }

static int may_restore, in_block, is_told;

static void *stay_in_block(void *argument)
{
    (void)argument;
    BtGILState_STATE state = BtGILState_Ensure();
    BtThreadState *saved = BtEval_SaveThread();
    set(&in_block, 1);
    UNTIL(get(&may_restore));
    BtEval_RestoreThread(saved);  // succeeds, long after the deadline
    CHECK(BtEval_SafePoint() == -1);
    CHECK(BtEval_SafePoint() == 0);  // told once
    set(&is_told, 1);
    BtGILState_Release(state);
    return NULL;
}

static void deadline_passes(void)
{
    _bt_host_hooks.raise_system_exit = count_exit;
    BtThreadState *state = BtEval_SaveThread();
    pthread_t thread = start(stay_in_block, NULL);
    UNTIL(get(&in_block));
    BtEval_RestoreThread(state);
    _bt_shutdown_begin();
    CHECK(_bt_shutdown_has_begun());
    CHECK(BtEval_SafePoint() == 0);  // not in the thread that shuts down
    CHECK(_bt_shutdown_wait(3000000) == 1);
    CHECK(BtGILState_Check());
    _bt_shutdown_report();
    set(&may_restore, 1);
    CHECK(_bt_shutdown_wait(UINT64_MAX) == 0);
    CHECK(get(&is_told) && get(&exits_raised) == 1);
    join(thread);
}

static void *wait_to_attach(void *argument)
{
    (void)argument;
    BtGILState_STATE state = BtGILState_Ensure();
    BtGILState_Release(state);
    return NULL;
}

static void who_waits_gets_in(void)
{
    pthread_t thread = start(wait_to_attach, NULL);
    until_waiting(1);
    _bt_shutdown_begin();
    CHECK(_bt_shutdown_wait(UINT64_MAX) == 0);
    join(thread);
}

static void guard_holds_off(void)
{
    BtInterpreterGuard *guard = BtInterpreterGuard_FromCurrent();
    _bt_shutdown_begin();
    CHECK(_bt_shutdown_wait(2000000) == 1);
    _bt_shutdown_report();
    BtInterpreterGuard_Close(guard);
    CHECK(_bt_shutdown_wait(2000000) == 0);
}

static void names_who_is_left(void)
{
    deadline_passes();
    abort();
}

static void names_guards(void)
{
    guard_holds_off();
    abort();
}

/// What the child of a fork must be able to do.
static void use_lock_in_child(void)
{
    BtThreadState *state = BtThreadState_Get();
    CHECK(_bt_holder() == state && !is_waited_for());
    for (int i = 0; i < 100; i++) {
        BtEval_RestoreThread(BtEval_SaveThread());
        CHECK(BtEval_SafePoint() == 0);
    }
    Visitor visitor;
    visitor_start(&visitor);
    set(&visitor.go, 1);
    until_waiting(1);
    BtEval_SaveThread();
    UNTIL(get(&visitor.is_in));
    visitor_leave(&visitor);
    BtEval_RestoreThread(state);
    CHECK(_bt_lock.states == state && state->next == NULL);
}

static void fork_and_check(void)
{
    pid_t child = fork();
    CHECK(child >= 0);
    if (child == 0) {
        alarm(20);
        use_lock_in_child();
        _exit(0);
    }
    int status = -1;
    CHECK(waitpid(child, &status, 0) == child);
    CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

static void forks(void) { fork_and_check(); }

static void forks_while_waited_for(void)
{
    Visitor visitor;
    visitor_start(&visitor);
    set(&visitor.go, 1);
    until_waiting(1);
    fork_and_check();
    BtThreadState *state = BtEval_SaveThread();
    UNTIL(get(&visitor.is_in));
    visitor_leave(&visitor);
    BtEval_RestoreThread(state);
}

/// Fork from a block: nobody holds the lock in the child, which takes it back.
static void fork_detached_and_check(BtThreadState *state)
{
    pid_t child = fork();
    CHECK(child >= 0);
    if (child == 0) {
        alarm(20);
        CHECK(_bt_holder() == NULL);
        BtEval_RestoreThread(state);
        use_lock_in_child();
        _exit(0);
    }
    int status = -1;
    CHECK(waitpid(child, &status, 0) == child);
    CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

static void forks_detached(void)
{
    Visitor visitor;
    BtThreadState *state = BtEval_SaveThread();
    visitor_start(&visitor);
    visitor_enter(&visitor);
    fork_detached_and_check(state);
    visitor_leave(&visitor);
    BtEval_RestoreThread(state);
}

static void forks_holding_lazily(void)
{
    for (int i = 0; i < BT_FULL_RELEASES; i++) {
        BtEval_RestoreThread(BtEval_SaveThread());
    }
    BtThreadState *state = BtEval_SaveThread();
    CHECK(_bt_holder() == (is_lazy() ? state : NULL));
    fork_detached_and_check(state);
    CHECK(_bt_holder() == (is_lazy() ? state : NULL));
    BtEval_RestoreThread(state);
}

const Case shutdown_cases[] = {
    {"shutdown's deadline passes, and nobody is hung", ALL, deadline_passes, NULL},
    {"shutdown lets in who waits", ALL, who_waits_gets_in, NULL},
    {"a guard holds shutdown off", ALL, guard_holds_off, NULL},
    {"shutdown names who is left", ADAPTIVE, names_who_is_left, "is inside an allow-threads block"},
    {"shutdown names open guards", ADAPTIVE, names_guards, "1 interpreter guard is still open"},
    {"a child of a fork uses the lock", ALL | MANY_THREADS_AFTER_FORK, forks, NULL},
    {"a fork while another thread waits", ALL | MANY_THREADS_AFTER_FORK, forks_while_waited_for, NULL},
    {"a detached thread of a child holds nothing lazily", ALL | MANY_THREADS_AFTER_FORK, forks_holding_lazily, NULL},
    {"a fork from a block while another thread is attached", ALL | MANY_THREADS_AFTER_FORK, forks_detached, NULL},
    {NULL, 0, NULL, NULL},
};
