// What breaks the contract ends the process with the rule's number. (That correct code stays silent, the other tables
// show.)
#include "harness.h"

static BtThreadState *stolen;

static void save_twice(void)
{
    BtEval_SaveThread();
    BtEval_SaveThread();
}
static void restore_twice(void)
{
    BtThreadState *state = BtEval_SaveThread();
    BtEval_RestoreThread(state);
    BtEval_RestoreThread(state);
}
static void restore_null(void)
{
    BtEval_SaveThread();
    BtEval_RestoreThread(NULL);
}
static void *restore_stolen(void *argument)
{
    (void)argument;
    BtEval_RestoreThread(stolen);
    return NULL;
}
static void restore_on_other_thread(void)
{
    stolen = BtEval_SaveThread();
    join(start(restore_stolen, NULL));
}
static void restore_deleted(void)
{
    BtThreadState *state = BtThreadState_New(BtInterpreterState_Main());
    BtThreadState_Delete(state);
    BtEval_SaveThread();
    BtEval_RestoreThread(state);
}
static void release_other_state(void) { BtEval_ReleaseThread(BtThreadState_New(BtInterpreterState_Main())); }
static void release_detached(void)
{
    BtThreadState *state = BtEval_SaveThread();
    BtEval_ReleaseThread(state);
}
static void release_without_ensure(void) { BtGILState_Release(BtGILState_LOCKED); }
static void release_detached_ensure(void)
{
    BtGILState_STATE state = BtGILState_Ensure();
    BtEval_SaveThread();
    BtGILState_Release(state);
}
static void *end_attached(void *argument)
{
    (void)argument;
    BtGILState_STATE state = BtGILState_Ensure();
    (void)state;
    return NULL;
}
static void thread_ends_attached(void)
{
    BtEval_SaveThread();
    join(start(end_attached, NULL));
}
static void delete_attached(void) { BtThreadState_Delete(BtThreadState_Get()); }
static void delete_twice(void)
{
    BtThreadState *state = BtThreadState_New(BtInterpreterState_Main());
    BtThreadState_Delete(state);
    BtThreadState_Delete(state);
}
static void get_detached(void)
{
    BtEval_SaveThread();
    BtThreadState_Get();
}
static void safe_point_detached(void)
{
    BtEval_SaveThread();
    BtErr_SetInterrupt();
    BtEval_SafePoint();
}
static void count_detached(int is_decref)
{
    static BtTypeObject type = {BtVarObject_HEAD_INIT(NULL, 0).tp_name = "parcel"};
    BtObject object;
    _bt_object_init_head(&object, &type);
    BtEval_SaveThread();
    if (is_decref) {
        Bt_DECREF(&object);
    } else {
        Bt_INCREF(&object);
    }
}
static void incref_detached(void) { count_detached(0); }
static void decref_detached(void) { count_detached(1); }
static void unlock_unlocked(void)
{
    static BtMutex mutex;
    BtMutex_Unlock(&mutex);
}
static void release_unlocked(void) { BtThread_release_lock(BtThread_allocate_lock()); }
static void close_twice(void)
{
    BtInterpreterGuard *guard = BtInterpreterGuard_FromCurrent();
    BtInterpreterGuard_Close(guard);
    BtInterpreterGuard_Close(guard);
}
static void ensure_null(void) { (void)!BtThreadState_Ensure(NULL); }

const Case misuse_cases[] = {
    {"blocks do not nest", ALL, save_twice, "BtEval_SaveThread: expected an attached thread, got one that is not attached; blocks do not nest (R3). See: baton explain R3"},
    {"restored twice", ALL, restore_twice, "BtEval_RestoreThread: expected a detached thread, got one that is attached already; each save is restored once (R3)"},
    {"restored with NULL", ADAPTIVE, restore_null, "expected the thread state that the save returned, got NULL (R3)"},
    {"restored on another thread", ALL, restore_on_other_thread, "BtEval_RestoreThread: expected a thread state of this thread, got that of thread"},
    {"restored after its deletion", ADAPTIVE, restore_deleted, "expected a living thread state, got one that was deleted (R3)"},
    {"released another state", ADAPTIVE, release_other_state, "BtEval_ReleaseThread: expected the thread state that is attached, got another one (R3)"},
    {"released while detached", ADAPTIVE, release_detached, "BtEval_ReleaseThread: expected an attached thread"},
    {"released without an ensure", ADAPTIVE, release_without_ensure, "BtGILState_Release: expected a matching ensure on this thread, got none (R5)"},
    {"released an ensure while detached", ADAPTIVE, release_detached_ensure, "BtGILState_Release: expected an attached thread, got one that is not attached (R5)"},
    {"a thread ends attached", ALL, thread_ends_attached, "got a thread that ends attached (R5)"},
    {"the attached state is deleted", ADAPTIVE, delete_attached, "BtThreadState_Delete: expected a detached thread state"},
    {"deleted twice", ADAPTIVE, delete_twice, "BtThreadState_Delete: expected a living thread state, got one that was deleted (R3)"},
    {"asked for the state while detached", ADAPTIVE, get_detached, "BtThreadState_Get: expected an attached thread, got one that is not attached (R1)"},
    {"a safe point while detached", ADAPTIVE, safe_point_detached, "BtEval_SafePoint: expected an attached thread, got one that is not attached (R1)"},
    {"took a reference in a block", ALL, incref_detached, "Bt_INCREF: expected an attached thread, got one inside an allow-threads block; the object is a 'parcel'"},
    {"dropped a reference in a block", ALL, decref_detached, "(R2). See: baton explain R2"},
    {"unlocked an unlocked mutex", ADAPTIVE, unlock_unlocked, "BtMutex_Unlock: expected a locked mutex, got one that is not locked (R8)"},
    {"released an unlocked lock", ADAPTIVE, release_unlocked, "BtThread_release_lock: expected a locked lock, got one that is not locked (R8)"},
    {"closed a guard twice", ADAPTIVE, close_twice, "BtInterpreterGuard_Close: expected an open guard, got none (R5)"},
    {"ensured with no guard", ADAPTIVE, ensure_null, "BtThreadState_Ensure: expected an open guard, got NULL (R10)"},
    {NULL, 0, NULL, NULL},
};
