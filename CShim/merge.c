// Merging counts in the free-threaded mode: a reference that the owner counted and another thread dropped passes to the
// owner, which adds its count to the shared one. A dead owner's counts are merged by whoever drops; the mutex keeps its
// number from being given out meanwhile.
#include "lock_state.h"

#include <stdlib.h>

/// Keep `object` for `state`. 0 without memory. Mutex held.
static int push(BtThreadState *state, BtObject *object)
{
    if (state->to_merge_count == state->to_merge_room) {
        uint32_t room = state->to_merge_room == 0 ? 16 : state->to_merge_room * 2;
        BtObject **objects = realloc(state->to_merge, room * sizeof *objects);
        if (objects == NULL) {
            return 0;
        }
        state->to_merge = objects;
        state->to_merge_room = room;
    }
    state->to_merge[state->to_merge_count++] = object;
    _bt_lock.merges += 1;
    _bt_attention_set(BT_ATTENTION_MERGE);
    return 1;
}

void _bt_merge_later(BtObject *object, uint16_t owner)
{
    int is_last = 0;
    _bt_internal_lock(&_bt_lock.mutex);
    BtThreadState *state = _bt_lock.states;
    while (state != NULL && state->head.number != owner) {
        state = state->next;
    }
    // Without memory the reference is lost: the object stays for ever, which is safe.
    if (state == NULL) {
        is_last = _bt_merge_counts(object, 1);
    } else {
        push(state, object);
    }
    _bt_internal_unlock(&_bt_lock.mutex);
    if (is_last) {
        object->ob_type->tp_dealloc(object);
    }
}

void _bt_merge_now(BtThreadState *state)
{
    for (;;) {
        BtObject *object = NULL;
        _bt_internal_lock(&_bt_lock.mutex);
        if (state->to_merge_count != 0) {
            object = state->to_merge[--state->to_merge_count];
            _bt_lock.merges -= 1;
            if (_bt_lock.merges == 0) {
                _bt_attention_clear(BT_ATTENTION_MERGE);
            }
        }
        _bt_internal_unlock(&_bt_lock.mutex);
        if (object == NULL) {
            return;
        }
        if (_bt_merge_counts(object, 1)) {
            object->ob_type->tp_dealloc(object);
        }
    }
}
