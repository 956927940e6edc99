// The end of the runtime: no new attaches that can fail, SystemExit in the others, a deadline, and a list of who is left.
// Nothing is torn down here.
#include "baton/lifecycle.h"
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

/// What a thread that uses the runtime does. Mutex held.
static BtRuntimeUse use_of(BtThreadState *state)
{
    if (__atomic_load_n(&state->head.state, __ATOMIC_SEQ_CST) == BT_STATE_ATTACHED) {
        return BT_USE_ATTACHED;
    }
    return state->group != BT_GROUP_NONE ? BT_USE_WAITING : BT_USE_IN_BLOCK;
}

Bt_ssize_t Bt_GetRuntimeUsers(BtRuntimeUser *users, Bt_ssize_t room, Bt_ssize_t *guards)
{
    Bt_ssize_t count = 0;
    _bt_internal_lock(&_bt_lock.mutex);
    for (BtThreadState *state = _bt_lock.states; state != NULL; state = state->next) {
        if (!is_user(state)) {
            continue;
        }
        if (count < room) {
            BtRuntimeUser *user = &users[count];
            *user = (BtRuntimeUser){.native_id = state->native_id, .use = use_of(state)};
            if (state->head.thread != NULL) {
                _bt_thread_name(state->ident, user->name);
            }
        }
        count += 1;
    }
    if (guards != NULL) {
        *guards = (Bt_ssize_t)_bt_lock.guards;
    }
    _bt_internal_unlock(&_bt_lock.mutex);
    return count;
}

void _bt_shutdown_report(void)
{
    static const char *const words[] = {"is attached", "waits to attach", "is inside an allow-threads block"};
    BtRuntimeUser users[16];
    Bt_ssize_t guards;
    Bt_ssize_t count = Bt_GetRuntimeUsers(users, 16, &guards);
    for (Bt_ssize_t i = 0; i < count && i < 16; i++) {
        fprintf(stderr, "Baton: shutdown: thread %lu \"%s\" %s\n", users[i].native_id, users[i].name, words[users[i].use]);
    }
    if (count > 16) {
        fprintf(stderr, "Baton: shutdown: %td more threads use the runtime\n", count - 16);
    }
    if (guards != 0) {
        fprintf(stderr, "Baton: shutdown: %td interpreter guard%s still open\n", guards, guards == 1 ? " is" : "s are");
    }
}
