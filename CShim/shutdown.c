// The end of the runtime: no new attaches that can fail, SystemExit in the others, a deadline, and a list of who is left.
// Nothing is torn down here.
#include "lock_state.h"

#include <stdio.h>

/// How often shutdown looks whether the others have gone: their fast paths tell nobody.
#define LOOK_NS 1000000u

void _bt_shutdown_begin(void)
{
    _bt_internal_lock(&_bt_lock.mutex);
    _bt_lock.shutdown_by = BtThreadState_Get();
    _bt_attention_set(BT_ATTENTION_SHUTDOWN);
    _bt_internal_unlock(&_bt_lock.mutex);
}

void _bt_shutdown_undo(void)
{
    _bt_internal_lock(&_bt_lock.mutex);
    _bt_lock.shutdown_by = NULL;
    for (BtThreadState *state = _bt_lock.states; state != NULL; state = state->next) {
        __atomic_store_n(&state->is_exit_told, 0, __ATOMIC_RELAXED);
    }
    _bt_attention_clear(BT_ATTENTION_SHUTDOWN);
    _bt_internal_unlock(&_bt_lock.mutex);
}

int _bt_shutdown_has_begun(void) { return (_bt_attention() & BT_ATTENTION_SHUTDOWN) != 0; }

/// Whether a thread is between its attach and its detach, blocks included. Mutex held.
static int is_user(BtThreadState *state)
{
    return state != _bt_lock.shutdown_by
        && (__atomic_load_n(&state->ensure_count, __ATOMIC_ACQUIRE) != 0
            || __atomic_load_n(&state->is_user, __ATOMIC_ACQUIRE) != 0);
}

static int count_users(void)
{
    _bt_internal_lock(&_bt_lock.mutex);
    int count = (int)_bt_lock.guards;
    for (BtThreadState *state = _bt_lock.states; state != NULL; state = state->next) {
        count += is_user(state);
    }
    _bt_internal_unlock(&_bt_lock.mutex);
    return count;
}

int _bt_shutdown_wait(uint64_t timeout_ns)
{
    static uint32_t never;
    BtThreadState *state = _bt_wait_begin();
    uint64_t begin = _bt_clock_now();
    int count;
    while ((count = count_users()) != 0 && _bt_clock_now() - begin < timeout_ns) {
        _bt_wait_on(&never, 0, LOOK_NS);
    }
    _bt_wait_end(state);
    return count;
}

void _bt_shutdown_report(void)
{
    _bt_internal_lock(&_bt_lock.mutex);
    for (BtThreadState *state = _bt_lock.states; state != NULL; state = state->next) {
        if (is_user(state)) {
            char name[32] = "";
            if (state->head.thread != NULL) {
                _bt_thread_name(state->ident, name);
            }
            const char *what = __atomic_load_n(&state->head.state, __ATOMIC_SEQ_CST) == BT_STATE_ATTACHED ? "is attached"
                : state->group != BT_GROUP_NONE ? "waits to attach" : "is inside an allow-threads block";
            fprintf(stderr, "Baton: shutdown: thread %lu \"%s\" %s\n", state->native_id, name, what);
        }
    }
    if (_bt_lock.guards != 0) {
        fprintf(stderr, "Baton: shutdown: %u interpreter guard%s still open\n", _bt_lock.guards,
                _bt_lock.guards == 1 ? " is" : "s are");
    }
    _bt_internal_unlock(&_bt_lock.mutex);
}
