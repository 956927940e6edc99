// Thread states: making, binding to a thread, freeing; the list of all of them.
#define _GNU_SOURCE
#include "lock_state.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

static pthread_key_t thread_end_key;
static pthread_once_t thread_end_once = PTHREAD_ONCE_INIT;

/// A number that no living state has; the free-threaded mode only. Mutex held.
static uint16_t unused_number(void)
{
    for (uint32_t number = 1; number < BT_OWNER_FREED; number++) {
        BtThreadState *state = _bt_lock.states;
        while (state != NULL && state->head.number != number) {
            state = state->next;
        }
        if (state == NULL) {
            return (uint16_t)number;
        }
    }
    return BT_OWNER_NONE;
}

/// Make a deleted state like a new one. Who spins for the lock may still read the head of it, as the holder's that it was.
static void renew(BtThreadState *state)
{
    __atomic_store_n(&state->head.acquisitions, 0, __ATOMIC_RELAXED);
    state->head.is_held = 0;
    char *rest = (char *)state + sizeof state->head;
    memset(rest, 0, sizeof *state - sizeof state->head);
}

BtThreadState *_bt_thread_state_make(void)
{
    _bt_internal_lock(&_bt_lock.mutex);
    BtThreadState *state = _bt_lock.spare_states;
    if (state != NULL) {
        _bt_lock.spare_states = state->next;
        renew(state);
    } else if (posix_memalign((void **)&state, 64, sizeof *state) == 0) {
        memset(state, 0, sizeof *state);
        _bt_number_asker(state);
    } else {
        state = NULL;
    }
    if (state != NULL) {
        state->head.number = _bt_lock.is_free_threaded ? unused_number() : _bt_lock.number;
        state->head.new_owner = _bt_lock.is_free_threaded ? state->head.number : _bt_lock.new_owner;
        __atomic_store_n(&state->head.full_releases, _bt_lock.full_only, __ATOMIC_RELAXED);
        __atomic_store_n(&state->head.processor, UINT32_MAX, __ATOMIC_RELAXED);
        state->interp = BtInterpreterState_Main();
        state->sleeps_until = BT_NO_TIMEOUT;
        state->id = ++_bt_lock.next_id;
        __atomic_store_n(&state->is_alive, 1, __ATOMIC_RELAXED);
        state->next = _bt_lock.states;
        if (state->next != NULL) {
            state->next->previous = state;
        }
        _bt_lock.states = state;
        _bt_event(BT_EVENT_THREAD_MADE, state);
    }
    _bt_internal_unlock(&_bt_lock.mutex);
    if (state != NULL && _bt_host_hooks.thread_state_made != NULL) {
        _bt_host_hooks.thread_state_made(state);
    }
    return state;
}

int _bt_is_only_thread(void)
{
    _bt_internal_lock(&_bt_lock.mutex);
    int is_only = _bt_lock.states != NULL && _bt_lock.states->next == NULL;
    _bt_internal_unlock(&_bt_lock.mutex);
    return is_only;
}

void _bt_bind(BtThreadState *state)
{
    struct BtCurrentThread_ *current = &_bt_current;
    _bt_internal_lock(&_bt_lock.mutex);
    state->head.thread = current;
    state->ident = _bt_thread_ident();
    __atomic_store_n(&state->native_id, _bt_thread_native_id(), __ATOMIC_RELAXED);
    _bt_internal_unlock(&_bt_lock.mutex);
    if (current->own_state == NULL) {
        current->own_state = state;
    }
    current->free_threaded = _bt_lock.is_free_threaded;
    if (state->heap != NULL) {
        current->heap = state->heap;
    }
    if (state->stack_limit != 0) {
        current->stack_limit = state->stack_limit;
    }
    _bt_free_at_thread_end(state);
}

void _bt_thread_state_free(BtThreadState *state)
{
    BtWakes_ wakes = {NULL, NULL};
    if (_bt_lock.is_free_threaded) {
        _bt_merge_now(state);
    }
    if (_bt_host_hooks.thread_state_freed != NULL) {
        _bt_host_hooks.thread_state_freed(state);
    }
    _bt_internal_lock(&_bt_lock.mutex);
    _bt_give_up(state, &wakes);
    _bt_event(BT_EVENT_THREAD_FREED, state);
    _bt_statistics_ended(state);
    __atomic_store_n(&state->is_alive, 0, __ATOMIC_RELAXED);
    if (state->next != NULL) {
        state->next->previous = state->previous;
    }
    if (state->previous != NULL) {
        state->previous->next = state->next;
    } else {
        _bt_lock.states = state->next;
    }
    BtThreadState *last = state;
    __atomic_compare_exchange_n(&_bt_lock.last_holder, &last, NULL, 0, __ATOMIC_RELAXED, __ATOMIC_RELAXED);
    free(state->to_merge);
    if (state->head.thread == &_bt_current && _bt_current.own_state == state) {
        _bt_current.own_state = NULL;
    }
    state->head.thread = NULL;
    state->next = _bt_lock.spare_states;
    _bt_lock.spare_states = state;
    _bt_unlock_and_wake(&wakes);
}

/// At the end of a thread: what it holds lazily is given up, what was made for it is freed.
static void thread_ends(void *argument)
{
    (void)argument;
    struct BtCurrentThread_ *current = &_bt_current;
    if (current->state != NULL) {
        _bt_fatal_rule(5, "BtGILState_Release", "expected it before the end of the thread, got a thread that ends attached");
    }
    BtThreadState *own = current->own_state;
    if (own != NULL && own->is_automatic) {
        int is_in_use = own->current_exception != NULL || own->handled_exception != NULL || own->thread_dict != NULL;
        if (is_in_use) {
            _bt_acquire(own);
            BtThreadState_Clear(own);
            _bt_release(own);
        }
        _bt_thread_state_free(own);
    }
    // A state made by BtThreadState_New stays until its maker deletes it, but not as the holder of the lock.
    BtWakes_ wakes = {NULL, NULL};
    _bt_internal_lock(&_bt_lock.mutex);
    BtThreadState *holder = _bt_holder();
    if (holder != NULL && holder->head.thread == current) {
        _bt_give_up(holder, &wakes);
    }
    for (BtThreadState *state = _bt_lock.states; state != NULL; state = state->next) {
        if (state->head.thread == current) {
            state->head.thread = NULL;
            __atomic_store_n(&state->is_user, 0, __ATOMIC_RELAXED);
        }
    }
    _bt_unlock_and_wake(&wakes);
    current->own_state = NULL;
}

static void make_thread_end_key(void) { pthread_key_create(&thread_end_key, thread_ends); }

void _bt_free_at_thread_end(BtThreadState *state) { pthread_setspecific(thread_end_key, state); }

void _bt_thread_state_start(void) { pthread_once(&thread_end_once, make_thread_end_key); }

BtThreadState *BtThreadState_New(BtInterpreterState *interpreter)
{
    (void)interpreter;
    return _bt_thread_state_make();
}

void BtThreadState_Clear(BtThreadState *state)
{
    if (_bt_host_hooks.thread_state_cleared != NULL) {
        _bt_host_hooks.thread_state_cleared(state);
    }
}

void BtThreadState_Delete(BtThreadState *state)
{
    if (state == NULL || !__atomic_load_n(&state->is_alive, __ATOMIC_RELAXED)) {
        _bt_fatal_rule(3, "BtThreadState_Delete", "expected a living thread state, got %s",
                       state == NULL ? "NULL" : "one that was deleted");
    }
    if (state == _bt_current.state) {
        _bt_fatal_rule(3, "BtThreadState_Delete",
                       "expected a detached thread state, got the attached one; use BtThreadState_DeleteCurrent");
    }
    if (_bt_holder() == state && __atomic_load_n(&state->head.state, __ATOMIC_SEQ_CST) == BT_STATE_ATTACHED) {
        _bt_fatal_rule(3, "BtThreadState_Delete", "expected a detached thread state, got one that another thread has attached");
    }
    _bt_thread_state_free(state);
}

void BtThreadState_DeleteCurrent(void)
{
    BtThreadState *state = _bt_current.state;
    if (state == NULL) {
        _bt_fatal_rule(3, "BtThreadState_DeleteCurrent", "expected an attached thread, got one that is not attached");
    }
    _bt_release(state);
    _bt_thread_state_free(state);
}

BtThreadState *BtThreadState_Get(void)
{
    BtThreadState *state = _bt_current.state;
    if (BT_UNLIKELY(state == NULL)) {
        _bt_fatal_rule(1, "BtThreadState_Get", "expected an attached thread, got one that is not attached");
    }
    return state;
}

BtThreadState *BtThreadState_Swap(BtThreadState *state)
{
    BtThreadState *previous = _bt_current.state;
    if (previous == state) {
        return previous;
    }
    if (previous != NULL) {
        _bt_release(previous);
    }
    if (state != NULL) {
        BtEval_RestoreThread(state);
    }
    return previous;
}

uint64_t BtThreadState_GetID(BtThreadState *state) { return state->id; }

// There is one runtime; its address is its name.
static struct BtInterpreterState {
    int unused;
} the_interpreter;

_Static_assert(offsetof(struct BtThreadState, interp) == sizeof(struct BtThreadHead_), "Python.h has it there");

BtInterpreterState *BtInterpreterState_Main(void) { return &the_interpreter; }

BtInterpreterState *BtInterpreterState_Get(void)
{
    BtThreadState_Get();
    return &the_interpreter;
}

BtInterpreterState *BtThreadState_GetInterpreter(BtThreadState *state)
{
    (void)state;
    return &the_interpreter;
}

int64_t BtInterpreterState_GetID(BtInterpreterState *interpreter)
{
    (void)interpreter;
    return 0;
}
