// Pending calls, signals, exceptions for other threads.
#include "harness.h"

#include <signal.h>

static int calls[400];
static int call_count;

static int note(void *argument)
{
    CHECK(BtThreadState_Get() == _bt_lock.main_state);
    calls[call_count++] = (int)(intptr_t)argument;
    return (intptr_t)argument == 13 ? -1 : 0;
}

static void *add_three(void *argument)
{
    (void)argument;
    for (intptr_t i = 1; i <= 3; i++) {
        CHECK(Bt_AddPendingCall(note, (void *)i) == 0);
    }
    BtGILState_STATE state = BtGILState_Ensure();
    CHECK(BtEval_SafePoint() == 0 && Bt_MakePendingCalls() == 0);
    CHECK(call_count == 0);  // not on this thread
    BtGILState_Release(state);
    return NULL;
}

static void called_by_main(void)
{
    BtThreadState *state = BtEval_SaveThread();
    join(start(add_three, NULL));
    BtEval_RestoreThread(state);
    CHECK(call_count == 0);
    CHECK(BtEval_SafePoint() == 0);
    CHECK(call_count == 3 && calls[0] == 1 && calls[1] == 2 && calls[2] == 3);
    CHECK((_bt_attention() & BT_ATTENTION_PENDING) == 0);
}

static void full_and_failing(void)
{
    intptr_t count = 0;
    while (Bt_AddPendingCall(note, (void *)(count + 1)) == 0) {
        count++;
    }
    CHECK(count == 256);
    CHECK(BtEval_SafePoint() == -1 && call_count == 13);
    CHECK(BtEval_SafePoint() == 0 && call_count == 256);
    for (int round = 0; round < 1000; round++) {
        call_count = 0;
        CHECK(Bt_AddPendingCall(note, (void *)7) == 0 && Bt_MakePendingCalls() == 0 && call_count == 1);
    }
}

static void add_from_handler(int signal)
{
    (void)signal;
    CHECK(Bt_AddPendingCall(note, (void *)5) == 0);
}

static void added_by_handler(void)
{
    signal(SIGUSR1, add_from_handler);
    raise(SIGUSR1);
    CHECK(BtEval_SafePoint() == 0 && call_count == 1 && calls[0] == 5);
}

static int handled;
static int handle(int signal)
{
    handled = signal;
    return signal == SIGINT ? -1 : 0;
}

static void *see_no_signal(void *argument)
{
    (void)argument;
    BtGILState_STATE state = BtGILState_Ensure();
    CHECK(BtErr_CheckSignals() == 0 && BtEval_SafePoint() == 0 && BtOS_InterruptOccurred() == 0);
    BtGILState_Release(state);
    return NULL;
}

static void signals(void)
{
    _bt_host_hooks.handle_signal = handle;
    CHECK(BtErr_CheckSignals() == 0);
    _bt_signals_install();
    raise(SIGINT);
    BtThreadState *state = BtEval_SaveThread();
    join(start(see_no_signal, NULL));
    BtEval_RestoreThread(state);
    CHECK(handled == 0);
    CHECK(BtErr_CheckSignals() == -1 && handled == SIGINT);
    CHECK(BtErr_CheckSignals() == 0);
    BtErr_SetInterrupt();
    CHECK(BtEval_SafePoint() == -1);
    CHECK(BtErr_SetInterruptEx(SIGTERM) == 0 && BtEval_SafePoint() == 0 && handled == SIGTERM);
    CHECK(BtErr_SetInterruptEx(0) == -1 && BtErr_SetInterruptEx(1000) == -1);
    BtErr_SetInterrupt();
    CHECK(BtOS_InterruptOccurred() == 1 && BtOS_InterruptOccurred() == 0);
    CHECK(BtErr_CheckSignals() == 0 && BtEval_SafePoint() == 0);
}

static BtObject exception = {1, BT_NUMBER_LOCKED, 0, 0, 0, NULL};
static BtObject *raised;
static void keep(BtObject *object) { raised = object; }

static void raised_in_other(void)
{
    _bt_host_hooks.raise_async = keep;
    unsigned long ident = BtThread_get_thread_ident();
    CHECK(BtThreadState_SetAsyncExc(12345, &exception) == 0 && exception.ob_ref_local == 1);
    CHECK(BtThreadState_SetAsyncExc(ident, &exception) == 1 && exception.ob_ref_local == 2);
    CHECK(BtThreadState_SetAsyncExc(ident, NULL) == 1 && exception.ob_ref_local == 1);
    CHECK(BtEval_SafePoint() == 0 && raised == NULL);
    CHECK(BtThreadState_SetAsyncExc(ident, &exception) == 1);
    CHECK(BtEval_SafePoint() == -1 && raised == &exception && exception.ob_ref_local == 2);
    CHECK(BtEval_SafePoint() == 0);
}

const Case pending_cases[] = {
    {"the main thread makes pending calls", ALL, called_by_main, NULL},
    {"pending calls may be too many, or fail", ADAPTIVE, full_and_failing, NULL},
    {"a signal handler adds a pending call", ADAPTIVE, added_by_handler, NULL},
    {"signals are for the main thread", ALL, signals, NULL},
    {"an exception is raised in a thread", ADAPTIVE, raised_in_other, NULL},
    {NULL, 0, NULL, NULL},
};
