// Defects on purpose, one a function: what a sanitizer must report, or it is not on. For SeededDefectTests.swift.
#define _XOPEN_SOURCE 700  // barriers

#include <baton.h>
#include <pthread.h>
#include <stdlib.h>

static BtObject *race(BtObject *self, BtObject *args) BT_ATTACHED;
static BtObject *use_after_free(BtObject *self, BtObject *args) BT_ATTACHED;
static BtObject *use_object_after_free(BtObject *self, BtObject *args) BT_ATTACHED;

static long unguarded;
static pthread_barrier_t both_detached;

/// Detached, two threads count without a lock of their own: against R8.
static void *count_up(void *argument)
{
    (void)argument;
    BtGILState_STATE state = BtGILState_Ensure();
    Bt_BEGIN_ALLOW_THREADS
    // Else one might be done, and have handed the lock on, before the other begins: that would be no race.
    pthread_barrier_wait(&both_detached);
    for (int i = 0; i < 1000; i++) {
        unguarded += 1;
    }
    Bt_END_ALLOW_THREADS
    BtGILState_Release(state);
    return NULL;
}

static BtObject *race(BtObject *BT_UNUSED(self), BtObject *BT_UNUSED(args))
{
    Bt_BEGIN_ALLOW_THREADS
    pthread_t threads[2];
    pthread_barrier_init(&both_detached, NULL, 2);
    for (int i = 0; i < 2; i++) {
        pthread_create(&threads[i], NULL, count_up, NULL);
    }
    for (int i = 0; i < 2; i++) {
        pthread_join(threads[i], NULL);
    }
    Bt_END_ALLOW_THREADS
    return BtLong_FromLong(unguarded);
}

static BtObject *use_after_free(BtObject *BT_UNUSED(self), BtObject *BT_UNUSED(args))
{
    volatile char *memory = malloc(100);
    if (memory == NULL) {
        return BtErr_NoMemory();
    }
    memory[7] = 1;
    free((void *)memory);
    return BtLong_FromLong(memory[7]);
}

/// Memory of objects is the runtime's own: it tells the sanitizer what is freed.
static BtObject *use_object_after_free(BtObject *BT_UNUSED(self), BtObject *BT_UNUSED(args))
{
    BtObject *list = BtList_New(0);
    if (list == NULL) {
        return NULL;
    }
    BtObject *volatile dangling = list;
    Bt_DECREF(list);
    return BtLong_FromSsize_t(BtList_GET_SIZE(dangling));
}

static BtMethodDef methods[] = {
    {"race", race, BT_METH_NOARGS, NULL},
    {"use_after_free", use_after_free, BT_METH_NOARGS, NULL},
    {"use_object_after_free", use_object_after_free, BT_METH_NOARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static BtModuleDef module = {BtModuleDef_HEAD_INIT, .m_name = "seeded_test", .m_size = 0, .m_methods = methods};

BtMODINIT_FUNC BtInit_seeded_test(void) { return BtModuleDef_Init(&module); }
