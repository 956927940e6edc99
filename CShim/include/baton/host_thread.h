/// @file host_thread.h
/// The part of host.h that concerns threads: the thread state, the lock's start and end, what the lock asks of its host.
#ifndef BATON_HOST_THREAD_H
#define BATON_HOST_THREAD_H

#include "lock.h"
#include "pending.h"
#include "thread.h"

BT_BEGIN_DECLS

/// Values of BtThreadHead_.state.
#define BT_STATE_DETACHED 0u
#define BT_STATE_ATTACHED 1u  ///< has the lock, or is about to look whether it has

/// One per thread that uses the runtime. Its memory is used again for another one, and never given back.
///
/// Guards: "owner" fields are touched by the thread itself only; "counter" ones are written by it alone and read by
/// all, "shared" ones written by all, both through __atomic builtins; "mutex" ones under the lock's internal mutex;
/// "attached" ones by the thread itself while it is attached.
struct BtThreadState {
    struct BtThreadHead_ head;
    BtInterpreterState *interp;    ///< the runtime; sources of CPython read it, see python/Python.h

    // --- the host's, attached
    BtObject *current_exception;   ///< the error indicator (R9); owned; NULL if none
    BtObject *handled_exception;   ///< the exception that is being handled; owned; NULL if none
    void *heap;                    ///< host's
    void *frame;                   ///< innermost frame of a script, a BtFrame_; NULL: none
    void *stack;                   ///< where registers and frames are; NULL before the first script call
    uintptr_t frame_limit;         ///< the lowest address of a frame that the recursion limit allows
    uintptr_t stack_limit;         ///< copied to BtCurrentThread_ when the state gets its thread; 0: not known
    BtObject *spare_ints;          ///< int objects for arguments of C functions, owned, linked by their limb; NULL: none
    BtObject *thread_dict;         ///< BtThreadState_GetDict; owned; NULL before the first use
    BtObject *pending_async_exception;  ///< mutex; owned; NULL if none

    // --- waiting for the lock
    uint32_t wake;             ///< shared: what the sleeper waits on, BT_WAKE_… of the lock
    uint8_t group;             ///< mutex: which queue it is in, 0 if none
    uint8_t may_spin;          ///< owner: it spins before it sleeps
    uint8_t is_timekeeper;     ///< shared, written under the mutex: it makes the drop requests
    uint8_t is_exit_told;      ///< owner: shutdown's SystemExit has been raised in it
    BtThreadState *next_waiter;      ///< mutex
    BtThreadState *previous_waiter;  ///< mutex
    uint64_t deadline;         ///< owner: when the timekeeper looks next
    uint64_t sleeps_until;     ///< shared: the timeout of the sleep that it is in; UINT64_MAX: none
    uint64_t spin_ns;          ///< owner: for how long it spins before it sleeps; 0: not known
    uint64_t slice_left_ns;    ///< mutex: what is left of the slice of a thread that made way; UINT64_MAX: did not
    uint64_t usage_ns;         ///< counter: how long it holds the lock at a time, a moving average; for `adaptive`
    uint64_t held_ns;          ///< owner: how long it has held the lock since it last released it, before attached_at
    uint64_t attached_at;      ///< owner: when it got the lock, if that was timed; 0 otherwise
    uint32_t tick;             ///< owner: safe points left, for `ticks`

    // --- who it is
    uint32_t ensure_count;     ///< counter: open BtGILState_Ensure and BtThreadState_Ensure calls
    uint32_t is_user;          ///< counter: between BtEval_AcquireThread and BtEval_ReleaseThread, blocks included
    uint64_t id;               ///< never used twice
    unsigned long ident;       ///< mutex: pthread's name for the thread; 0 before the first attach
    unsigned long native_id;   ///< mutex
    BtThreadState *next;       ///< mutex: the list of all thread states
    BtThreadState *previous;   ///< mutex
    uint8_t is_alive;          ///< mutex: between new and delete
    uint8_t is_automatic;      ///< mutex: made by an ensure; freed with its thread
    BtObject **to_merge;       ///< mutex: objects whose counts this thread has to merge; free-threaded mode
    uint32_t to_merge_count;   ///< mutex
    uint32_t to_merge_room;    ///< mutex

    BtLockStatistics counters; ///< counter; `acquisitions` stands above
    BtLockStatistics baseline; ///< mutex: the counters at the last reset
};

/// What the lock asks of its host. A NULL entry is skipped. All are called attached unless it says otherwise.
struct BtHostHooks_ {
    /// Set SystemExit. Shutdown has begun.
    void (*raise_system_exit)(void);
    /// Run the handler of a signal that has come: 0, or -1 with an exception set. Main thread only.
    int (*handle_signal)(int signal);
    /// Collect garbage as far as it is due. May run any code.
    void (*collect)(void);
    /// Drop what detached threads have dropped (late_drop.h). May run any code.
    void (*drop_late)(void);
    /// Set an exception; its reference is taken over.
    void (*raise_async)(BtObject *exception);
    /// Set RuntimeError or MemoryError with a message.
    void (*raise_runtime_error)(const char *message);
    void (*raise_no_memory)(void);
    /// Give a thread state that is about to be used its heap and whatever else the host keeps in it. Detached.
    void (*thread_state_made)(BtThreadState *state);
    /// Drop the objects that a thread state holds: exceptions, dictionary.
    void (*thread_state_cleared)(BtThreadState *state);
    /// The thread state is freed after this. Any state.
    void (*thread_state_freed)(BtThreadState *state);
    /// In the child after a fork. Attached if the forking thread was.
    void (*forked_child)(void);
};
BT_DATA struct BtHostHooks_ _bt_host_hooks;

/// BtInterpreterState_GetDict; owned; NULL before the first use. Guard: attached (the lock); in the
/// free-threaded mode the critical section of None.
BT_DATA BtObject *_bt_interpreter_dict;

/// Transitions on slow paths, for the event hook.
///
/// | event | reported by | lock held |
/// |---|---|---|
/// | ACQUIRED      | the thread, after it got the lock     | yes |
/// | RELEASED      | the thread, after it released the lock | no |
/// | WAITING       | the thread, before it waits           | no |
/// | HAND_OVER     | the releasing thread                  | no, the receiver has it |
/// | TAKE_OVER     | the taking thread                     | yes |
/// | DROP_REQUEST  | the waiter that asks                  | no |
/// | FORCED_SWITCH | the thread at its safe point          | no, the receiver has it |
/// | THREAD_MADE, THREAD_FREED | whoever does it           | not said |
/// | HELD          | the thread that saves under hold      | yes |
///
/// Some are reported under the lock's internal mutex: the hook may not call the API, wait, or allocate objects; plain
/// memory and a ring of its own are fine.
typedef enum BtLockEvent_ {
    BT_EVENT_ACQUIRED,
    BT_EVENT_RELEASED,
    BT_EVENT_WAITING,
    BT_EVENT_HAND_OVER,
    BT_EVENT_TAKE_OVER,
    BT_EVENT_DROP_REQUEST,
    BT_EVENT_FORCED_SWITCH,
    BT_EVENT_THREAD_MADE,
    BT_EVENT_THREAD_FREED,
    BT_EVENT_HELD,
} BtLockEvent_;
typedef void (*BtLockEventHook_)(BtLockEvent_ event, BtThreadState *state, uint64_t time_ns);

/// How to start. A zeroed one is the default.
typedef struct BtLockConfig_ {
    BtLockScheduler scheduler;
    uint64_t interval_ns;        ///< switch interval; 0: 5 ms
    int free_threaded;           ///< no lock
    int checked;                 ///< every count of a mortal object goes out of line, where a detached one is reported
    int statistics;              ///< measure hold times from the start
    int no_membarrier;           ///< use the portable path
    uint64_t (*clock)(void);     ///< nanoseconds, monotonic; NULL: the system's. With one given, the timekeeper wakes
                                 ///< only in _bt_lock_clock_changed
    BtLockEventHook_ event;      ///< NULL: none
    int trace;                   ///< report every transition, not only those on slow paths
} BtLockConfig_;

/// Have the next safe point of any thread collect garbage.
void _bt_ask_for_collection(void);
/// Say whether no other thread has a thread state.
int _bt_is_only_thread(void);

/// Start the lock. The caller is the main thread and is attached after. The environment variable BATON_MEMBARRIER=0
/// asks for the portable path. 0, or -1 without memory.
int _bt_lock_init(const BtLockConfig_ *config);
/// Say whether the lock has been started.
int _bt_lock_is_ready(void);
/// For tests with a clock of their own: have the timekeeper look at it.
void _bt_lock_clock_changed(void);

/// Detach for a wait of the runtime itself (a mutex, a join), ignoring the hold switch. NULL if not attached.
BtThreadState *_bt_wait_begin(void);
/// Attach again after it; NULL is fine.
void _bt_wait_end(BtThreadState *state);

/// Begin shutdown: new attaches that can fail do; safe points of other threads raise SystemExit. Attached.
void _bt_shutdown_begin(void);
/// Wait, detached meanwhile, until no other thread uses the runtime, at most `timeout_ns`. Returns how many still do.
int _bt_shutdown_wait(uint64_t timeout_ns);
/// Print a line for each of them to standard error.
void _bt_shutdown_report(void);
/// Make the runtime usable again after _bt_shutdown_begin.
void _bt_shutdown_undo(void);
/// Say whether shutdown has begun.
int _bt_shutdown_has_begun(void);

/// Catch SIGINT for BtErr_CheckSignals.
void _bt_signals_install(void);

/// End the process because a rule of the contract was broken: prints `Bt….: what (R3). See: baton explain R3`.
BT_NORETURN void _bt_fatal_rule(int rule, const char *function, const char *format, ...) BT_PRINTF(3, 4);
/// End the process for another reason; prints `Baton: what`.
BT_NORETURN void _bt_fatal(const char *format, ...) BT_PRINTF(1, 2);

/// Reports a breach in place of that message; NULL outside checked mode.
extern void (*_bt_fatal_hook)(int rule, const char *function, const char *what);
/// Called for a count of an object that was freed; NULL outside checked mode, where such an object is not known.
extern void (*_bt_freed_hook)(BtObject *object, int is_drop);

BT_END_DECLS

#endif
