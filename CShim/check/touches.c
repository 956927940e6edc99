// What extensions say that were compiled with BT_CHECKED: each touch of an object's fields, and each count, of immortal
// objects too.
#include "check.h"

#include <stdio.h>
#include <string.h>

void _bt_checked_touched(const void *object, const char *function)
{
    const BtObject *touched = object;
    int is_detached = _bt_current.state == NULL;
    if (BT_LIKELY(!is_detached && __atomic_load_n(&touched->ob_owner, __ATOMIC_RELAXED) != BT_OWNER_FREED)) {
        return;
    }
    BtPlace_ place = BT_CALLER_PLACE_();
    BtCheckThread_ *thread = _bt_check_thread();
    char what[64], name[160];
    snprintf(what, sizeof what, "%s", function);
    size_t length = strlen(what);
    if (length > 0 && what[length - 1] == '_') {
        what[length - 1] = '\0';
    }
    int is_count = strcmp(what, "Bt_INCREF") == 0 || strcmp(what, "Bt_DECREF") == 0;
    if (is_count && touched->ob_owner != BT_OWNER_IMMORTAL) {
        return;  // the count itself is seen
    }
    BtBlock_ *block = _bt_check_block(thread);
    BtFinding_ finding = {
        .rule = block != NULL ? 2 : 5, .kind = "touch-while-detached",
        .function = _bt_check_function(thread, name, sizeof name),
        .places = {{"at", place, NULL}, {block != NULL ? "block" : NULL, block != NULL ? block->place : 0, NULL}},
    };
    if (is_detached) {
        _bt_report(&finding, "%s touches an object %s", what,
                   block != NULL ? "inside an allow-threads block: only native data may be touched there"
                                 : "on a thread that is not attached");
    } else {
        BtCallFrame_ *frame = _bt_check_push(thread, (uintptr_t)__builtin_frame_address(0));
        frame->is_api = 1;
        frame->name = what;
        frame->place = place;
        _bt_check_is_freed((BtObject *)(uintptr_t)object, what);
        thread->depth -= 1;
    }
}
