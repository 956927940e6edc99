// Calls between the runtime and extensions: what must hold when one begins and when it ends (R1, R4, R5, R9).
#include "check.h"
#include "stubs.h"

#include <string.h>

static int has_error(void)
{
    BtThreadState *state = _bt_current.state;
    return state != NULL && state->current_exception != NULL;
}

// --- the extension calls the runtime

int _bt_check_attach(BtCheckThread_ *thread)
{
    BtBlock_ *block = _bt_check_block(thread);
    if (block != NULL) {
        _bt_acquire(block->state);
        return 1;
    }
    (void)BtGILState_Ensure();
    return 2;
}

void _bt_check_detach(BtCheckThread_ *thread, int how)
{
    (void)thread;
    if (_bt_current.state == NULL) {
        return;
    }
    if (how == 1) {
        _bt_release(_bt_current.state);
    } else {
        BtGILState_Release(BtGILState_UNLOCKED);
    }
}

static void report_detached(BtCheckThread_ *thread, const BtBound_ *bound, BtPlace_ place)
{
    char name[160];
    BtFinding_ finding = {
        .rule = 1, .kind = "call-while-detached", .function = _bt_check_function(thread, name, sizeof name),
        .places = {{"at", place, NULL}},
    };
    if (_bt_check_block(thread) != NULL) {
        finding.places[1].label = "block";
        finding.places[1].place = thread->block;
        _bt_report(&finding, "%s was called inside an allow-threads block; only an attached thread calls the API", bound->name);
    } else {
        finding.rule = 5;
        finding.kind = _bt_current.own_state != NULL ? "call-while-detached" : "call-by-unknown-thread";
        _bt_report(&finding, "%s was called by a thread that %s; BtGILState_Ensure attaches it", bound->name,
                   _bt_current.own_state != NULL ? "is not attached" : "the runtime does not know");
    }
}

static void report_pending(BtCheckThread_ *thread, const BtBound_ *bound, BtPlace_ place)
{
    char name[160];
    BtFinding_ finding = {
        .rule = 9, .kind = "error-pending", .function = _bt_check_function(thread, name, sizeof name),
        .places = {{"at", place, NULL}, {"set", thread->error_set, NULL}},
    };
    _bt_report(&finding, "%s was called with %s set; handle or clear it first", bound->name,
               _bt_current.state->current_exception->ob_type->tp_name);
}

static void api_begins(BtCheckThread_ *thread, BtCallFrame_ *frame, const BtBound_ *bound, uint64_t *arguments)
{
    frame->is_api = 1;
    frame->name = bound->name;
    frame->bound = bound;
    _bt_span_end(thread, frame->place);
    if (bound->state == BT_NEEDS_ATTACHES && _bt_current.state == NULL) {
        _bt_attach_begins(thread, frame->place);
    }
    if (bound->special == BT_SPECIAL_MAKES_FIRST || bound->special == BT_SPECIAL_MAKES_SECOND) {
        frame->self = BT_CAST(BtObject *, arguments[bound->special == BT_SPECIAL_MAKES_SECOND]);
    }
    if (bound->special == BT_SPECIAL_RELEASES) {
        _bt_check_view_passed_on(BT_CAST(const Bt_buffer *, arguments[0]));
    }
    if (bound->special == BT_SPECIAL_FREES && !_bt_mutexes_are_seen()
        && __atomic_load_n(&_bt_is_watching, __ATOMIC_ACQUIRE) != 0) {
        _bt_watch_freed(BT_CAST(void *, arguments[0]), frame->place);
    }
    if (_bt_current.state == NULL && bound->state == BT_NEEDS_ATTACHED) {
        report_detached(thread, bound, frame->place);
        frame->attached_here = (uint8_t)_bt_check_attach(thread);
    }
    frame->had_error = (uint8_t)has_error();
    if (frame->had_error && (bound->flags & BT_RUNS_CODE) != 0) {
        report_pending(thread, bound, frame->place);
    }
    for (int i = 0; i < 6; i++) {
        BtObject *object = BT_CAST(BtObject *, arguments[i]);
        if ((bound->objects >> i & 1) != 0 && object != NULL && _bt_current.state != NULL
            && _bt_check_is_freed(object, bound->name)) {
            // The call goes on with an object that exists.
            arguments[i] = (uintptr_t)&_bt_none;
        }
    }
}

static int makes_type(uint8_t special) { return special >= BT_SPECIAL_MAKES_FIRST && special <= BT_SPECIAL_MAKES_RESULT; }

static void api_ends(BtCheckThread_ *thread, BtCallFrame_ *frame, uint64_t result)
{
    _bt_attach_ends(thread);
    if (!frame->had_error && has_error()) {
        thread->error_set = frame->place;
        thread->error = _bt_current.state->current_exception;
    }
    if (makes_type(frame->bound->special)) {
        BtObject *type = frame->bound->special == BT_SPECIAL_MAKES_RESULT ? BT_CAST(BtObject *, result) : frame->self;
        _bt_check_type(BT_CAST(BtTypeObject *, type));
    }
    if (frame->attached_here != 0) {
        // What it set would be seen by nobody.
        _bt_check_detach(thread, frame->attached_here);
    }
}

// --- the runtime calls the extension

/// Report a return without the block's end, and attach.
static void check_attached(BtCheckThread_ *thread, BtCallFrame_ *frame)
{
    if (_bt_current.state != NULL) {
        return;
    }
    char name[160];
    BtFinding_ finding = {
        .rule = 4, .kind = "returned-detached", .function = _bt_call_name(frame, name, sizeof name),
        .places = {{"block", thread->block, NULL}, {"function", _bt_call_function(frame), NULL}},
    };
    _bt_report(&finding, "it returned while detached: the allow-threads block was left before its end");
    if (thread->block_count > frame->blocks) {
        _bt_acquire(thread->blocks[frame->blocks].state);
    } else {
        (void)BtGILState_Ensure();
    }
}

static void check_error(BtCheckThread_ *thread, BtCallFrame_ *frame, int is_error, int may_end)
{
    char name[160];
    int is_set = has_error();
    BtFinding_ finding = {
        .rule = 9, .function = _bt_call_name(frame, name, sizeof name),
        .places = {{"function", _bt_call_function(frame), NULL}},
    };
    if (is_error && !is_set && !may_end) {
        finding.kind = "null-without-error";
        _bt_report(&finding, "it returned its error value (%s) without setting an exception",
                   frame->bound == NULL || frame->bound->result == BT_GIVES_OBJECT ? "NULL" : "-1");
    } else if (!is_error && is_set && !frame->had_error) {
        BtObject *error = _bt_current.state->current_exception;
        finding.kind = "error-without-null";
        if (error == thread->error && thread->error_set != 0) {
            finding.places[1] = finding.places[0];
            finding.places[0].label = "set";
            finding.places[0].place = thread->error_set;
        }
        _bt_report(&finding, "it returned a result with %s set", error->ob_type->tp_name);
    }
}

void _bt_call_ended(BtCheckThread_ *thread, BtCallFrame_ *frame, int is_error, int may_end, BtObject *result)
{
    _bt_span_end(thread, 0);
    _bt_watch_end(thread);
    check_attached(thread, frame);
    thread->block_count = frame->blocks;
    thread->nested = thread->late = 0;
    check_error(thread, frame, is_error, may_end);
    _bt_check_dead_views(thread, frame);
    _bt_check_leaks(thread, frame, result);
}

static void end(BtCheckThread_ *thread, int is_error, BtObject *result)
{
    // Frames of API calls above it were left without their end.
    while (thread->depth > 0 && thread->frames[thread->depth - 1].is_api) {
        thread->depth -= 1;
    }
    if (thread->depth == 0) {
        return;
    }
    _bt_call_ended(thread, &thread->frames[thread->depth - 1], is_error, 0, result);
    thread->depth -= 1;
}

void _bt_check_call_begin(BtObject *callable, const char *name, BtObject *const *args, Bt_ssize_t nargs)
{
    BtCheckThread_ *thread = _bt_check_thread();
    BtCallFrame_ *frame = _bt_check_push(thread, (uintptr_t)__builtin_frame_address(0));
    frame->name = name;
    frame->callable = callable;
    frame->had_error = (uint8_t)has_error();
    frame->args = args;
    frame->nargs = nargs;
    if (callable != NULL && (callable->ob_type == &BtCFunction_Type || callable->ob_type == &BtCMethod_Type)) {
        frame->self = BT_CAST(BtCFunctionObject *, callable)->m_self;
    } else if (nargs > 0) {
        frame->self = args[0];
    }
    _bt_check_views_called(frame->self, frame);
    _bt_leaks_call_begins(thread, frame);
    _bt_span_begin(thread);
}

void _bt_check_call_end(BtObject *result)
{
    BtCheckThread_ *thread = _bt_check_thread();
    BT_NOTE_STACK_(thread);
    end(thread, result == NULL, result);
}

void _bt_check_call_end_status(int status)
{
    BtCheckThread_ *thread = _bt_check_thread();
    BT_NOTE_STACK_(thread);
    end(thread, status < 0, NULL);
}

// --- stubs

BtStubCall_ _bt_stub_enter(BtStubFrame_ *stack, uint64_t *arguments)
{
    const BtBound_ *bound = _bt_stub_bound(stack->number);
    BtCheckThread_ *thread = _bt_check_thread();
    BtCallFrame_ *frame = _bt_check_push(thread, (uintptr_t)stack);
    if (bound->is_slot) {
        frame->name = bound->name;
        frame->owner = bound->owner;
        frame->bound = bound;
        frame->had_error = (uint8_t)has_error();
        frame->self = BT_CAST(BtObject *, arguments[0]);
        _bt_leaks_call_begins(thread, frame);
        _bt_span_begin(thread);
    } else {
        frame->place = _bt_place(stack->return_address, stack->caller_frame);
        api_begins(thread, frame, bound, arguments);
    }
    return (BtStubCall_){bound->target, (bound->flags & BT_HAS_STACK_ARGUMENTS) != 0 ? 64 : 2};
}

void _bt_stub_leave(BtStubFrame_ *stack, uint64_t *result)
{
    BtCheckThread_ *thread = _bt_check_thread();
    BT_NOTE_STACK_(thread);
    while (thread->depth > 0 && thread->frames[thread->depth - 1].stack < (uintptr_t)stack) {
        thread->depth -= 1;
    }
    if (thread->depth == 0 || thread->frames[thread->depth - 1].stack != (uintptr_t)stack) {
        return;
    }
    BtCallFrame_ *frame = &thread->frames[thread->depth - 1];
    const BtBound_ *bound = frame->bound;
    if (frame->is_api) {
        api_ends(thread, frame, *result);
    } else {
        int is_error = 0;
        switch (bound->result) {
        case BT_GIVES_OBJECT:
        case BT_GIVES_ITEM: is_error = *result == 0; break;
        case BT_GIVES_STATUS: is_error = (int)*result == -1; break;
        case BT_GIVES_SIZE: is_error = (Bt_ssize_t)*result == -1; break;
        default: break;
        }
        BtObject *object = bound->result <= BT_GIVES_ITEM ? BT_CAST(BtObject *, *result) : NULL;
        _bt_call_ended(thread, frame, is_error, bound->result == BT_GIVES_ITEM, object);
    }
    thread->depth -= 1;
    _bt_span_begin(thread);
}
