// The inside of the checks at run time: what their files ask of each other. host_check.h tells how they see things.
#ifndef BATON_CHECK_CHECK_H
#define BATON_CHECK_CHECK_H

#include "../lock_state.h"
#include "baton/host.h"
#include "baton/host_check.h"

// --- place.c: places in C source

/// A place where an extension called the runtime. 0: not known. The numbers are never given back.
typedef uint32_t BtPlace_;

/// The place of a call that returns to `pc`. `frame` is the frame pointer there, which leads to the callers of inline
/// functions that were not inlined; it need not be one.
BtPlace_ _bt_place(void *pc, void *frame);
#define BT_CALLER_PLACE_() _bt_place(__builtin_return_address(0), __builtin_frame_address(0) == NULL ? NULL : *(void **)__builtin_frame_address(0))
/// Where a function of an extension begins.
BtPlace_ _bt_place_of_function(void *function);

typedef struct BtPlaceText_ {
    char file[256];      ///< "" if not known
    int line;
    char function[128];  ///< "" if not known
    char module[256];    ///< the library and the offset in it
} BtPlaceText_;
/// Say in words where it is. Slow: reads the debug information on first use.
void _bt_place_text(BtPlace_ place, BtPlaceText_ *text);

// --- report.c

typedef struct BtFinding_ {
    int rule;
    const char *kind;           ///< a word for tools: "returned-detached"
    const char *function;       ///< of the extension; NULL: not known
    int is_advice;              ///< not a breach
    struct {
        const char *label;      ///< "at", "block"; NULL: no more
        BtPlace_ place;
        const char *note;       ///< instead of the place, or behind it; NULL: none
    } places[5];
} BtFinding_;

/// Report a finding, once for each kind and pair of first places. `format` is the sentence.
void _bt_report(const BtFinding_ *finding, const char *format, ...) BT_PRINTF(2, 3);
void _bt_report_start(void);
/// What is looked for when the process ends.
void _bt_check_last_look(void);

// --- calls.c: what runs in a thread

/// What a stub stands for.
typedef struct BtBound_ {
    void *target;
    const char *name;        ///< of the API function or the slot
    const char *owner;       ///< of a slot: the type's name; NULL for an API function
    uint8_t is_slot;
    uint8_t state;           ///< BT_NEEDS_…
    uint8_t objects;         ///< which of the first six arguments are objects
    uint8_t flags;
    uint8_t result;          ///< BT_GIVES_…, of a slot
    uint8_t special;         ///< BT_SPECIAL_…: what else is to be done
} BtBound_;

enum { BT_NEEDS_ANY_STATE, BT_NEEDS_ATTACHED, BT_NEEDS_ATTACHES, BT_NEEDS_DETACHES, BT_NEEDS_BLOCKS };
#define BT_HAS_STACK_ARGUMENTS 1
#define BT_RUNS_CODE 2
/// What an error of a slot looks like: NULL; NULL, or the end of an iteration; -1 as int; -1 as Bt_ssize_t; none.
enum { BT_GIVES_OBJECT, BT_GIVES_ITEM, BT_GIVES_STATUS, BT_GIVES_SIZE, BT_GIVES_NOTHING };

/// The function makes a type: its first argument, its second, its result. It frees memory. It releases
/// a buffer, perhaps later.
enum { BT_SPECIAL_NONE, BT_SPECIAL_MAKES_FIRST, BT_SPECIAL_MAKES_SECOND, BT_SPECIAL_MAKES_RESULT, BT_SPECIAL_FREES, BT_SPECIAL_RELEASES };

/// A call between the runtime and an extension, in either direction.
typedef struct BtCallFrame_ {
    uint8_t is_api;          ///< the extension calls the runtime
    uint8_t had_error;       ///< an exception was set at its beginning
    uint8_t attached_here;   ///< the check attached the thread for this call: 1 a saved state, 2 an ensure
    uint64_t views;          ///< how many buffers had been got before it
    uint32_t blocks;         ///< allow-threads blocks that were open at its beginning
    uintptr_t stack;         ///< an address in its stack frame
    const char *name;
    const char *owner;       ///< a type's name; NULL
    BtObject *callable;      ///< NULL: not known. Held by who calls it
    const BtBound_ *bound;
    BtPlace_ place;          ///< of an API call
    uint64_t serial;         ///< leaks.c: the first candidate of it
    uint8_t is_outermost;    ///< nothing else runs in its thread below it
    BtObject *const *args;   ///< of a call of an extension
    Bt_ssize_t nargs;
    BtObject *self;
} BtCallFrame_;

typedef struct BtBlock_ {
    BtThreadState *state;    ///< what its save returned
    BtPlace_ place;
    uint64_t began;
    size_t bytes;            ///< in the arguments of the call
} BtBlock_;
#define BT_BLOCKS_KEPT 16
#define BT_WATCHED 64

/// What the checks know of a thread. Touched by the thread itself, but where it says otherwise.
typedef struct BtCheckThread_ {
    BtCallFrame_ *frames;
    uint32_t depth;
    uint32_t room;
    BtBlock_ blocks[BT_BLOCKS_KEPT];  ///< open ones, outermost first: callbacks inside a block may have their own
    uint32_t block_count;
    BtPlace_ block;            ///< where the last block was opened
    BtPlace_ restored;         ///< where the last restore was
    uint32_t nested;           ///< restores to come of saves that did nothing, the thread being detached
    uint32_t late;             ///< restores to come that will find the thread attached by one of those
    BtPlace_ error_set;        ///< which API call set the exception that is set
    BtObject *error;           ///< that exception, compared only
    uintptr_t stack_in_use;    ///< where its stack is in use from, at the end of a call
    uint64_t span_began;       ///< when native code began to run attached; 0: it does not
    uint64_t sampled_at, sampled_run, sampled_queue;  ///< holds.c: what the thread had used then
    uint8_t is_restoring;      ///< atomic: it waits for the lock
    BtPlace_ attaching;        ///< where
    void *wanted;              ///< guarded by: the checks' mutex. The mutex that it waits for while attached; NULL: none
    void *wanted_by;           ///< likewise: the code that waits
    void *watched[BT_WATCHED]; ///< likewise: memory that arguments of the call in a block hold
    uint32_t watched_count;    ///< likewise
    char watched_name[160];    ///< likewise: the function in the block
    unsigned long native_id;
    struct BtCheckThread_ *next;   ///< guarded by: the checks' mutex
} BtCheckThread_;

/// This thread's; made on first use. Never NULL: without memory the process ends.
BtCheckThread_ *_bt_check_thread(void);
/// The same; NULL if the thread has had nothing to do with the checks.
BtCheckThread_ *_bt_check_thread_if(void);
/// The innermost call of an extension's function; NULL: none.
BtCallFrame_ *_bt_check_extension(BtCheckThread_ *thread);
/// The place where the runtime was called from: of the innermost API call, or of the drop of a reference; 0: neither.
BtPlace_ _bt_check_current_place(BtCheckThread_ *thread);
/// "module.function" of a call.
const char *_bt_call_name(const BtCallFrame_ *frame, char *buffer, size_t size);
/// The finding's function, from the innermost call of an extension; the buffer must live as long as the finding.
const char *_bt_check_function(BtCheckThread_ *thread, char *buffer, size_t size);

/// An object that was freed is counted, by an extension or by the runtime: report it.
void _bt_check_freed(BtObject *object, int is_drop);
/// An extension takes a reference.
void _bt_check_counted(BtObject *object, BtPlace_ place);
/// An object is given to an API function: 1, and a finding, if it is none any more.
int _bt_check_is_freed(BtObject *object, const char *function);

/// Where the function of a call begins; 0: not known.
BtPlace_ _bt_call_function(const BtCallFrame_ *frame);

BtCallFrame_ *_bt_check_push(BtCheckThread_ *thread, uintptr_t stack);
void _bt_call_ended(BtCheckThread_ *thread, BtCallFrame_ *frame, int is_error, int may_end, BtObject *result);

/// Attach a thread that broke R1 or R5: what to give to the undoing.
int _bt_check_attach(BtCheckThread_ *thread);
void _bt_check_detach(BtCheckThread_ *thread, int how);
/// The innermost open block of a detached thread; NULL: none.
BtBlock_ *_bt_check_block(BtCheckThread_ *thread);

// --- buffers.c

/// How many buffers have been got.
uint64_t _bt_check_views(void);
/// A call has ended: a buffer of it that lies in its dead stack frame was not released.
void _bt_check_dead_views(BtCheckThread_ *thread, const BtCallFrame_ *frame);
/// A buffer will be released, by a copy of its view.
void _bt_check_view_passed_on(const Bt_buffer *view);
/// A function of an extension is called on an object, which may have exported buffers.
void _bt_check_views_called(BtObject *exporter, const BtCallFrame_ *frame);
/// Bytes of the buffers that a call has got.
size_t _bt_view_bytes(const BtCheckThread_ *thread, const BtCallFrame_ *frame);

/// Whether a type is an extension's, or a script's.
int _bt_is_extension_type(BtTypeObject *type);

// --- watch.c: memory of arguments of calls that are in a block

void _bt_watch_begin(BtCheckThread_ *thread);
void _bt_watch_end(BtCheckThread_ *thread);
/// Memory is freed by this thread.
void _bt_watch_freed(void *memory, BtPlace_ place);
extern int _bt_is_watching;  ///< atomic: how many threads watch

// --- holds.c: R7

/// Native code of an extension begins or ends to run attached.
void _bt_span_begin(BtCheckThread_ *thread);
void _bt_span_end(BtCheckThread_ *thread, BtPlace_ place);
/// A block that began then ends.
void _bt_release_ended(BtCheckThread_ *thread, const BtBlock_ *block, int gained);
void _bt_report_short_releases(void);
/// Bytes in the arguments of the innermost call.
size_t _bt_call_bytes(BtCheckThread_ *thread);

// --- mutexes.c: R8

void _bt_mutexes_start(void);
int _bt_mutexes_are_seen(void);
/// This detached thread is about to attach, at `place`, and has.
void _bt_attach_begins(BtCheckThread_ *thread, BtPlace_ place);
void _bt_attach_ends(BtCheckThread_ *thread);

// --- leaks.c

/// In a function that the runtime or a stub calls at the end of a call: keep the registers of its caller in its frame, and
/// note where the stack is in use from. What is below is dead, and may hold addresses of what the call has left.
#if defined(__x86_64__)
#  define BT_NOTE_STACK_(thread)                                                            \
    do {                                                                                    \
        __asm__ volatile("" ::: "rbx", "r12", "r13", "r14", "r15");                         \
        (thread)->stack_in_use = (uintptr_t)__builtin_frame_address(0) - 5 * sizeof(void *); \
    } while (0)
#else
#  define BT_NOTE_STACK_(thread) ((thread)->stack_in_use = 0)
#endif

/// A call has ended, with `result` for its caller: look for references that nobody has.
void _bt_check_leaks(BtCheckThread_ *thread, BtCallFrame_ *frame, BtObject *result);
void _bt_check_leaks_at_exit(void);
void _bt_leaks_call_begins(BtCheckThread_ *thread, BtCallFrame_ *frame);
/// An extension has made an object, or taken a reference to it.
void _bt_leaks_candidate(BtObject *object, uint64_t serial);

// --- thread.c

/// All threads. guarded by: the checks' mutex
BtCheckThread_ *_bt_check_threads(void);

// --- binding.c, stubs.c

/// Code that stands for `bound`, which is kept; NULL: none left, or not on this architecture.
void *_bt_stub(const BtBound_ *bound);
/// The stub of a slot function, made on first use, or the function itself.
void *_bt_slot_stub(void *function, const char *slot, const char *owner, int result);
int _bt_is_stub(const void *function);
/// Say whether an address is in the code of a library that calls the API.
int _bt_is_extension_code(const void *address);
/// Say whether an address is in the data of the runtime or of such a library.
int _bt_is_known_data(const void *address);
int _bt_is_extension_data(const void *address);

// --- blocks.c, counts.c: what the entries of inline code are bound to

BtThreadState *_bt_checked_save(void);
void _bt_checked_restore(BtThreadState *state);
BtThreadState *_bt_checked_save_slow(BtThreadState *state);
BtThreadState *_bt_checked_save_unusual(void);
void _bt_checked_mutex_lock_slow(uint8_t *bits);
void _bt_checked_acquire_slow(BtThreadState *state);
void _bt_checked_restore_unusual(BtThreadState *state, const char *function);
void _bt_checked_incref_slow(BtObject *object);
void _bt_checked_decref_slow(BtObject *object);
void _bt_checked_touched(const void *object, const char *function);

/// The checks' own mutex, for what threads share. Nothing else is taken while it is held.
void _bt_check_lock(void);
void _bt_check_unlock(void);

#endif
