// Counting by extensions: in checked mode no object has a thread's number, so that every count of a mortal object comes
// here (R2), and an object that was freed shows itself.
#include "check.h"

static void report_detached(BtCheckThread_ *thread, BtObject *object, const char *what, BtPlace_ place)
{
    char name[160];
    BtBlock_ *block = _bt_check_block(thread);
    BtFinding_ finding = {
        .rule = block != NULL ? 2 : 5, .kind = "count-while-detached",
        .function = _bt_check_function(thread, name, sizeof name),
        .places = {{"at", place, NULL}, {block != NULL ? "block" : NULL, block != NULL ? block->place : 0, NULL}},
    };
    const char *type = object->ob_owner != BT_OWNER_FREED && object->ob_type != NULL ? object->ob_type->tp_name : "?";
    _bt_report(&finding, "%s of a '%s' %s", what, type,
               block != NULL ? "inside an allow-threads block: only native data may be touched there"
                             : "by a thread that is not attached");
}

static void begin(BtCheckThread_ *thread, const char *what, BtPlace_ place, void *stack)
{
    BtCallFrame_ *frame = _bt_check_push(thread, (uintptr_t)stack);
    frame->is_api = 1;
    frame->name = what;
    frame->place = place;
}

static void count(BtObject *object, int is_drop, const char *what, BtPlace_ place, void *stack)
{
    BtCheckThread_ *thread = _bt_check_thread();
    int attached = 0;
    if (__atomic_load_n(&object->ob_owner, __ATOMIC_RELAXED) == BT_OWNER_IMMORTAL) {
        return;  // an extension compiled with BT_CHECKED tells of it by a touch
    }
    if (_bt_current.state == NULL) {
        report_detached(thread, object, what, place);
        attached = _bt_check_attach(thread);
    }
    begin(thread, what, place, stack);
    uint32_t index = thread->depth - 1;
    if (object->ob_owner == BT_OWNER_FREED) {
        _bt_check_freed(object, is_drop);
    } else if (is_drop) {
        _bt_span_end(thread, place);
        _bt_decref_slow(object);
    } else {
        _bt_check_counted(object, place);
        _bt_incref_slow(object);
    }
    thread->depth = index;
    if (is_drop && attached == 0) {
        _bt_span_begin(thread);
    }
    if (attached != 0) {
        _bt_check_detach(thread, attached);
    }
}

void _bt_checked_incref_slow(BtObject *object)
{
    count(object, 0, "Bt_INCREF", BT_CALLER_PLACE_(), __builtin_frame_address(0));
}

void _bt_checked_decref_slow(BtObject *object)
{
    count(object, 1, "Bt_DECREF", BT_CALLER_PLACE_(), __builtin_frame_address(0));
}
