// Attaching threads that the runtime did not make: BtGILState_…, and PEP 788's guards, views and tokens.
#include "lock_state.h"

/// The state that stays with this thread, made on first use; NULL without memory.
static __attribute__((noinline)) BtThreadState *make_own_state(const char *function)
{
    if (!_bt_lock_is_ready()) {
        _bt_fatal_rule(5, function, "expected the runtime to have been started, got a call before that");
    }
    BtThreadState *state = _bt_thread_state_make();
    if (state != NULL) {
        state->is_automatic = 1;
        _bt_bind(state);
    }
    return state;
}

/// Attach with the thread's own state unless something is attached: 1 if it was not.
BT_INLINE int ensure(BtThreadState *own)
{
    __atomic_store_n(&own->ensure_count, own->ensure_count + 1, __ATOMIC_RELAXED);
    if (_bt_current.state != NULL) {
        return 0;
    }
    _bt_acquire(own);
    return 1;
}

/// Undo an ensure; `was_detached` is what that returned.
BT_INLINE void release(const char *function, int was_detached)
{
    BtThreadState *own = _bt_current.own_state;
    if (BT_UNLIKELY(own == NULL || own->ensure_count == 0)) {
        _bt_fatal_rule(5, function, "expected a matching ensure on this thread, got none");
    }
    if (BT_UNLIKELY(_bt_current.state == NULL)) {
        _bt_fatal_rule(5, function, "expected an attached thread, got one that is not attached");
    }
    __atomic_store_n(&own->ensure_count, own->ensure_count - 1, __ATOMIC_RELEASE);
    if (was_detached) {
        if (BT_UNLIKELY(_bt_current.state != own)) {
            _bt_fatal_rule(5, function, "expected the thread state of the ensure to be attached, got another one");
        }
        _bt_release(own);
    }
}

BtGILState_STATE BtGILState_Ensure(void)
{
    BtThreadState *own = _bt_current.own_state;
    if (BT_UNLIKELY(own == NULL)) {
        own = make_own_state("BtGILState_Ensure");
        if (own == NULL) {
            _bt_fatal("BtGILState_Ensure: no memory for a thread state");
        }
    }
    return ensure(own) ? BtGILState_UNLOCKED : BtGILState_LOCKED;
}

void BtGILState_Release(BtGILState_STATE state) { release("BtGILState_Release", state == BtGILState_UNLOCKED); }

int BtGILState_Check(void) { return _bt_current.state != NULL; }

BtThreadState *BtGILState_GetThisThreadState(void) { return _bt_current.own_state; }

// --- PEP 788. There is one runtime, so a guard and a view are each the same for everybody; a token says what its ensure
// did: whether the thread was detached before, and whether it holds a guard of its own.

static struct BtInterpreterGuard {
    int unused;
} the_guard;
static struct BtInterpreterView {
    int unused;
} the_view;
static struct BtThreadStateToken {
    uint8_t was_detached;
    uint8_t has_guard;
} const tokens[2][2] = {{{0, 0}, {0, 1}}, {{1, 0}, {1, 1}}};

BtInterpreterGuard *BtInterpreterGuard_FromView(BtInterpreterView *view)
{
    (void)view;
    _bt_internal_lock(&_bt_lock.mutex);
    int may = _bt_lock_is_ready() && _bt_lock.shutdown_by == NULL;
    _bt_lock.guards += may != 0;
    _bt_internal_unlock(&_bt_lock.mutex);
    return may ? &the_guard : NULL;
}

BtInterpreterGuard *BtInterpreterGuard_FromCurrent(void)
{
    BtThreadState_Get();
    BtInterpreterGuard *guard = BtInterpreterGuard_FromView(&the_view);
    if (guard == NULL && _bt_host_hooks.raise_runtime_error != NULL) {
        _bt_host_hooks.raise_runtime_error("shutdown has begun: no new interpreter guard");
    }
    return guard;
}

void BtInterpreterGuard_Close(BtInterpreterGuard *guard)
{
    (void)guard;
    _bt_internal_lock(&_bt_lock.mutex);
    int was_open = _bt_lock.guards != 0;
    _bt_lock.guards -= was_open != 0;
    _bt_internal_unlock(&_bt_lock.mutex);
    if (!was_open) {
        _bt_fatal_rule(5, "BtInterpreterGuard_Close", "expected an open guard, got none");
    }
}

BtInterpreterView *BtInterpreterView_FromCurrent(void)
{
    BtThreadState_Get();
    return &the_view;
}

BtInterpreterView *BtInterpreterView_FromMain(void) { return &the_view; }

void BtInterpreterView_Close(BtInterpreterView *view) { (void)view; }

static BtThreadStateToken *ensure_token(int has_guard)
{
    BtThreadState *own = _bt_current.own_state;
    if (own == NULL) {
        own = make_own_state("BtThreadState_Ensure");
        if (own == NULL) {
            return NULL;
        }
    }
    return (BtThreadStateToken *)&tokens[ensure(own)][has_guard];
}

BtThreadStateToken *BtThreadState_Ensure(BtInterpreterGuard *guard)
{
    if (guard == NULL) {
        _bt_fatal_rule(10, "BtThreadState_Ensure", "expected an open guard, got NULL");
    }
    return ensure_token(0);
}

BtThreadStateToken *BtThreadState_EnsureFromView(BtInterpreterView *view)
{
    BtInterpreterGuard *guard = BtInterpreterGuard_FromView(view);
    if (guard == NULL) {
        return NULL;
    }
    BtThreadStateToken *token = ensure_token(1);
    if (token == NULL) {
        BtInterpreterGuard_Close(guard);
    }
    return token;
}

void BtThreadState_Release(BtThreadStateToken *token)
{
    if (token == NULL) {
        _bt_fatal_rule(5, "BtThreadState_Release", "expected the token of an ensure, got NULL");
    }
    release("BtThreadState_Release", token->was_detached);
    if (token->has_guard) {
        BtInterpreterGuard_Close(&the_guard);
    }
}
