// Counting that is not the common case: other threads' objects, counts that would wrap, detached threads.
// In C because the inline functions of refcount.h call it from extensions.
//
// `ob_ref_shared` holds, shifted left by two, the references counted by other threads than the owner, and in its low
// bits how far merging has come, as PEP 703 has it: a merged object is counted there alone. A state never goes back.
#include "lock_state.h"
#include "baton/type.h"

#define SHARED_UNIT 4
#define SHARED_STATE 3
#define SHARED_WEAK 1    // another thread may take a reference by a weak one: the owner merges before it frees
#define SHARED_QUEUED 2  // the owner has been asked to merge
#define SHARED_MERGED 3

static intptr_t state_of(intptr_t shared) { return shared & SHARED_STATE; }

/// Whether this thread may count as the owner although the inline code said no: in checked mode, where the lock makes
/// every attached thread one.
static int is_owner(BtObject *object)
{
    uint16_t owner = __atomic_load_n(&object->ob_owner, __ATOMIC_RELAXED);
    return owner == _bt_current.number || (_bt_current.number == BT_OWNER_CHECKED && owner == BT_NUMBER_LOCKED);
}

/// In checked mode: report a count of an object that was freed, and leave it alone.
static int is_freed(uint16_t owner, BtObject *object, int is_drop)
{
    if (BT_LIKELY(owner != BT_OWNER_FREED) || _bt_freed_hook == NULL) {
        return 0;
    }
    _bt_freed_hook(object, is_drop);
    return 1;
}

static void require_attached(BtObject *object, const char *function)
{
    if (_bt_current.number == BT_OWNER_NONE) {
        BtTypeObject *type = object->ob_type;
        _bt_fatal_rule(2, function, "expected an attached thread, got one inside an allow-threads block; the object is"
                       " a '%s' at %p", type != NULL && type->tp_name != NULL ? type->tp_name : "?", (void *)object);
    }
}

void _bt_incref_slow(BtObject *object)
{
    uint16_t owner = __atomic_load_n(&object->ob_owner, __ATOMIC_RELAXED);
    if (owner == BT_OWNER_IMMORTAL) {
        return;
    }
    require_attached(object, "Bt_INCREF");
    if (is_owner(object)) {
        if (object->ob_ref_local == UINT32_MAX) {
            _bt_make_immortal(object);
        } else {
            object->ob_ref_local += 1;
        }
        return;
    }
    if (!is_freed(owner, object, 0)) {
        __atomic_add_fetch(&object->ob_ref_shared, SHARED_UNIT, __ATOMIC_RELAXED);
    }
}

void _bt_decref_slow(BtObject *object)
{
    uint16_t owner = __atomic_load_n(&object->ob_owner, __ATOMIC_RELAXED);
    if (owner == BT_OWNER_IMMORTAL) {
        return;
    }
    require_attached(object, "Bt_DECREF");
    if (is_owner(object)) {
        if (--object->ob_ref_local == 0) {
            _bt_decref_to_zero(object);
        }
        return;
    }
    if (is_freed(owner, object, 1)) {
        return;
    }
    intptr_t shared = __atomic_load_n(&object->ob_ref_shared, __ATOMIC_RELAXED);
    for (;;) {
        // The reference that this thread drops was counted by the owner. It passes to a queue: the owner drops it there.
        int asks = shared >> 2 == 0 && state_of(shared) < SHARED_QUEUED;
        intptr_t next = asks ? SHARED_QUEUED : shared - SHARED_UNIT;
        if (__atomic_compare_exchange_n(&object->ob_ref_shared, &shared, next, 0, __ATOMIC_ACQ_REL,
                                        __ATOMIC_RELAXED)) {
            if (asks) {
                _bt_merge_later(object, owner);
            } else if (next == SHARED_MERGED) {
                object->ob_type->tp_dealloc(object);
            }
            return;
        }
    }
}

void _bt_decref_to_zero(BtObject *object)
{
    if (BT_UNLIKELY(__atomic_load_n(&object->ob_ref_shared, __ATOMIC_ACQUIRE) != 0)
        && !_bt_merge_counts(object, 0)) {
        return;
    }
    object->ob_type->tp_dealloc(object);
}

int _bt_merge_counts(BtObject *object, int dropped)
{
    intptr_t local = (intptr_t)object->ob_ref_local - dropped;
    intptr_t shared = __atomic_load_n(&object->ob_ref_shared, __ATOMIC_RELAXED);
    intptr_t next;
    if (state_of(shared) == SHARED_MERGED) {
        local = -dropped;
    }
    // The owner goes first: once the counts are merged, another thread may free the object.
    object->ob_ref_local = 0;
    __atomic_store_n(&object->ob_owner, BT_OWNER_MERGED, __ATOMIC_RELEASE);
    do {
        next = (shared + local * SHARED_UNIT) | SHARED_MERGED;
    } while (!__atomic_compare_exchange_n(&object->ob_ref_shared, &shared, next, 0, __ATOMIC_ACQ_REL,
                                          __ATOMIC_RELAXED));
    return next >> 2 == 0;
}

int _bt_try_incref(BtObject *object)
{
    if (__atomic_load_n(&object->ob_owner, __ATOMIC_RELAXED) == BT_OWNER_IMMORTAL) {
        return 1;
    }
    require_attached(object, "BtWeakref_GetRef");
    if (is_owner(object)) {
        if (object->ob_ref_local == 0) {
            return 0;
        }
        Bt_INCREF_(object);
        return 1;
    }
    intptr_t shared = __atomic_load_n(&object->ob_ref_shared, __ATOMIC_RELAXED);
    do {
        // Without a state the owner may be about to free it without a look at this field.
        if (state_of(shared) == 0 || shared == SHARED_MERGED) {
            return 0;
        }
    } while (!__atomic_compare_exchange_n(&object->ob_ref_shared, &shared, shared + SHARED_UNIT, 0, __ATOMIC_ACQ_REL,
                                          __ATOMIC_RELAXED));
    return 1;
}

void _bt_weakly_referenced(BtObject *object)
{
    if (__atomic_load_n(&object->ob_owner, __ATOMIC_RELAXED) == BT_OWNER_IMMORTAL) {
        return;
    }
    intptr_t shared = __atomic_load_n(&object->ob_ref_shared, __ATOMIC_RELAXED);
    while (state_of(shared) == 0
           && !__atomic_compare_exchange_n(&object->ob_ref_shared, &shared, shared | SHARED_WEAK, 0, __ATOMIC_ACQ_REL,
                                           __ATOMIC_RELAXED)) {
    }
}

void _bt_make_immortal(BtObject *object)
{
    __atomic_store_n(&object->ob_owner, BT_OWNER_IMMORTAL, __ATOMIC_RELEASE);
}

void Bt_IncRef(BtObject *object) { Bt_XINCREF_(object); }
void Bt_DecRef(BtObject *object) { Bt_XDECREF_(object); }

Bt_ssize_t Bt_REFCNT_(BtObject *object)
{
    uint16_t owner = __atomic_load_n(&object->ob_owner, __ATOMIC_RELAXED);
    if (owner == BT_OWNER_IMMORTAL) {
        return UINT32_MAX;
    }
    return (Bt_ssize_t)object->ob_ref_local + (__atomic_load_n(&object->ob_ref_shared, __ATOMIC_RELAXED) >> 2);
}

void Bt_SET_REFCNT_(BtObject *object, Bt_ssize_t count)
{
    if (__atomic_load_n(&object->ob_owner, __ATOMIC_RELAXED) == BT_OWNER_IMMORTAL) {
        return;
    }
    object->ob_ref_shared = 0;
    object->ob_owner = _bt_current.new_owner;
    object->ob_ref_local = (uint32_t)count;
}

int BtUnstable_Object_IsUniquelyReferenced(BtObject *object) { return Bt_REFCNT_(object) == 1; }
