/// @file thread.h
/// The threading contract and its functions: save and restore, allow-threads blocks, attaching, thread states.
///
/// One lock guards all objects. A thread that holds it is *attached*; only attached threads run API code. Native code
/// that takes long puts the lock down for others with three lines:
///
///     Bt_BEGIN_ALLOW_THREADS
///     status = deflate(&stream, Z_FINISH);      // native data only
///     Bt_END_ALLOW_THREADS
///
/// The contract:
///
/// | rule | |
/// |------|---|
/// | R1   | Only an attached thread touches an object or calls the API. |
/// | R2   | Inside an allow-threads block: native data only. What the block reads or writes is pinned before it (a reference held, a buffer exported) and released after it. |
/// | R3   | Each save is restored once, by the same thread, with the state that it returned. Blocks do not nest. |
/// | R4   | No way out of a block but its end: no return, goto, break, longjmp, exception. |
/// | R5   | A thread that the runtime did not make attaches before and detaches after, in pairs. |
/// | R6   | After a block everything may have changed: look again at what was borrowed, at sizes, at whether it is still open. |
/// | R7   | A wait or a long computation never holds the lock; a short one never releases it. |
/// | R8   | Native state shared by threads has its own lock (BtMutex); that lock is never held while waiting to attach. |
/// | R9   | An error is set if and only if the call returns its error value; it is set while attached. |
/// | R10  | After shutdown has begun, a new attach may fail, and the caller copes. |
///
/// `baton check FILE.c` finds most breaches when an extension is compiled, `baton --check` those that show when it runs;
/// `baton explain R2` tells more of a rule. clang's `-Wthread-safety` alone finds much of R1 to R5 too. A breach of R3 or
/// R5 ends the process with a message that names the function, what it expected, and the rule.
///
/// What to know of a block:
/// - an early way out (`return`, `goto`, `break`): put Bt_BLOCK_THREADS before it; clang reports a way out without one;
/// - a release that depends on a size has macros of its own, Bt_BEGIN_ALLOW_THREADS_IF and Bt_END_ALLOW_THREADS_IF;
/// - a C++ exception must be caught inside the block: nothing attaches again on the way out;
/// - `errno` after the block is what it was at the end of the block, before it what it was at its beginning;
/// - a block costs a few nanoseconds while nobody waits for the lock;
/// - at shutdown a thread inside a block is a user of the runtime: its restore succeeds, and its next safe point raises
///   SystemExit.
#ifndef BATON_THREAD_H
#define BATON_THREAD_H

#include <pthread.h>

#include "current.h"
#include "follow.h"
#include "object.h"

BT_BEGIN_DECLS

/// The whole of the runtime, as far as CPython's signatures ask for it: there is one.
typedef struct BtInterpreterState BtInterpreterState;

// --- Save and restore.

/// Detach: put the lock down, so that other threads run. From here to the restore: native data only (R2).
///
/// Errors:  cannot fail; when the thread is not attached the process ends with R3.
/// Threads: hands the lock to a waiter if there is one. Keeps errno. The result belongs to this thread.
/// Mirrors: PyEval_SaveThread.
BT_API BtThreadState *BtEval_SaveThread(void) BT_DETACHES BT_ERR(none) BT_SAFETY(distinct);

/// Attach again with the state that BtEval_SaveThread returned; waits for the lock.
///
/// Errors:  cannot fail, also after shutdown has begun; a state of another thread, or a thread that is attached, ends
///          the process with R3.
/// Threads: may switch threads (R6). Keeps errno. Never call it while holding a native lock (R8).
/// Mirrors: PyEval_RestoreThread.
BT_API void BtEval_RestoreThread(BtThreadState *state) BT_ATTACHES BT_ERR(none) BT_SAFETY(distinct);

// Both are inline while nothing is to be decided; why that is right is told in the lock's own files.

BT_INLINE_ABI BtThreadState *_bt_save_slow(BtThreadState *state) BT_ANY_STATE;
BT_INLINE_ABI BtThreadState *_bt_save_unusual(void) BT_ANY_STATE;
BT_INLINE_ABI void _bt_acquire_slow(BtThreadState *state) BT_ANY_STATE;
BT_INLINE_ABI void _bt_restore_unusual(BtThreadState *state, const char *function) BT_ANY_STATE;

/// Detach `state`, which is this thread's attached one. Not 0: the slow path has something to decide.
BT_INLINE uint32_t _bt_detach_fast(BtThreadState *state)
{
    struct BtThreadHead_ *head_ = BT_CAST(struct BtThreadHead_ *, state);
    _bt_current.number = BT_OWNER_NONE;
    _bt_current.new_owner = BT_OWNER_NONE;
    _bt_current.state = NULL;
    __atomic_store_n(&head_->state, 0u, __ATOMIC_RELEASE);
    __atomic_signal_fence(__ATOMIC_SEQ_CST);  // the processor's half is the waiter's membarrier
    return __atomic_load_n(&_bt_lock_head.attention, __ATOMIC_RELAXED)
        | __atomic_load_n(&head_->full_releases, __ATOMIC_RELAXED);
}

/// What follows when the lock is held.
BT_INLINE void _bt_acquired(BtThreadState *state)
{
    struct BtThreadHead_ *head_ = BT_CAST(struct BtThreadHead_ *, state);
    __atomic_store_n(&head_->acquisitions, __atomic_load_n(&head_->acquisitions, __ATOMIC_RELAXED) + 1,
                     __ATOMIC_RELAXED);
    _bt_current.number = head_->number;
    _bt_current.new_owner = head_->new_owner;
    _bt_current.state = state;
}

/// Attach `state`, which is this thread's; it has no other one attached.
BT_INLINE void _bt_acquire(BtThreadState *state)
{
    __atomic_store_n(&BT_CAST(struct BtThreadHead_ *, state)->state, 1u, __ATOMIC_RELAXED);
    __atomic_signal_fence(__ATOMIC_SEQ_CST);
    if (BT_UNLIKELY(__atomic_load_n(&_bt_lock_head.attention, __ATOMIC_ACQUIRE) != 0
                    || __atomic_load_n(&_bt_lock_head.holder, __ATOMIC_ACQUIRE) != state)) {
        _bt_acquire_slow(state);
        return;
    }
    _bt_acquired(state);
}

/// Say whether a state is not plainly this thread's detached one.
BT_INLINE int _bt_is_unusual(BtThreadState *state)
{
    return state == NULL || BT_CAST(struct BtThreadHead_ *, state)->thread != &_bt_current || _bt_current.state != NULL;
}

BT_INLINE BtThreadState *_bt_save_thread(void) BT_DETACHES BT_ASSUME_ATTACHED_FUNCTION
{
    BtThreadState *state_ = _bt_current.state;
    if (BT_UNLIKELY(state_ == NULL)) {
        return _bt_save_unusual();
    }
    return BT_UNLIKELY(_bt_detach_fast(state_) != 0) ? _bt_save_slow(state_) : state_;
}

BT_INLINE void _bt_restore_thread(BtThreadState *state) BT_ATTACHES BT_ASSUME_ATTACHED_FUNCTION
{
    if (BT_UNLIKELY(_bt_is_unusual(state))) {
        _bt_restore_unusual(state, "BtEval_RestoreThread");
        return;
    }
    _bt_acquire(state);
}

#define BtEval_SaveThread() _bt_save_thread()
#define BtEval_RestoreThread(state) _bt_restore_thread(state)

/// Open an allow-threads block. On return: detached. A C++ exception must not leave the block. Keeps errno.
/// Mirrors: Py_BEGIN_ALLOW_THREADS.
#define Bt_BEGIN_ALLOW_THREADS                                              \
    {                                                                       \
        BtThreadState *bt_save_ = BT_FOLLOW_BEGIN_(BtEval_SaveThread());    \
        BT_FOLLOW_FLAG_
/// Inside a block: attach for a moment, or before leaving the block early. Mirrors: Py_BLOCK_THREADS.
#define Bt_BLOCK_THREADS BT_FOLLOW_BLOCK_(BtEval_RestoreThread(bt_save_));
/// Inside a block, after Bt_BLOCK_THREADS: detach again. Mirrors: Py_UNBLOCK_THREADS.
#define Bt_UNBLOCK_THREADS BT_FOLLOW_UNBLOCK_(bt_save_ = BtEval_SaveThread());
/// Close an allow-threads block. On return: attached; everything may have changed (R6). Succeeds also at shutdown.
/// Mirrors: Py_END_ALLOW_THREADS.
#define Bt_END_ALLOW_THREADS                                \
        BT_FOLLOW_BLOCK_(BtEval_RestoreThread(bt_save_));   \
    }

/// Save if `condition` is true, else stay attached and return NULL. What follows is checked as if it were detached.
BT_INLINE BtThreadState *_bt_save_thread_if(int condition) BT_DETACHES BT_ASSUME_ATTACHED_FUNCTION
{
    return condition ? _bt_save_thread() : NULL;
}

/// Undo _bt_save_thread_if.
BT_INLINE void _bt_restore_thread_if(BtThreadState *state) BT_ATTACHES BT_ASSUME_ATTACHED_FUNCTION
{
    if (state != NULL) {
        _bt_restore_thread(state);
    }
}

/// Open an allow-threads block whose thread is detached only if `condition` is true: short work keeps the lock (R7).
///
///     Bt_BEGIN_ALLOW_THREADS_IF(size >= 2048)
///     digest = hash(bytes, size);
///     Bt_END_ALLOW_THREADS_IF
///
/// The block is checked as if it were detached in any case; an `if` around a save cannot be checked, clang reports it.
/// An early way out needs Bt_BLOCK_THREADS_IF before it. Errors, errno, exceptions and shutdown: as in the plain block.
#define Bt_BEGIN_ALLOW_THREADS_IF(condition)                                                \
    {                                                                                       \
        BtThreadState *bt_save_if_ = BT_FOLLOW_BEGIN_(_bt_save_thread_if(!!(condition)));   \
        BT_FOLLOW_FLAG_
/// Inside such a block: attach before leaving it early.
#define Bt_BLOCK_THREADS_IF BT_FOLLOW_BLOCK_(_bt_restore_thread_if(bt_save_if_));
/// Close such a block.
#define Bt_END_ALLOW_THREADS_IF                                     \
        BT_FOLLOW_BLOCK_(_bt_restore_thread_if(bt_save_if_));       \
    }

/// Attach with a state made by BtThreadState_New. The state belongs to this thread from then on.
///
/// Errors:  cannot fail; misuse ends the process with R3.
/// Mirrors: PyEval_AcquireThread.
BT_API void BtEval_AcquireThread(BtThreadState *state) BT_ATTACHES_THREAD BT_ERR(none) BT_SAFETY(distinct);

/// Detach the state that is attached, which must be `state`. Mirrors: PyEval_ReleaseThread.
BT_API void BtEval_ReleaseThread(BtThreadState *state) BT_DETACHES_THREAD BT_ERR(none) BT_SAFETY(distinct);

// --- Threads that the runtime did not make.

/// Whether the thread was attached before BtGILState_Ensure.
typedef enum BtGILState_STATE { BtGILState_LOCKED, BtGILState_UNLOCKED } BtGILState_STATE;

/// Attach this thread, whether it has done so before or not, and whether it is attached or not (R5).
///
/// The first call on a thread makes its thread state, which stays for the thread's life; later ones cost no more than
/// a restore. Code that can run after shutdown uses BtThreadState_EnsureFromView, which can fail.
///
/// Errors:  cannot fail; without memory for a thread state the process ends.
/// Threads: pass the result to BtGILState_Release on this thread. Pairs nest.
/// Mirrors: PyGILState_Ensure.
BT_API BtGILState_STATE BtGILState_Ensure(void) BT_ATTACHES_ENSURED BT_ERR(none) BT_SAFETY(atomic) BT_MUST_USE;

/// Undo the matching BtGILState_Ensure: the outermost one detaches.
///
/// Errors:  cannot fail; a release without its ensure ends the process with R5.
/// Mirrors: PyGILState_Release.
BT_API void BtGILState_Release(BtGILState_STATE state) BT_DETACHES_ENSURED BT_ERR(none) BT_SAFETY(atomic);

/// Say whether this thread is attached. Mirrors: PyGILState_Check.
BT_API int BtGILState_Check(void) BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);

/// Return the thread state that stays with this thread, attached or not; NULL if it has none.
/// Mirrors: PyGILState_GetThisThreadState.
BT_API BtThreadState *BtGILState_GetThisThreadState(void) BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);

// --- Attaching that can fail (PEP 788).

/// While one is open, shutdown waits for it (until its deadline).
typedef struct BtInterpreterGuard BtInterpreterGuard;
/// A name for the runtime that may outlive it.
typedef struct BtInterpreterView BtInterpreterView;
/// What BtThreadState_Ensure did and BtThreadState_Release undoes.
typedef struct BtThreadStateToken BtThreadStateToken;

/// Open a guard. Mirrors: PyInterpreterGuard_FromCurrent.
///
/// Errors: NULL with a RuntimeError set after shutdown has begun (R10).
BT_API BtInterpreterGuard *BtInterpreterGuard_FromCurrent(void) BT_ATTACHED BT_ERR(NULL) BT_SAFETY(atomic);
/// Open a guard from a view, attached or not: NULL, and no exception, after shutdown has begun (R10).
/// Mirrors: PyInterpreterGuard_FromView.
BT_API BtInterpreterGuard *BtInterpreterGuard_FromView(BtInterpreterView *view)
    BT_ANY_STATE BT_FAILS(NULL) BT_SAFETY(atomic);
/// Close a guard. Mirrors: PyInterpreterGuard_Close.
BT_API void BtInterpreterGuard_Close(BtInterpreterGuard *guard) BT_ANY_STATE BT_ERR(none) BT_SAFETY(distinct);
/// Make a view of the runtime. Mirrors: PyInterpreterView_FromCurrent.
BT_API BtInterpreterView *BtInterpreterView_FromCurrent(void) BT_ATTACHED BT_ERR(NULL) BT_SAFETY(atomic);
/// Make a view of the runtime, attached or not. Mirrors: PyInterpreterView_FromMain.
BT_API BtInterpreterView *BtInterpreterView_FromMain(void) BT_ANY_STATE BT_FAILS(NULL) BT_SAFETY(atomic);
/// Free a view. Mirrors: PyInterpreterView_Close.
BT_API void BtInterpreterView_Close(BtInterpreterView *view) BT_ANY_STATE BT_ERR(none) BT_SAFETY(distinct);

/// Attach this thread under an open guard; NULL, still detached, if there is no memory. Pairs nest.
///
/// A NULL result leaves the thread as it was. clang's analysis counts the thread as attached from here on, so it does
/// not find a result that is not looked at; with BT_CONTRACT defined it finds one that is thrown away.
/// Mirrors: PyThreadState_Ensure.
BT_API BtThreadStateToken *BT_MAYBE_NULL_ BtThreadState_Ensure(BtInterpreterGuard *guard)
    BT_ATTACHES_OR_FAILS BT_FAILS(NULL) BT_SAFETY(atomic) BT_MUST_USE;
/// Attach this thread if shutdown has not begun; NULL otherwise (R10). Holds off shutdown until the release.
/// Mirrors: PyThreadState_EnsureFromView.
BT_API BtThreadStateToken *BT_MAYBE_NULL_ BtThreadState_EnsureFromView(BtInterpreterView *view)
    BT_ATTACHES_OR_FAILS BT_FAILS(NULL) BT_SAFETY(atomic) BT_MUST_USE;
/// Undo the matching ensure. Mirrors: PyThreadState_Release.
BT_API void BtThreadState_Release(BtThreadStateToken *BT_NOT_NULL_ token) BT_ANY_STATE BT_ERR(none) BT_SAFETY(distinct);

// --- Thread states.

/// Make a thread state, not attached and of no thread yet; NULL without memory. Mirrors: PyThreadState_New.
BT_API BtThreadState *BtThreadState_New(BtInterpreterState *interpreter) BT_ANY_STATE BT_FAILS(NULL) BT_SAFETY(atomic);
/// Drop the objects that a thread state holds. Mirrors: PyThreadState_Clear.
BT_API void BtThreadState_Clear(BtThreadState *state) BT_ATTACHED BT_ERR(none) BT_SAFETY(distinct);
/// Free a cleared thread state that is not attached. Mirrors: PyThreadState_Delete.
BT_API void BtThreadState_Delete(BtThreadState *state) BT_ANY_STATE BT_ERR(none) BT_SAFETY(distinct);
/// Free this thread's state, cleared before, and detach. Mirrors: PyThreadState_DeleteCurrent.
BT_API void BtThreadState_DeleteCurrent(void) BT_DETACHES_THREAD BT_ERR(none) BT_SAFETY(distinct);
/// Return the attached thread state; when detached the process ends with R1. Mirrors: PyThreadState_Get.
BT_API BtThreadState *BtThreadState_Get(void) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);
/// Return the attached thread state, NULL while detached. Mirrors: PyThreadState_GetUnchecked.
BT_INLINE BtThreadState *BtThreadState_GetUnchecked(void)
    BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic)
{
    return _bt_current.state;
}
#define BtThreadState_GET() BtThreadState_Get()
/// Attach `state` in place of the attached one and return that; NULL detaches. Mirrors: PyThreadState_Swap.
BT_API BtThreadState *BtThreadState_Swap(BtThreadState *state) BT_ANY_STATE BT_ERR(none) BT_SAFETY(distinct);
/// Return the dictionary that extensions may use for data of this thread, NULL (no exception) while detached or without
/// memory. Mirrors: PyThreadState_GetDict.
BT_API BtObject *BtThreadState_GetDict(void) BT_ANY_STATE BT_BORROWED_REF BT_FAILS(NULL) BT_SAFETY(atomic);
/// Return the number of a thread state, never used twice. Mirrors: PyThreadState_GetID.
BT_API uint64_t BtThreadState_GetID(BtThreadState *state) BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);
/// Return the runtime. Mirrors: PyThreadState_GetInterpreter.
BT_API BtInterpreterState *BtThreadState_GetInterpreter(BtThreadState *state)
    BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);
/// Raise `exception` (a class or an instance; NULL takes the last one back) in the thread with that ident at its next
/// safe point. Returns how many thread states were found. Mirrors: PyThreadState_SetAsyncExc.
BT_API int BtThreadState_SetAsyncExc(unsigned long ident, BtObject *exception)
    BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);

/// Return the runtime; detached: the process ends with R1. Mirrors: PyInterpreterState_Get.
BT_API BtInterpreterState *BtInterpreterState_Get(void) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);
/// Return the runtime. Mirrors: PyInterpreterState_Main, PyInterpreterState_Head.
BT_API BtInterpreterState *BtInterpreterState_Main(void) BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);
#define BtInterpreterState_Head() BtInterpreterState_Main()
/// Return 0, the number of the one runtime. Mirrors: PyInterpreterState_GetID.
BT_API int64_t BtInterpreterState_GetID(BtInterpreterState *interpreter) BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);
/// Return the dictionary that extensions may use for data of the runtime. Mirrors: PyInterpreterState_GetDict.
BT_API BtObject *BtInterpreterState_GetDict(BtInterpreterState *interpreter)
    BT_ATTACHED BT_BORROWED_REF BT_FAILS(NULL) BT_SAFETY(atomic);

// --- Native threads.

#define BT_INVALID_THREAD_IDENT (~0UL)

/// Return the ident of this thread, as pthread knows it. Mirrors: PyThread_get_thread_ident.
BT_API unsigned long BtThread_get_thread_ident(void) BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);
/// Return the number that the kernel gives this thread. Mirrors: PyThread_get_thread_native_id.
BT_API unsigned long BtThread_get_thread_native_id(void) BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);
/// Start a thread, not attached, that runs `function`; BT_INVALID_THREAD_IDENT if the system refuses.
/// Mirrors: PyThread_start_new_thread.
BT_API unsigned long BtThread_start_new_thread(void (*function)(void *), void *argument)
    BT_ANY_STATE BT_FAILS(BT_INVALID_THREAD_IDENT) BT_SAFETY(atomic);

/// A key of thread-specific storage. Initialise with BtThread_tss_NEEDS_INIT. Mirrors: Py_tss_t.
typedef struct BtThread_tss_t {
    int is_initialized_;
    pthread_key_t key_;
} BtThread_tss_t;
#define BtThread_tss_NEEDS_INIT { 0, 0 }

/// Make a key on the heap, not created yet; NULL without memory. Mirrors: PyThread_tss_alloc.
BT_API BtThread_tss_t *BtThread_tss_alloc(void) BT_ANY_STATE BT_FAILS(NULL) BT_SAFETY(atomic);
/// Delete the key and free it. NULL is fine. Mirrors: PyThread_tss_free.
BT_API void BtThread_tss_free(BtThread_tss_t *key) BT_ANY_STATE BT_ERR(none) BT_SAFETY(distinct);
/// Say whether the key has been created. Mirrors: PyThread_tss_is_created.
BT_API int BtThread_tss_is_created(BtThread_tss_t *key) BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);
/// Create the key, once; 0, or -1 if the system refuses (no exception). Mirrors: PyThread_tss_create.
BT_API int BtThread_tss_create(BtThread_tss_t *key) BT_ANY_STATE BT_FAILS(-1) BT_SAFETY(distinct);
/// Delete the key. Mirrors: PyThread_tss_delete.
BT_API void BtThread_tss_delete(BtThread_tss_t *key) BT_ANY_STATE BT_ERR(none) BT_SAFETY(distinct);
/// Set this thread's value; 0, or -1 if the system refuses (no exception). Mirrors: PyThread_tss_set.
BT_API int BtThread_tss_set(BtThread_tss_t *key, void *value) BT_ANY_STATE BT_FAILS(-1) BT_SAFETY(atomic);
/// Return this thread's value, NULL before the first set. Mirrors: PyThread_tss_get.
BT_API void *BtThread_tss_get(BtThread_tss_t *key) BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);

BT_END_DECLS

#endif
