// Fork: the internal mutex is held over it, and in the child the forking thread alone uses the runtime.
#include "lock_state.h"

#include <pthread.h>
#include <stdlib.h>

static void before(void) { _bt_internal_lock(&_bt_lock.mutex); }

static void in_parent(void) { _bt_internal_unlock(&_bt_lock.mutex); }

static void in_child(void)
{
    struct BtLock_ *lock = &_bt_lock;
    BtThreadState *mine = _bt_current.state;
    lock->mutex.word = 1;  // sleepers on it are threads of the parent
    lock->spinners = 0;
    lock->eager = (BtWaiterQueue_){NULL, NULL};
    lock->busy = (BtWaiterQueue_){NULL, NULL};
    lock->timekeeper = NULL;
    lock->guards = 0;
    _bt_lock_head.heir = NULL;
    _bt_attention_clear(BT_ATTENTION_WAITERS | BT_ATTENTION_DROP | BT_ATTENTION_STOP | BT_ATTENTION_ASK);
    // The other threads do not exist here. What their states refer to stays: objects may be half made.
    for (BtThreadState *state = lock->states, *next; state != NULL; state = next) {
        next = state->next;
        if (state->head.thread == &_bt_current) {
            continue;
        }
        state->is_alive = 0;
        state->group = BT_GROUP_NONE;
        *(state->previous != NULL ? &state->previous->next : &lock->states) = next;
        if (next != NULL) {
            next->previous = state->previous;
        }
    }
    // A thread that is detached holds nothing, not even lazily: below, the portable path may begin, which knows no such holder.
    __atomic_store_n(&_bt_lock_head.holder, mine, __ATOMIC_SEQ_CST);
    if (lock->last_holder != mine) {
        lock->last_holder = NULL;
    }
    if (_bt_current.own_state != NULL) {
        lock->main_state = _bt_current.own_state;
        _bt_current.own_state->native_id = _bt_thread_native_id();
    }
    lock->shutdown_by = lock->shutdown_by != NULL && lock->shutdown_by == mine ? mine : NULL;
    if (lock->shutdown_by == NULL) {
        _bt_attention_clear(BT_ATTENTION_SHUTDOWN);
    }
    if (!lock->full_only && !_bt_membarrier_register()) {
        lock->full_only = 1;
        lock->has_short_way = 0;
        for (BtThreadState *state = lock->states; state != NULL; state = state->next) {
            state->head.full_releases = 1;
        }
    }
    _bt_parking_forked();
    _bt_pending_forked();
    _bt_internal_unlock(&lock->mutex);
    if (_bt_host_hooks.forked_child != NULL) {
        _bt_host_hooks.forked_child();
    }
}

static void register_once(void) { pthread_atfork(before, in_parent, in_child); }

void _bt_fork_start(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, register_once);
}
