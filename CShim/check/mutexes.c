// Other mutexes than the lock (R8): held while waiting to attach, and deadlocks of the two. libbatoncheck.so, preloaded, tells
// which mutexes a thread holds and waits for (preload.h).
#define _GNU_SOURCE
#include "check.h"
#include "preload.h"

#include <dlfcn.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const BatonCheckLibrary *library;  // written at start

int _bt_mutexes_are_seen(void) { return library != NULL; }

/// Of a call that returns to `code`.
static BtPlace_ place_of(void *code) { return _bt_place(code, NULL); }

static BT_NORETURN void deadlock(BtCheckThread_ *attached, void *wanted_by, BtPlace_ attaching, void *held_since,
                                 unsigned long holder, unsigned long owner)
{
    char name[160], holds[64], waits[64];
    snprintf(holds, sizeof holds, "thread %lu has the lock", holder);
    snprintf(waits, sizeof waits, "thread %lu has the mutex", owner);
    BtFinding_ finding = {
        .rule = 8, .kind = "deadlock", .function = _bt_check_function(attached, name, sizeof name),
        .places = {{"waits", place_of(wanted_by), holds}, {"locked", place_of(held_since), waits},
                   {attaching != 0 ? "attaches" : NULL, attaching, NULL}},
    };
    _bt_report(&finding, "deadlock: thread %lu waits, attached, for a mutex that thread %lu holds, which waits for the lock;"
               " the process cannot go on", holder, owner);
    _bt_check_finish();
    fflush(NULL);
    signal(SIGABRT, SIG_DFL);  // the report is better than a handler's backtrace
    abort();
}

// --- this thread attaches

void _bt_attach_begins(BtCheckThread_ *thread, BtPlace_ place)
{
    __atomic_store_n(&thread->is_restoring, 1, __ATOMIC_SEQ_CST);
    thread->attaching = place;
    if (library == NULL) {
        return;
    }
    void *code = NULL;
    for (size_t i = 0; library->held(i, &code) != NULL; i++) {
        BtPlace_ locked = place_of(code);
        if (locked == 0) {
            continue;
        }
        char name[160];
        BtFinding_ finding = {
            .rule = 8, .kind = "mutex-held", .function = _bt_check_function(thread, name, sizeof name),
            .places = {{"at", place, NULL}, {"locked", locked, NULL}},
        };
        _bt_report(&finding, "it waits for the lock while it holds a mutex: a thread that has the lock and wants the mutex would"
                   " wait for ever");
        void *mutex = library->held(i, &code);
        BtCheckThread_ *holder = NULL;
        void *wanted_by = NULL;
        unsigned long native_id = 0;
        _bt_check_lock();
        for (BtCheckThread_ *other = _bt_check_threads(); other != NULL; other = other->next) {
            if (other->wanted == mutex) {
                holder = other;
                wanted_by = other->wanted_by;
                native_id = other->native_id;
            }
        }
        _bt_check_unlock();
        if (holder != NULL) {
            deadlock(thread, wanted_by, place, code, native_id, thread->native_id);
        }
    }
}

void _bt_attach_ends(BtCheckThread_ *thread) { __atomic_store_n(&thread->is_restoring, 0, __ATOMIC_SEQ_CST); }

// --- what the library asks and tells

static int is_watched_code(const void *code) { return _bt_check_is_foreign(code); }

static int is_attached(void) { return _bt_current.state != NULL; }

static void wait_begins(void *mutex, void *code, unsigned long owner, void *owner_code)
{
    BtCheckThread_ *thread = _bt_check_thread();
    int is_deadlock = 0;
    BtPlace_ attaching = 0;
    _bt_check_lock();
    thread->wanted = mutex;
    thread->wanted_by = code;
    for (BtCheckThread_ *other = _bt_check_threads(); owner != 0 && other != NULL; other = other->next) {
        if (other->native_id == owner && __atomic_load_n(&other->is_restoring, __ATOMIC_SEQ_CST)) {
            is_deadlock = 1;
            attaching = other->attaching;
        }
    }
    _bt_check_unlock();
    if (is_deadlock) {
        deadlock(thread, code, attaching, owner_code, thread->native_id, owner);
    }
}

static void wait_ends(void)
{
    BtCheckThread_ *thread = _bt_check_thread();
    _bt_check_lock();
    thread->wanted = NULL;
    _bt_check_unlock();
}

static void freed(void *memory, void *code) { _bt_watch_freed(memory, place_of(code)); }

void _bt_mutexes_start(void)
{
    static const BatonCheckHooks hooks = {is_watched_code, is_attached, wait_begins, wait_ends, freed, &_bt_is_watching};
    const BatonCheckLibrary *(*start)(const BatonCheckHooks *) = NULL;
    *(void **)&start = dlsym(RTLD_DEFAULT, "batoncheck_start");
    if (start != NULL) {
        library = start(&hooks);
    }
}
