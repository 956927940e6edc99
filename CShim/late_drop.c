// References and buffers that detached threads have dropped. In C because the list is one atomic word that inline code of
// the headers reads.
#include <stdlib.h>

#include "baton/host.h"
#include "baton/late_drop.h"
#include "lock_state.h"

/// One reference or buffer; owned by the list. Guard: its thread until it is in the list, then whoever took the list.
struct BtLateDrop_ {
    struct BtLateDrop_ *next;
    BtObject *object;  ///< NULL: `view` is what is released
    Bt_buffer view;
};
BT_API struct BtLateDrop_ *_bt_late_drops;

/// Add to the list; without memory what was dropped leaks, which harms less than waiting to attach would (R8).
static void add(BtObject *object, const Bt_buffer *view)
{
    struct BtLateDrop_ *drop = malloc(sizeof *drop);
    if (drop == NULL) {
        return;
    }
    drop->object = object;
    if (view != NULL) {
        drop->view = *view;
    }
    drop->next = __atomic_load_n(&_bt_late_drops, __ATOMIC_RELAXED);
    while (!__atomic_compare_exchange_n(&_bt_late_drops, &drop->next, drop, 1, __ATOMIC_RELEASE, __ATOMIC_RELAXED)) {
    }
    _bt_attention_set(BT_ATTENTION_LATE_DROPS);
}

static void drop_reference(BtObject *object) BT_ASSUME_ATTACHED_FUNCTION { Bt_DECREF_(object); }

void _bt_drop_any_state(BtObject *object)
{
    if (_bt_current.state != NULL) {
        drop_reference(object);
    } else {
        add(object, NULL);
    }
}

static void release_buffer(Bt_buffer *view) BT_ASSUME_ATTACHED_FUNCTION { BtBuffer_Release(view); }
static int is_released(const Bt_buffer *view) BT_ASSUME_ATTACHED_FUNCTION { return view->obj == NULL; }
static void mark_released(Bt_buffer *view) BT_ASSUME_ATTACHED_FUNCTION { view->obj = NULL; }

void BtBuffer_ReleaseAnyState(Bt_buffer *view)
{
    if (is_released(view)) {
        return;
    }
    if (_bt_current.state != NULL) {
        release_buffer(view);
    } else {
        add(NULL, view);
        mark_released(view);
    }
}

void _bt_drop_late(void)
{
    // Cleared first: what is added from here on sets it again.
    _bt_attention_clear(BT_ATTENTION_LATE_DROPS);
    // The whole list at once: nobody takes single entries, so an entry that comes back at the same address harms nothing.
    struct BtLateDrop_ *drop = __atomic_exchange_n(&_bt_late_drops, NULL, __ATOMIC_ACQUIRE);
    while (drop != NULL) {
        struct BtLateDrop_ *next = drop->next;
        if (drop->object != NULL) {
            Bt_DECREF_(drop->object);
        } else {
            BtBuffer_Release(&drop->view);
        }
        free(drop);
        drop = next;
    }
}
