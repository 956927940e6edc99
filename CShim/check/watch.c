// Memory that the arguments of a call hold while it is in an allow-threads block: freed by another thread, it has been taken
// away under the native code (R6). What an object holds is read from its fields when the block begins.
#include "check.h"
#include "objects.h"

#include <string.h>

int _bt_is_watching;

int _bt_is_extension_type(BtTypeObject *type)
{
    return (type->tp_flags & BT_TPFLAGS_HEAPTYPE) != 0 || _bt_is_extension_data(type);
}

static void watch_object(BtCheckThread_ *thread, BtObject *object)
{
    if (object == NULL || object->ob_type == NULL || !_bt_is_extension_type(object->ob_type)) {
        return;
    }
    Bt_ssize_t size = object->ob_type->tp_basicsize;
    const uintptr_t *words = BT_CAST(const uintptr_t *, object);
    for (size_t i = sizeof *object / sizeof *words; i < (size_t)size / sizeof *words && i < 256; i++) {
        uintptr_t word = words[i];
        if (word < 1 << 16 || word % 8 != 0 || _bt_is_known_data((void *)word) || _bt_check_slot_at(word) != NULL
            || thread->watched_count == BT_WATCHED) {
            continue;
        }
        thread->watched[thread->watched_count++] = (void *)word;
    }
}

void _bt_watch_begin(BtCheckThread_ *thread)
{
    BtCallFrame_ *frame = _bt_check_extension(thread);
    if (frame == NULL || thread->watched_count != 0) {
        return;
    }
    _bt_check_lock();
    watch_object(thread, frame->self);
    for (Bt_ssize_t i = 0; i < frame->nargs && i < 8 && frame->args != NULL; i++) {
        if (frame->args[i] != frame->self) {
            watch_object(thread, frame->args[i]);
        }
    }
    if (thread->watched_count != 0) {
        _bt_call_name(frame, thread->watched_name, sizeof thread->watched_name);
        __atomic_add_fetch(&_bt_is_watching, 1, __ATOMIC_RELEASE);
    }
    _bt_check_unlock();
}

void _bt_watch_end(BtCheckThread_ *thread)
{
    if (thread->watched_count != 0) {
        _bt_check_lock();
        thread->watched_count = 0;
        __atomic_sub_fetch(&_bt_is_watching, 1, __ATOMIC_RELEASE);
        _bt_check_unlock();
    }
}

void _bt_watch_freed(void *memory, BtPlace_ place)
{
    BtCheckThread_ *self = _bt_check_thread_if();
    char victim[160] = "", name[160];
    BtPlace_ block = 0;
    _bt_check_lock();
    for (BtCheckThread_ *thread = _bt_check_threads(); thread != NULL && victim[0] == '\0'; thread = thread->next) {
        for (uint32_t i = 0; thread != self && i < thread->watched_count; i++) {
            if (thread->watched[i] == memory) {
                memcpy(victim, thread->watched_name, sizeof victim);
                block = thread->block;
                break;
            }
        }
    }
    _bt_check_unlock();
    if (victim[0] == '\0') {
        return;
    }
    BtFinding_ finding = {
        .rule = 6, .kind = "closed-in-block",
        .function = self != NULL ? _bt_check_function(self, name, sizeof name) : NULL,
        .places = {{"freed", place, NULL}, {"block", block, NULL}},
    };
    _bt_report(&finding, "it freed memory of an object that %s, on another thread, uses in an allow-threads block: refuse, or"
               " wait until the block has ended", victim);
}
