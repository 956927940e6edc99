// Save and restore, attaching, and threads that attach in turn.
#include "api.h"

#include <pthread.h>
#include <sched.h>

BtObject *save_restore(BtObject *self, BtObject *args)
{
    (void)self;
    Bt_ssize_t count;
    if (!BtArg_ParseTuple(args, "n", &count)) {
        return NULL;
    }
    double start = now_ns();
    for (Bt_ssize_t i = 0; i < count; i++) {
        BtThreadState *state = BtEval_SaveThread();
        BtEval_RestoreThread(state);
    }
    return BtFloat_FromDouble((now_ns() - start) / (double)count);
}

struct foreign {
    Bt_ssize_t count;
    double nanoseconds;
};

static void attach_and_detach(struct foreign *job)
{
    double start = now_ns();
    for (Bt_ssize_t i = 0; i < job->count; i++) {
        BtGILState_STATE state = BtGILState_Ensure();
        BtGILState_Release(state);
    }
    job->nanoseconds = now_ns() - start;
}

/// A thread that the runtime did not make, and that did this before.
static void *foreign_thread(void *context)
{
    BtGILState_STATE state = BtGILState_Ensure();
    BtGILState_Release(state);
    attach_and_detach(context);
    return NULL;
}

/// The same with CPython's best case for it: the thread state is kept alive underneath.
static void *foreign_thread_kept(void *context)
{
    BtGILState_STATE outer = BtGILState_Ensure();
    BtThreadState *saved = BtEval_SaveThread();
    attach_and_detach(context);
    BtEval_RestoreThread(saved);
    BtGILState_Release(outer);
    return NULL;
}

static BtObject *run_foreign(BtObject *args, void *(*body)(void *)) BT_ATTACHED;
static BtObject *run_foreign(BtObject *args, void *(*body)(void *))
{
    struct foreign job = { 0, 0 };
    if (!BtArg_ParseTuple(args, "n", &job.count)) {
        return NULL;
    }
    pthread_t thread;
    int failed;
    Bt_BEGIN_ALLOW_THREADS
    failed = pthread_create(&thread, NULL, body, &job);
    if (!failed) {
        pthread_join(thread, NULL);
    }
    Bt_END_ALLOW_THREADS
    if (failed) {
        BtErr_SetString(BtExc_RuntimeError, "no thread");
        return NULL;
    }
    return BtFloat_FromDouble(job.nanoseconds / (double)job.count);
}

BtObject *attach_detach_foreign(BtObject *self, BtObject *args)
{
    (void)self;
    return run_foreign(args, foreign_thread);
}

BtObject *attach_detach_foreign_kept(BtObject *self, BtObject *args)
{
    (void)self;
    return run_foreign(args, foreign_thread_kept);
}

enum { MOST_SPINS = 20000 };

struct turns {
    Bt_ssize_t count;
    int turn;
};

struct player {
    struct turns *turns;
    int number;
    int failed;
};

/// Attach and detach only when it is this thread's turn, so that two threads never overlap.
static void *take_turns(void *context)
{
    struct player *player = context;
    struct turns *turns = player->turns;
    BtGILState_STATE outer = BtGILState_Ensure();
    BtThreadState *saved = BtEval_SaveThread();
    for (Bt_ssize_t i = 0; i < turns->count; i++) {
        for (int spins = 0; __atomic_load_n(&turns->turn, __ATOMIC_ACQUIRE) != player->number; spins++) {
            // Where the machine has no core left for the other player, waiting only keeps it off.
            if (spins > MOST_SPINS) {
                sched_yield();
            } else {
                __builtin_ia32_pause();
            }
        }
        BtEval_RestoreThread(saved);
        saved = BtEval_SaveThread();
        __atomic_store_n(&turns->turn, 1 - player->number, __ATOMIC_RELEASE);
    }
    BtEval_RestoreThread(saved);
    BtGILState_Release(outer);
    return NULL;
}

BtObject *attach_in_turn(BtObject *self, BtObject *args)
{
    (void)self;
    struct turns turns = { 0, 0 };
    if (!BtArg_ParseTuple(args, "n", &turns.count)) {
        return NULL;
    }
    struct player first = { &turns, 0, 0 }, second = { &turns, 1, 0 };
    pthread_t thread;
    double start = now_ns();
    Bt_BEGIN_ALLOW_THREADS
    second.failed = pthread_create(&thread, NULL, take_turns, &second);
    if (!second.failed) {
        pthread_t other;
        first.failed = pthread_create(&other, NULL, take_turns, &first);
        if (!first.failed) {
            pthread_join(other, NULL);
            pthread_join(thread, NULL);
        }
    }
    Bt_END_ALLOW_THREADS
    double taken = now_ns() - start;
    if (first.failed || second.failed) {
        BtErr_SetString(BtExc_RuntimeError, "no thread");
        return NULL;
    }
    return BtFloat_FromDouble(taken / (2.0 * (double)turns.count));
}
