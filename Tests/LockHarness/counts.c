// Reference counts that leave the inline path.
#include "harness.h"

#include "baton/host.h"

static int deallocated;
static void count_dealloc(BtObject *object)
{
    CHECK(object->ob_type->tp_dealloc == count_dealloc);
    __atomic_fetch_add(&deallocated, 1, __ATOMIC_SEQ_CST);
}
static BtTypeObject type = {BtVarObject_HEAD_INIT(NULL, 0).tp_name = "thing", .tp_dealloc = count_dealloc};

static void make(BtObject *object) { _bt_object_init_head(object, &type); }

static void owner_counts(void)
{
    BtObject object;
    make(&object);
    Bt_INCREF(&object);
    CHECK(Bt_REFCNT(&object) == 2);
    Bt_DecRef(&object);
    Bt_IncRef(NULL);
    Bt_DecRef(NULL);
    CHECK(deallocated == 0 && Bt_REFCNT(&object) == 1);
    Bt_DECREF(&object);
    CHECK(deallocated == 1);
}

static void immortal(void)
{
    BtObject object;
    make(&object);
    _bt_make_immortal(&object);
    BtObject before = object;
    Bt_INCREF(&object);
    Bt_DECREF(&object);
    Bt_DECREF(&object);
    CHECK(memcmp(&before, &object, sizeof object) == 0 && deallocated == 0);
    CHECK(Bt_REFCNT(&object) > 1000000);
    Bt_BEGIN_ALLOW_THREADS
    Bt_INCREF(&object);  // harmless anywhere
    Bt_DECREF(&object);
    Bt_END_ALLOW_THREADS
}

static void wraps(void)
{
    BtObject object;
    make(&object);
    object.ob_ref_local = UINT32_MAX;
    Bt_INCREF(&object);
    CHECK(object.ob_owner == BT_OWNER_IMMORTAL);
    Bt_DECREF(&object);
    CHECK(deallocated == 0);
}

static BtObject shared[64];

static void *count_many(void *argument)
{
    (void)argument;
    BtGILState_STATE state = BtGILState_Ensure();
    for (int round = 0; round < 50; round++) {
        for (int i = 0; i < 64; i++) {
            Bt_INCREF(&shared[i]);
        }
        CHECK(BtEval_SafePoint() == 0);
        for (int i = 0; i < 64; i++) {
            Bt_DECREF(&shared[i]);
        }
    }
    for (int i = 0; i < 64; i++) {
        Bt_DECREF(&shared[i]);  // the reference that the main thread gave it
    }
    BtGILState_Release(state);
    return NULL;
}

static void shared_between(void)
{
    enum { COUNT = 4 };
    pthread_t threads[COUNT];
    for (int i = 0; i < 64; i++) {
        make(&shared[i]);
        for (int t = 0; t < COUNT; t++) {
            Bt_INCREF(&shared[i]);
        }
    }
    BtThreadState *state = BtEval_SaveThread();
    for (int t = 0; t < COUNT; t++) {
        threads[t] = start(count_many, NULL);
    }
    BtEval_RestoreThread(state);
    for (int i = 0; i < 64; i++) {
        Bt_DECREF(&shared[i]);
        CHECK(BtEval_SafePoint() == 0);
    }
    BtEval_SaveThread();
    for (int t = 0; t < COUNT; t++) {
        join(threads[t]);
    }
    BtEval_RestoreThread(state);
    CHECK(BtEval_SafePoint() == 0);
    CHECK(deallocated == 64);
    CHECK((_bt_attention() & BT_ATTENTION_MERGE) == 0);
}

static BtObject orphans[8];

static void *make_and_end(void *argument)
{
    (void)argument;
    BtGILState_STATE state = BtGILState_Ensure();
    for (int i = 0; i < 8; i++) {
        make(&orphans[i]);
        CHECK(orphans[i].ob_owner == _bt_current.number && orphans[i].ob_owner != BT_NUMBER_LOCKED);
        Bt_INCREF(&orphans[i]);
    }
    BtGILState_Release(state);
    return NULL;
}

static void outlives_owner(void)
{
    BtThreadState *state = BtEval_SaveThread();
    join(start(make_and_end, NULL));
    BtEval_RestoreThread(state);
    for (int i = 0; i < 8; i++) {
        Bt_INCREF(&orphans[i]);
        Bt_DECREF(&orphans[i]);
        Bt_DECREF(&orphans[i]);
        CHECK(deallocated == i && Bt_REFCNT(&orphans[i]) == 1);
        Bt_DECREF(&orphans[i]);
        CHECK(deallocated == i + 1);
    }
}

static BtObject watched;
static int is_watched;

static void *take_and_drop(void *argument)
{
    int *taken = argument;
    BtGILState_STATE state = BtGILState_Ensure();
    while (__atomic_load_n(&is_watched, __ATOMIC_ACQUIRE) == 0) {
        CHECK(BtEval_SafePoint() == 0);
    }
    while (_bt_try_incref(&watched)) {
        CHECK(__atomic_load_n(&deallocated, __ATOMIC_SEQ_CST) == 0);
        *taken += 1;
        Bt_DECREF(&watched);
        CHECK(BtEval_SafePoint() == 0);
    }
    CHECK(__atomic_load_n(&deallocated, __ATOMIC_SEQ_CST) <= 1);
    BtGILState_Release(state);
    return NULL;
}

static void weakly_taken(void)
{
    enum { COUNT = 3 };
    pthread_t threads[COUNT];
    int taken[COUNT] = {0};
    make(&watched);
    _bt_weakly_referenced(&watched);
    BtThreadState *state = BtEval_SaveThread();
    for (int i = 0; i < COUNT; i++) {
        threads[i] = start(take_and_drop, &taken[i]);
    }
    BtEval_RestoreThread(state);
    __atomic_store_n(&is_watched, 1, __ATOMIC_RELEASE);
    for (int i = 0; i < 1000; i++) {
        CHECK(_bt_try_incref(&watched) == 1);
        CHECK(BtEval_SafePoint() == 0);
        Bt_DECREF(&watched);
    }
    Bt_DECREF(&watched);
    BtEval_SaveThread();
    for (int i = 0; i < COUNT; i++) {
        join(threads[i]);
    }
    BtEval_RestoreThread(state);
    CHECK(deallocated == 1 && _bt_try_incref(&watched) == 0);
}

const Case count_cases[] = {
    {"the owner counts", ADAPTIVE, owner_counts, NULL},
    {"in checked mode too", ADAPTIVE | CHECKED, owner_counts, NULL},
    {"an immortal object is never written to", ADAPTIVE, immortal, NULL},
    {"a count that would wrap becomes immortal", ADAPTIVE, wraps, NULL},
    {"and in checked mode", ADAPTIVE | CHECKED, wraps, NULL},
    {"threads of the locked mode share objects", ALL, shared_between, NULL},
    {"threads of the free-threaded mode share objects", ADAPTIVE | FREE_THREADED, shared_between, NULL},
    {"a weak reference gives a live object or none", ADAPTIVE, weakly_taken, NULL},
    {"in the free-threaded mode too", ADAPTIVE | FREE_THREADED, weakly_taken, NULL},
    {"an object outlives its owner", ADAPTIVE | FREE_THREADED, outlives_owner, NULL},
    {NULL, 0, NULL, NULL},
};
