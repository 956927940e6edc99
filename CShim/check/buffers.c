// Buffers: what was got and not released, and exporters that move their memory under a buffer (R2, R6).
#include "check.h"

#include <stdlib.h>
#include <string.h>

typedef struct View {
    Bt_buffer *view;
    BtObject *exporter;  // held by the view
    void *buf;
    Bt_ssize_t len;
    int flags;
    BtPlace_ place;
    BtPlace_ called;  // the last function of an extension that was called on the exporter
    uint64_t number;
    BtCheckThread_ *thread;
} View;

// guarded by: attached, and the mutex, since the free-threaded mode has no lock
static BtInternalMutex_ mutex;
static View *views;
static size_t view_count, view_room;
static uint64_t got_count;  // atomic

uint64_t _bt_check_views(void) { return __atomic_load_n(&got_count, __ATOMIC_RELAXED); }

void _bt_check_buffer_got(BtObject *exporter, Bt_buffer *view, int flags)
{
    BtCheckThread_ *thread = _bt_check_thread();
    BtPlace_ place = _bt_check_current_place(thread);
    if (place == 0 && !_bt_is_extension_type(exporter->ob_type)) {
        return;  // the runtime's own
    }
    _bt_internal_lock(&mutex);
    if (view_count == view_room) {
        size_t room = view_room == 0 ? 64 : view_room * 2;
        View *more = realloc(views, room * sizeof *more);
        if (more == NULL) {
            _bt_internal_unlock(&mutex);
            return;
        }
        views = more;
        view_room = room;
    }
    uint64_t number = __atomic_add_fetch(&got_count, 1, __ATOMIC_RELAXED);
    // A view that is used again has been released in a way that is not seen.
    size_t index = 0;
    while (index < view_count && views[index].view != view) {
        index += 1;
    }
    view_count += index == view_count;
    views[index] = (View){view, exporter, view->buf, view->len, flags, place, 0, number, thread};
    _bt_internal_unlock(&mutex);
}

/// Ask the exporter again: its memory must be where it was.
static void check_exporter(const View *got, Bt_buffer *view)
{
    BtBufferProcs *procs = got->exporter->ob_type->tp_as_buffer;
    void *function = procs != NULL ? (void *)(uintptr_t)procs->bf_getbuffer : NULL;
    // The runtime's exporters refuse; one that gives a new copy each time says so by `internal`.
    if (function == NULL || !(_bt_is_stub(function) || _bt_check_is_foreign(function)) || view->internal != NULL) {
        return;
    }
    Bt_buffer again;
    memset(&again, 0, sizeof again);
    BtObject *error = BtErr_GetRaisedException();
    int status = procs->bf_getbuffer(got->exporter, &again, got->flags);
    BtErr_Clear();
    int is_moved = status != 0 || again.buf != got->buf || again.len != got->len;
    if (status == 0) {
        BtObject *exporter = again.obj;
        if (exporter != NULL) {
            if (procs->bf_releasebuffer != NULL) {
                procs->bf_releasebuffer(exporter, &again);
            }
            Bt_DECREF_(exporter);
        }
    }
    if (is_moved) {
        BtCheckThread_ *thread = _bt_check_thread();
        char name[160];
        BtFinding_ finding = {
            .rule = 6, .kind = "exporter-changed", .function = _bt_check_function(thread, name, sizeof name),
            .places = {{"got", got->place, got->place == 0 ? "in the runtime" : NULL},
                       {got->called != 0 ? "called" : NULL, got->called, "the last of its functions that was called meanwhile"}},
        };
        _bt_report(&finding, "a '%s' was %s while a buffer of it was exported; it must refuse until the buffer is released",
                   got->exporter->ob_type->tp_name, status != 0 ? "closed" : again.len != got->len ? "resized" : "moved");
    }
    BtErr_SetRaisedException(error);
}

void _bt_check_view_passed_on(const Bt_buffer *view)
{
    _bt_internal_lock(&mutex);
    for (size_t i = 0; i < view_count; i++) {
        if (views[i].view == view) {
            views[i].place = 0;
        }
    }
    _bt_internal_unlock(&mutex);
}

void _bt_check_views_called(BtObject *exporter, const BtCallFrame_ *frame)
{
    if (__atomic_load_n(&view_count, __ATOMIC_RELAXED) == 0) {
        return;
    }
    _bt_internal_lock(&mutex);
    for (size_t i = 0; i < view_count; i++) {
        if (views[i].exporter == exporter) {
            views[i].called = _bt_call_function(frame);
        }
    }
    _bt_internal_unlock(&mutex);
}

/// The record of a view. A view may be copied and released by its copy: then it is one of the same memory, of this thread if
/// there is one, since several threads may have buffers of one object. `view_count`: none. Mutex held.
static size_t index_of(const Bt_buffer *view)
{
    BtCheckThread_ *thread = _bt_check_thread();
    size_t same = view_count, own = view_count;
    for (size_t i = 0; i < view_count; i++) {
        if (views[i].exporter != view->obj) {
            continue;
        }
        if (views[i].view == view) {
            return i;
        }
        if (views[i].buf == view->buf && views[i].len == view->len) {
            same = i;
            own = views[i].thread == thread ? i : own;
        }
    }
    return own < view_count ? own : same;
}

void _bt_check_buffer_released(Bt_buffer *view)
{
    View found = {0};
    _bt_internal_lock(&mutex);
    size_t index = index_of(view);
    if (index < view_count) {
        found = views[index];
        views[index] = views[--view_count];
    }
    _bt_internal_unlock(&mutex);
    if (found.view != NULL) {
        check_exporter(&found, view);
    }
}

void _bt_check_dead_views(BtCheckThread_ *thread, const BtCallFrame_ *frame)
{
    if (frame->views == _bt_check_views()) {
        return;
    }
    for (;;) {
        View dead = {0};
        _bt_internal_lock(&mutex);
        for (size_t i = 0; i < view_count && dead.view == NULL; i++) {
            uintptr_t address = (uintptr_t)views[i].view;
            if (views[i].place != 0 && views[i].thread == thread && views[i].number > frame->views && address < frame->stack
                && frame->stack - address < 8 << 20) {
                dead = views[i];
                views[i] = views[--view_count];
            }
        }
        _bt_internal_unlock(&mutex);
        if (dead.view == NULL) {
            return;
        }
        char name[160];
        BtFinding_ finding = {
            .rule = 2, .kind = "buffer-not-released", .function = _bt_call_name(frame, name, sizeof name),
            .places = {{"got", dead.place, NULL}, {"function", _bt_call_function(frame), NULL}},
        };
        _bt_report(&finding, "a buffer of a '%s' was got and not released: it stays pinned for ever",
                   dead.exporter->ob_type->tp_name);
    }
}

size_t _bt_view_bytes(const BtCheckThread_ *thread, const BtCallFrame_ *frame)
{
    size_t size = 0;
    _bt_internal_lock(&mutex);
    for (size_t i = 0; i < view_count; i++) {
        if (views[i].thread == thread && views[i].number > frame->views) {
            size += (size_t)views[i].len;
        }
    }
    _bt_internal_unlock(&mutex);
    return size;
}
