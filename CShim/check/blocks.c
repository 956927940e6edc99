// Allow-threads blocks of extensions: what their saves and restores are bound to in checked mode, where the attention word
// sends every one of them out of line (R3).
#include "check.h"

static void open_block(BtCheckThread_ *thread, BtThreadState *state, BtPlace_ place)
{
    thread->block = place;
    _bt_span_end(thread, place);
    if (thread->block_count < BT_BLOCKS_KEPT) {
        thread->blocks[thread->block_count++] = (BtBlock_){state, place, _bt_clock_now(), _bt_call_bytes(thread)};
    }
    _bt_watch_begin(thread);
}

/// Attach at the end of a block, as `attach` does it.
static void close_block(BtThreadState *state, BtPlace_ place, void (*attach)(BtThreadState *))
{
    BtCheckThread_ *thread = _bt_check_thread();
    int gained = _bt_holder() != state;
    _bt_watch_end(thread);
    _bt_attach_begins(thread, place);
    attach(state);
    _bt_attach_ends(thread);
    thread->restored = place;
    if (thread->nested > 0) {
        thread->nested -= 1;
        thread->late += 1;
    } else if (thread->block_count > 0) {
        thread->block_count -= 1;
        _bt_release_ended(thread, &thread->blocks[thread->block_count], gained);
    }
    _bt_span_begin(thread);
}

static void acquire(BtThreadState *state) { _bt_acquire(state); }

// --- save

static BtThreadState *save_attached(BtThreadState *state, BtPlace_ place)
{
    open_block(_bt_check_thread(), state, place);
    return _bt_save_slow(state);
}

/// The thread is not attached. Inside a block the save does nothing.
static BtThreadState *save_detached(BtPlace_ place)
{
    BtCheckThread_ *thread = _bt_check_thread();
    BtBlock_ *block = _bt_check_block(thread);
    char name[160];
    BtFinding_ finding = {
        .rule = 3, .kind = "nested-block", .function = _bt_check_function(thread, name, sizeof name),
        .places = {{"at", place, NULL}},
    };
    if (block == NULL) {
        finding.kind = "save-while-detached";
        _bt_report(&finding, "BtEval_SaveThread was called by a thread that is not attached");
        return _bt_save_unusual();
    }
    finding.places[1].label = "block";
    finding.places[1].place = block->place;
    _bt_report(&finding, "an allow-threads block was opened inside another one; blocks do not nest");
    thread->nested += 1;
    return block->state;
}

BtThreadState *_bt_checked_save(void)
{
    BtPlace_ place = BT_CALLER_PLACE_();
    BtThreadState *state = _bt_current.state;
    if (state == NULL) {
        return save_detached(place);
    }
    open_block(_bt_check_thread(), state, place);
    return _bt_save_thread();
}

BtThreadState *_bt_checked_save_slow(BtThreadState *state) { return save_attached(state, BT_CALLER_PLACE_()); }

BtThreadState *_bt_checked_save_unusual(void) { return save_detached(BT_CALLER_PLACE_()); }

// --- the wait for a BtMutex, which detaches

void _bt_checked_mutex_lock_slow(uint8_t *bits)
{
    BtCheckThread_ *thread = _bt_check_thread();
    int is_attached = _bt_current.state != NULL;
    if (is_attached) {
        _bt_span_end(thread, BT_CALLER_PLACE_());
    }
    _bt_mutex_lock_slow(bits);
    if (is_attached) {
        _bt_span_begin(thread);
    }
}

// --- restore

/// What a thread state is to this thread.
typedef enum Kind { OWN, NEW, FOREIGN, DELETED, NO_STATE } Kind;

static Kind kind_of(BtThreadState *state)
{
    Kind kind = NO_STATE;
    _bt_internal_lock(&_bt_lock.mutex);
    for (BtThreadState *known = _bt_lock.states; known != NULL; known = known->next) {
        if (known == state) {
            kind = state->head.thread == &_bt_current ? OWN : state->head.thread == NULL ? NEW : FOREIGN;
        }
    }
    for (BtThreadState *spare = _bt_lock.spare_states; spare != NULL; spare = spare->next) {
        kind = spare == state ? DELETED : kind;
    }
    _bt_internal_unlock(&_bt_lock.mutex);
    return kind;
}

static void restore_wrongly(BtThreadState *state, const char *function, BtPlace_ place)
{
    BtCheckThread_ *thread = _bt_check_thread();
    char name[160];
    BtFinding_ finding = {
        .rule = 3, .kind = "wrong-state", .function = _bt_check_function(thread, name, sizeof name),
        .places = {{"at", place, NULL}},
    };
    if (_bt_current.state != NULL) {
        if (thread->late > 0) {  // of a nested save, which has been reported
            thread->late -= 1;
            thread->block_count -= thread->block_count > 0;
            return;
        }
        finding.kind = "restored-twice";
        finding.places[1].label = "restored";
        finding.places[1].place = thread->restored;
        _bt_report(&finding, "%s was called by a thread that is attached; each save is restored once", function);
        return;
    }
    Kind kind = state == NULL ? NO_STATE : kind_of(state);
    if (kind == NEW || kind == OWN) {
        _bt_restore_unusual(state, function);
        return;
    }
    BtBlock_ *block = _bt_check_block(thread);
    finding.places[1].label = block != NULL ? "block" : NULL;
    finding.places[1].place = block != NULL ? block->place : 0;
    _bt_report(&finding, "%s was given %s; it needs the thread state that the save returned", function,
               state == NULL ? "NULL" : kind == FOREIGN ? "the thread state of another thread"
               : kind == DELETED ? "a thread state that was deleted" : "what is no thread state");
    // A thread that has nothing to restore stays detached.
    if (block != NULL) {
        close_block(block->state, place, acquire);
    }
}

void _bt_checked_restore(BtThreadState *state)
{
    BtPlace_ place = BT_CALLER_PLACE_();
    if (BT_UNLIKELY(_bt_is_unusual(state))) {
        restore_wrongly(state, "BtEval_RestoreThread", place);
        return;
    }
    close_block(state, place, acquire);
}

void _bt_checked_acquire_slow(BtThreadState *state)
{
    close_block(state, BT_CALLER_PLACE_(), _bt_acquire_slow);
}

void _bt_checked_restore_unusual(BtThreadState *state, const char *function)
{
    restore_wrongly(state, function, BT_CALLER_PLACE_());
}
