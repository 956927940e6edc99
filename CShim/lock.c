// The lock's fast paths and its start. In C because extensions call them millions of times a second, and because only C
// has the memory orders.
#include "lock_state.h"

#include <stdlib.h>
#include <string.h>

BT_API struct BtLockHead_ _bt_lock_head;
BT_API struct BtHostHooks_ _bt_host_hooks;
BT_API BtObject *_bt_interpreter_dict;
struct BtLock_ _bt_lock;

static BT_NORETURN __attribute__((noinline, cold)) void save_while_detached(const char *function)
{
    _bt_fatal_rule(3, function, "expected an attached thread, got one that is not attached; blocks do not nest");
}

// The state of a restore is not plainly this thread's detached one: give it to this thread if it is new, or end.
__attribute__((cold)) void _bt_restore_unusual(BtThreadState *state, const char *function)
{
    if (state == NULL) {
        _bt_fatal_rule(3, function, "expected the thread state that the save returned, got NULL");
    }
    if (_bt_current.state != NULL) {
        _bt_fatal_rule(3, function, "expected a detached thread, got one that is attached already; each save is restored once");
    }
    if (!__atomic_load_n(&state->is_alive, __ATOMIC_RELAXED)) {
        _bt_fatal_rule(3, function, "expected a living thread state, got one that was deleted");
    }
    if (state->head.thread != NULL) {
        _bt_fatal_rule(3, function, "expected a thread state of this thread, got that of thread %lu",
                       __atomic_load_n(&state->native_id, __ATOMIC_RELAXED));
    }
    _bt_bind(state);
    _bt_acquire(state);
}

BtThreadState *_bt_save_unusual(void) { save_while_detached("BtEval_SaveThread"); }

BtThreadState *_bt_save_slow(BtThreadState *state) { return _bt_release_slow(state, BT_RELEASE_SAVE); }

// Named in parentheses: the headers have macros of these names, which go inline.
BtThreadState *(BtEval_SaveThread)(void) { return _bt_save_thread(); }
void (BtEval_RestoreThread)(BtThreadState *state) { _bt_restore_thread(state); }

void BtEval_AcquireThread(BtThreadState *state)
{
    if (state != NULL) {
        __atomic_store_n(&state->is_user, 1, __ATOMIC_RELAXED);
    }
    if (BT_UNLIKELY(_bt_is_unusual(state))) {
        _bt_restore_unusual(state, "BtEval_AcquireThread");
        return;
    }
    _bt_acquire(state);
}

void BtEval_ReleaseThread(BtThreadState *state)
{
    if (_bt_current.state == NULL) {
        save_while_detached("BtEval_ReleaseThread");
    }
    if (state != _bt_current.state) {
        _bt_fatal_rule(3, "BtEval_ReleaseThread", "expected the thread state that is attached, got another one");
    }
    __atomic_store_n(&state->is_user, 0, __ATOMIC_RELEASE);
    _bt_release(state);
}

BtThreadState *_bt_wait_begin(void)
{
    BtThreadState *state = _bt_current.state;
    if (state != NULL) {
        _bt_release(state);
    }
    return state;
}

void _bt_wait_end(BtThreadState *state)
{
    if (state != NULL) {
        _bt_acquire(state);
    }
}

int _bt_lock_init(const BtLockConfig_ *config)
{
    static const BtLockConfig_ defaults;
    if (config == NULL) {
        config = &defaults;
    }
    const char *wish = getenv("BATON_MEMBARRIER");
    int is_refused = config->no_membarrier || (wish != NULL && strcmp(wish, "0") == 0);
    struct BtLock_ *lock = &_bt_lock;
    lock->full_only = is_refused || !_bt_membarrier_register();
    lock->scheduler = config->scheduler;
    lock->is_free_threaded = config->free_threaded != 0;
    lock->max_spinners = (uint32_t)_bt_processor_count() - 1;
    lock->number = config->checked ? BT_OWNER_CHECKED : BT_NUMBER_LOCKED;
    lock->new_owner = BT_NUMBER_LOCKED;
    lock->clock = config->clock;
    lock->has_short_way = config->scheduler == BT_SCHEDULER_ADAPTIVE && !lock->full_only && lock->max_spinners != 0
        && config->clock == NULL;
    lock->event = config->event;
    lock->interval_ns = config->interval_ns != 0 ? config->interval_ns : 5000000u;
    _bt_attention_set((config->scheduler == BT_SCHEDULER_TICKS ? BT_ATTENTION_TICKS : 0)
                      | (config->free_threaded ? BT_ATTENTION_FREE : 0) | (config->checked ? BT_ATTENTION_CHECK : 0)
                      | (config->statistics ? BT_ATTENTION_STATISTICS : 0) | (config->trace ? BT_ATTENTION_TRACE : 0));
    _bt_thread_state_start();
    _bt_fork_start();
    BtThreadState *state = _bt_thread_state_make();
    if (state == NULL) {
        return -1;
    }
    lock->main_state = state;
    _bt_bind(state);
    __atomic_store_n(&lock->is_ready, 1, __ATOMIC_RELEASE);
    BtEval_AcquireThread(state);
    return 0;
}

int _bt_lock_is_ready(void) { return __atomic_load_n(&_bt_lock.is_ready, __ATOMIC_ACQUIRE) != 0; }
