// What is done at safe points: collection, pending calls, signals, exceptions for other threads, shutdown. In C because signal
// handlers call into it.
#define _GNU_SOURCE
#include "lock_state.h"

#include <errno.h>
#include <signal.h>
#include <string.h>

// --- pending calls: a bounded queue with many writers, lock-free so that signal handlers may push. A slot's `turn` says
// whose it is: `index` a writer's, `index + 1` the reader's.

#define SLOT_COUNT 256u

static struct slot {
    uint64_t turn;
    int (*function)(void *);
    void *argument;
} slots[SLOT_COUNT];
static uint64_t write_index;
static uint64_t read_index;  // the main thread's
static int is_running;       // the main thread's: pending calls do not nest

/// A zeroed array is an empty queue: turns are counted from the slot's own number.
static uint64_t turn_of(struct slot *slot) { return __atomic_load_n(&slot->turn, __ATOMIC_ACQUIRE) + (uint64_t)(slot - slots); }
static void turn_set(struct slot *slot, uint64_t turn)
{
    __atomic_store_n(&slot->turn, turn - (uint64_t)(slot - slots), __ATOMIC_RELEASE);
}

int Bt_AddPendingCall(int (*function)(void *), void *argument)
{
    uint64_t index = __atomic_load_n(&write_index, __ATOMIC_RELAXED);
    struct slot *slot;
    for (;;) {
        slot = &slots[index % SLOT_COUNT];
        uint64_t turn = turn_of(slot);
        if (turn == index) {
            if (__atomic_compare_exchange_n(&write_index, &index, index + 1, 0, __ATOMIC_RELAXED, __ATOMIC_RELAXED)) {
                break;
            }
        } else if (turn < index) {
            return -1;
        } else {
            index = __atomic_load_n(&write_index, __ATOMIC_RELAXED);
        }
    }
    slot->function = function;
    slot->argument = argument;
    turn_set(slot, index + 1);
    _bt_attention_set(BT_ATTENTION_PENDING);
    return 0;
}

static int is_main_thread(void)
{
    BtThreadState *main_state = _bt_lock.main_state;
    return main_state != NULL && main_state->head.thread == &_bt_current;
}

int _bt_run_pending(void)
{
    if (is_running || !is_main_thread()) {
        return 0;
    }
    is_running = 1;
    // Cleared first: a call added from here on sets it again.
    _bt_attention_clear(BT_ATTENTION_PENDING);
    int status = 0;
    for (uint32_t i = 0; i < SLOT_COUNT && status == 0; i++) {
        struct slot *slot = &slots[read_index % SLOT_COUNT];
        if (turn_of(slot) != read_index + 1) {
            break;
        }
        int (*function)(void *) = slot->function;
        void *argument = slot->argument;
        turn_set(slot, read_index + SLOT_COUNT);
        read_index += 1;
        status = function(argument);
    }
    if (turn_of(&slots[read_index % SLOT_COUNT]) == read_index + 1) {
        _bt_attention_set(BT_ATTENTION_PENDING);
    }
    is_running = 0;
    return status == 0 ? 0 : -1;
}

static int do_nothing(void *argument)
{
    (void)argument;
    return 0;
}

void _bt_pending_forked(void)
{
    is_running = 0;
    for (uint64_t index = read_index; index != write_index; index++) {
        struct slot *slot = &slots[index % SLOT_COUNT];
        if (turn_of(slot) == index) {  // its writer does not exist here
            slot->function = do_nothing;
            turn_set(slot, index + 1);
        }
    }
}

int Bt_MakePendingCalls(void)
{
    BtThreadState_Get();
    return _bt_run_signals() < 0 || _bt_run_pending() < 0 ? -1 : 0;
}

// --- signals

#define SIGNAL_COUNT 65

static uint32_t signals[SIGNAL_COUNT];  // atomic: it has come

int BtErr_SetInterruptEx(int signal)
{
    if (signal <= 0 || signal >= SIGNAL_COUNT) {
        return -1;
    }
    __atomic_store_n(&signals[signal], 1, __ATOMIC_SEQ_CST);
    _bt_attention_set(BT_ATTENTION_SIGNAL);
    return 0;
}

void BtErr_SetInterrupt(void) { BtErr_SetInterruptEx(SIGINT); }

int BtOS_InterruptOccurred(void)
{
    return is_main_thread() && __atomic_exchange_n(&signals[SIGINT], 0, __ATOMIC_SEQ_CST) != 0;
}

int _bt_run_signals(void)
{
    if ((_bt_attention() & BT_ATTENTION_SIGNAL) == 0 || !is_main_thread()) {
        return 0;
    }
    _bt_attention_clear(BT_ATTENTION_SIGNAL);
    for (int signal = 1; signal < SIGNAL_COUNT; signal++) {
        if (__atomic_exchange_n(&signals[signal], 0, __ATOMIC_SEQ_CST) != 0 && _bt_host_hooks.handle_signal != NULL
            && _bt_host_hooks.handle_signal(signal) < 0) {
            _bt_attention_set(BT_ATTENTION_SIGNAL);  // those behind it
            return -1;
        }
    }
    return 0;
}

int BtErr_CheckSignals(void)
{
    BtThreadState_Get();
    return _bt_run_signals();
}

static void signal_came(int signal)
{
    int error = errno;
    BtErr_SetInterruptEx(signal);
    errno = error;
}

void _bt_signals_install(void)
{
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = signal_came;
    // A program that was started with Ctrl-C ignored, in the background, goes on ignoring it.
    struct sigaction inherited;
    if (sigaction(SIGINT, NULL, &inherited) == 0 && inherited.sa_handler == SIG_IGN) {
        return;
    }
    sigaction(SIGINT, &action, NULL);
}

// --- exceptions for other threads

int BtThreadState_SetAsyncExc(unsigned long ident, BtObject *exception)
{
    BtObject *old = NULL;
    int count = 0;
    Bt_XINCREF_(exception);
    _bt_internal_lock(&_bt_lock.mutex);
    for (BtThreadState *state = _bt_lock.states; state != NULL && count == 0; state = state->next) {
        if (state->ident == ident && state->head.thread != NULL) {
            old = state->pending_async_exception;
            state->pending_async_exception = exception;
            count = 1;
            if (exception != NULL) {
                _bt_attention_set(BT_ATTENTION_ASYNC);
            }
        }
    }
    _bt_internal_unlock(&_bt_lock.mutex);
    Bt_XDECREF_(count == 1 ? old : exception);
    return count;
}

static BtObject *take_async(BtThreadState *state)
{
    _bt_internal_lock(&_bt_lock.mutex);
    BtObject *exception = state->pending_async_exception;
    state->pending_async_exception = NULL;
    int is_needed = 0;
    for (BtThreadState *other = _bt_lock.states; other != NULL; other = other->next) {
        is_needed |= other->pending_async_exception != NULL;
    }
    if (!is_needed) {
        _bt_attention_clear(BT_ATTENTION_ASYNC);
    }
    _bt_internal_unlock(&_bt_lock.mutex);
    return exception;
}

// --- the safe point

void _bt_ask_for_collection(void) { _bt_attention_set(BT_ATTENTION_COLLECT); }

/// What may raise, in the order in which it matters: 0, or -1 with an exception set.
static int run_raising(BtThreadState *state, uint32_t attention)
{
    if ((attention & BT_ATTENTION_SIGNAL) != 0 && _bt_run_signals() < 0) {
        return -1;
    }
    if ((attention & BT_ATTENTION_PENDING) != 0 && _bt_run_pending() < 0) {
        return -1;
    }
    if ((attention & BT_ATTENTION_ASYNC) != 0) {
        BtObject *exception = take_async(state);
        if (exception != NULL) {
            if (_bt_host_hooks.raise_async != NULL) {
                _bt_host_hooks.raise_async(exception);
            }
            return -1;
        }
    }
    if ((attention & BT_ATTENTION_SHUTDOWN) != 0 && state != _bt_lock.shutdown_by
        && !__atomic_exchange_n(&state->is_exit_told, 1, __ATOMIC_RELAXED)) {
        if (_bt_host_hooks.raise_system_exit != NULL) {
            _bt_host_hooks.raise_system_exit();
        }
        return -1;
    }
    return 0;
}

int _bt_safe_point_slow(void)
{
    BtThreadState *state = _bt_current.state;
    if (state == NULL) {
        _bt_fatal_rule(1, "BtEval_SafePoint", "expected an attached thread, got one that is not attached");
    }
    int error = errno;
    uint32_t attention = _bt_attention();
    if ((attention & BT_ATTENTION_MERGE) != 0) {
        _bt_merge_now(state);
    }
    if ((attention & BT_ATTENTION_ASK) != 0) {
        _bt_answer(state);
    }
    if ((attention & BT_ATTENTION_DROP) != 0) {
        _bt_forced_switch(state);
    }
    if ((attention & BT_ATTENTION_TICKS) != 0) {
        _bt_ticks_safe_point(state);
    }
    if ((attention & BT_ATTENTION_COLLECT) != 0) {
        // Cleared first: the heap asks again if this thread may not collect now.
        _bt_attention_clear(BT_ATTENTION_COLLECT);
        if (_bt_host_hooks.collect != NULL) {
            _bt_host_hooks.collect();
        }
    }
    if ((attention & BT_ATTENTION_LATE_DROPS) != 0 && _bt_host_hooks.drop_late != NULL) {
        _bt_host_hooks.drop_late();
    }
    int status = run_raising(state, attention);
    errno = error;
    return status;
}
