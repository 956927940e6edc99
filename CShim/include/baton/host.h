/// @file host.h
/// The face of CBaton towards its host (BatonRuntime): the thread state's fields and the functions that only a host calls.
///
/// Not included by baton.h. Extensions never see it: its layout may change with any version.
#ifndef BATON_HOST_H
#define BATON_HOST_H

#include "../baton.h"
#include "host_thread.h"
#include "heap.h"
#include "host_collector.h"
#include "host_lifecycle.h"
#include "host_check.h"
#include "method_cache.h"
#include "varargs.h"
#include "host_containers.h"
#include "host_interpreter.h"
#include "host_modules.h"
#include "host_foreign.h"
#include "host_io.h"
#include "host_network.h"

BT_BEGIN_DECLS

// --- exceptions

/// A row of the exception hierarchy; the table ends in a row of NULL.
struct BtExceptionClass_ {
    BtTypeObject *type;
    BtTypeObject *base;
};
extern const struct BtExceptionClass_ _bt_exception_classes[];

/// For Swift, which would see the array as a tuple.
BT_INLINE const struct BtExceptionClass_ *_bt_exception_hierarchy(void) { return _bt_exception_classes; }

// --- ints

/// The ints from BT_SMALL_INT_MIN to BT_SMALL_INT_MAX exist once each, immortal.
/// Guard: written before a second thread exists, read by all.
#define BT_SMALL_INT_MIN (-5)
#define BT_SMALL_INT_MAX 1024
BT_DATA BtLongObject _bt_small_ints[BT_SMALL_INT_MAX - BT_SMALL_INT_MIN + 1];

/// How many decimal digits a conversion between int and str may have; 0: any number. Guard: __atomic builtins.
extern int _bt_int_max_str_digits;
BT_INLINE int _bt_max_str_digits(void) { return __atomic_load_n(&_bt_int_max_str_digits, __ATOMIC_RELAXED); }
BT_INLINE void _bt_set_max_str_digits(int digits)
{
    __atomic_store_n(&_bt_int_max_str_digits, digits, __ATOMIC_RELAXED);
}

/// For Swift, which would see the array as a tuple.
BT_INLINE BtLongObject *_bt_small_int(Bt_ssize_t value) { return &_bt_small_ints[value - BT_SMALL_INT_MIN]; }

/// The parameters of int's functions.
BT_DATA _BtArg_Parser _bt_int_new_parser;
BT_DATA _BtArg_Parser _bt_int_to_bytes_parser;
BT_DATA _BtArg_Parser _bt_int_from_bytes_parser;

// --- floats

/// Write a double as printf's `%.*e` or `%.*f` does, in the C locale; the length that it needs.
int _bt_double_write(char *buffer, size_t size, char format, int precision, double value);
/// Read a double as strtod does, in the C locale.
double _bt_double_read(const char *text, char **end);

// --- text

/// What str shares between threads.
struct BtTextState_ {
    /// Written at start, before a second thread exists.
    uint64_t hash_secret[3];
    BtObject *empty;          ///< the one empty str; immortal; NULL until made at start
    BtObject *latin1[256];    ///< the str of each one-byte character; immortal; NULL until made at start
    /// The interned names, an open table of `interned_mask + 1` places, each NULL or an immortal str.
    /// Guard: attached (the lock); in the free-threaded mode `interned_mutex`.
    BtObject **interned BT_GUARDED;
    Bt_ssize_t interned_mask BT_GUARDED;
    Bt_ssize_t interned_count BT_GUARDED;
    BtMutex interned_mutex;
};
BT_DATA struct BtTextState_ _bt_text;

/// Parameters of the methods of str that take keywords.
BT_DATA _BtArg_Parser _bt_str_new_parser;
BT_DATA _BtArg_Parser _bt_str_encode_parser;
BT_DATA _BtArg_Parser _bt_str_split_parser;
BT_DATA _BtArg_Parser _bt_str_rsplit_parser;
BT_DATA _BtArg_Parser _bt_str_splitlines_parser;
BT_DATA _BtArg_Parser _bt_str_expandtabs_parser;
BT_DATA _BtArg_Parser _bt_str_replace_parser;

/// iter(str). Guard of `index` and `text`: attached; in the free-threaded mode the critical section of the iterator.
typedef struct BtUnicodeIterObject_ {
    BtObject_HEAD
    Bt_ssize_t index BT_GUARDED;
    BtObject *text BT_GUARDED;  ///< owned; NULL when the end was reached
} BtUnicodeIterObject_;

/// The interned str of a literal of the runtime, by the literal's address. A place is written once: first `name`, by who
/// finds it NULL, then `text`.
/// Guard: __atomic builtins.
typedef struct BtKnownName_ {
    const void *text;
    BtObject *name;  ///< immortal
} BtKnownName_;
#define BT_KNOWN_NAMES 1024
BT_DATA BtKnownName_ _bt_known_names[BT_KNOWN_NAMES];

BT_INLINE BtKnownName_ *_bt_known_name_place(const void *text)
{
    return &_bt_known_names[BT_STATIC_CAST(uint64_t, BT_CAST(uintptr_t, text)) * 0x9E3779B97F4A7C15u >> 54];
}
/// The name of a literal; NULL: ask, and keep it.
BT_INLINE BtObject *_bt_known_name(const void *text)
{
    BtKnownName_ *place_ = _bt_known_name_place(text);
    return __atomic_load_n(&place_->text, __ATOMIC_ACQUIRE) == text ? place_->name : NULL;
}
BT_INLINE void _bt_keep_known_name(const void *text, BtObject *name)
{
    BtKnownName_ *place_ = _bt_known_name_place(text);
    BtObject *none_ = NULL;
    if (__atomic_compare_exchange_n(&place_->name, &none_, name, 0, __ATOMIC_ACQ_REL, __ATOMIC_RELAXED)) {
        __atomic_store_n(&place_->text, text, __ATOMIC_RELEASE);
    }
}

/// For Swift, which would see these arrays as tuples.
BT_INLINE BtObject **_bt_latin1_text(uint8_t character) { return &_bt_text.latin1[character]; }
BT_INLINE uint64_t *_bt_hash_secret(void) { return _bt_text.hash_secret; }

/// Read and keep the hash of a str. Every thread computes the same one, so it needs no guard but an undivided store.
BT_INLINE Bt_hash_t _bt_text_cached_hash(BtObject *text) BT_ATTACHED
{
    return __atomic_load_n(&BtASCIIObject_CAST_(text)->hash, __ATOMIC_RELAXED);
}
BT_INLINE void _bt_text_keep_hash(BtObject *text, Bt_hash_t hash) BT_ATTACHED
{
    __atomic_store_n(&BtASCIIObject_CAST_(text)->hash, hash, __ATOMIC_RELAXED);
}

/// Read the kept UTF-8 form of a str that is not ASCII; NULL if there is none yet.
BT_INLINE const char *_bt_text_kept_utf8(BtObject *text) BT_ATTACHED
{
    return __atomic_load_n(&BT_CAST(BtCompactUnicodeObject *, text)->utf8, __ATOMIC_ACQUIRE);
}
/// Keep the UTF-8 form of a str that is not ASCII; 0 if another thread was first.
BT_INLINE int _bt_text_keep_utf8(BtObject *text, char *utf8, Bt_ssize_t length) BT_ATTACHED
{
    BtCompactUnicodeObject *self_ = BT_CAST(BtCompactUnicodeObject *, text);
    char *none_ = NULL;
    __atomic_store_n(&self_->utf8_length, length, __ATOMIC_RELAXED);
    return __atomic_compare_exchange_n(&self_->utf8, &none_, utf8, 0, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE);
}

/// The first place of `part` in `bytes`, in linear time; NULL if there is none. It is memmem, which Swift does not see.
void *_bt_find_bytes(const void *bytes, size_t count, const void *part, size_t part_count) BT_ANY_STATE;

/// The walkers behind BtUnicode_FromFormat and BtUnicodeWriter_Format.
BtObject *_bt_unicode_from_format(const char *format, BtVarArgs_ *arguments) BT_ATTACHED BT_NEW_REF BT_ERR(NULL);
int _bt_unicode_writer_format(BtUnicodeWriter *writer, const char *format, BtVarArgs_ *arguments)
    BT_ATTACHED BT_ERR(-1);

// --- bytes

/// The bytes objects of size 0 and 1 exist once each, immortal.
/// Guard: written before a second thread exists, read by all.
BT_DATA BtBytesObject _bt_empty_bytes;
BT_DATA BtBytesObject _bt_single_bytes[256];

/// For Swift, which would see the array as a tuple.
BT_INLINE BtBytesObject *_bt_single_byte(uint8_t byte) { return &_bt_single_bytes[byte]; }

/// The last place of `byte` in `bytes`; NULL if there is none. It is memrchr, which Swift does not see.
const void *_bt_find_last_byte(const void *bytes, size_t size, int byte) BT_ANY_STATE;

/// The walker behind BtBytes_FromFormat.
BtObject *_bt_bytes_from_format(const char *format, BtVarArgs_ *arguments) BT_ATTACHED BT_NEW_REF BT_ERR(NULL);

// --- argument formats

/// What a parser has acquired for its caller, to be given back if a later argument fails.
struct BtArgAcquired_ {
    void *item;                                 ///< Bt_buffer *, char **, or the address for the converter
    int (*converter)(BtObject *, void *);       ///< NULL: `is_buffer` says which of the two others `item` is
    int is_buffer;
};

/// What a parser keeps in the frame of its C front end. Made by _bt_arg_frame_init, given back by _bt_arg_frame_end.
typedef struct BtArgFrame_ {
    struct BtArgAcquired_ *acquired;  ///< `few`, or memory of malloc
    Bt_ssize_t count;
    Bt_ssize_t room;
    char message[256];  ///< what is wrong with an argument
    int levels[33];     ///< and with which item of it, in nested sequences; ends in 0
    struct BtArgAcquired_ few[8];
} BtArgFrame_;

BT_INLINE void _bt_arg_frame_init(BtArgFrame_ *frame)
{
    frame->acquired = frame->few;
    frame->count = 0;
    frame->room = 8;
    frame->levels[0] = 0;
}

BT_INLINE int *_bt_arg_frame_levels(BtArgFrame_ *frame) { return frame->levels; }
BT_INLINE char *_bt_arg_frame_message(BtArgFrame_ *frame) { return frame->message; }
BT_INLINE int _bt_arg_frame_is_few(BtArgFrame_ *frame) { return frame->acquired == frame->few; }

// The walkers behind BtArg_…. The result is 1, or 0 with an exception set.
int _bt_arg_parse_tuple(BtObject *args, const char *format, BtVarArgs_ *addresses, BtArgFrame_ *frame) BT_ATTACHED;
int _bt_arg_parse_stack(BtObject *const *args, Bt_ssize_t nargs, const char *format, BtVarArgs_ *addresses,
                        BtArgFrame_ *frame) BT_ATTACHED;
int _bt_arg_parse_one(BtObject *argument, const char *format, BtVarArgs_ *addresses, BtArgFrame_ *frame) BT_ATTACHED;
int _bt_arg_parse_keywords(BtObject *args, BtObject *kwargs, const char *format, const char *const *keywords,
                           BtVarArgs_ *addresses, BtArgFrame_ *frame) BT_ATTACHED;
/// Either `kwargs` (a dict) or `kwnames` (a tuple, values behind the positional ones) or neither is given.
int _bt_arg_parse_parser(BtObject *const *args, Bt_ssize_t nargs, BtObject *kwargs, BtObject *kwnames,
                         _BtArg_Parser *parser, BtVarArgs_ *addresses, BtArgFrame_ *frame) BT_ATTACHED;
/// Check a tuple for BtArg_UnpackTuple; gives its items, or NULL with an exception set.
BtObject **_bt_arg_check_tuple(BtObject *args, const char *name, Bt_ssize_t min, Bt_ssize_t max) BT_ATTACHED;

/// Say whether a parser is to be filled, which only this thread does until _bt_arg_parser_end.
int _bt_arg_parser_begin(_BtArg_Parser *parser) BT_ATTACHED;
void _bt_arg_parser_end(_BtArg_Parser *parser, int is_ready) BT_ATTACHED;

// --- building values

BtObject *_bt_build_value(const char *format, BtVarArgs_ *values) BT_ATTACHED BT_NEW_REF BT_ERR(NULL);
/// Call `callable`, or its method `name` if that is not NULL.
BtObject *_bt_call_format(BtObject *callable, const char *name, const char *format, BtVarArgs_ *values)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL);

// --- errors

#define BT_SPARE_MEMORY_ERRORS 16
/// Take a MemoryError that was made before, or NULL; put one back, 0 if there is no room.
BtObject *_bt_memory_error_take(void);
int _bt_memory_error_give(BtObject *object);
/// The MemoryError that is raised when all spare ones are in use; immortal. Guard: written at start.
BT_DATA BtObject *_bt_memory_error_last;

/// What stands behind the formatting functions of errors.h and warnings.h; `text`, `object` and `source` may be NULL.
void _bt_write_unraisable(BtObject *text, BtObject *object) BT_ATTACHED;
int _bt_warn(BtObject *category, BtObject *message, Bt_ssize_t stack_level, BtObject *source) BT_ATTACHED BT_ERR(-1);

// --- modules and import

/// What an import tells the create slot of a module about it.
typedef struct BtModuleSpecObject_ {
    BtObject_HEAD
    BtObject *name BT_GUARDED;    ///< str
    BtObject *origin BT_GUARDED;  ///< str: the file, or "built-in"
} BtModuleSpecObject_;
BT_DATA BtTypeObject _bt_module_spec_type;

#define BT_INITTAB_SIZE 256

struct BtInittab_ {
    const char *name;
    BtObject *(*init)(void);
};

struct BtImport_ {
    BtObject *modules BT_GUARDED;        ///< dict by name; made at start, locks itself
    BtObject *by_definition BT_GUARDED;  ///< list by m_index; made at start, locks itself
    struct BtInittab_ inittab[BT_INITTAB_SIZE];  ///< lines are added under `mutex` and never change
    Bt_ssize_t inittab_count;            ///< read and written under `mutex`
    Bt_ssize_t definitions;              ///< m_index given out so far; atomic
    BtMutex mutex;                       ///< guards the two lists and the table; held for a few instructions, never across the API
    void *loading;                       ///< imports that run
    void *waiting;                       ///< threads that wait for one
};
BT_DATA struct BtImport_ _bt_import;

/// The file that the runtime was loaded from: the program, or a library that it links. NULL if that is unknown.
const char *_bt_runtime_library(void);

/// For Swift, which would see the array as a tuple, and has no atomics on plain memory.
BT_INLINE struct BtInittab_ *_bt_inittab(Bt_ssize_t index) { return &_bt_import.inittab[index]; }
BT_INLINE Bt_ssize_t _bt_next_definition(void)
{
    return __atomic_add_fetch(&_bt_import.definitions, 1, __ATOMIC_RELAXED);
}

// --- weak references

#define BT_WEAKREF_MUTEXES_ 64
/// Guards of the lists of weak references in the free-threaded mode, shared by objects whose addresses fall together.
BT_DATA BtMutex _bt_weakref_mutexes[BT_WEAKREF_MUTEXES_];

BT_INLINE BtMutex *_bt_weakref_mutex(BtObject *object)
{
    uintptr_t address_ = BT_CAST(uintptr_t, object);
    return &_bt_weakref_mutexes[(address_ >> 4 ^ address_ >> 12) % BT_WEAKREF_MUTEXES_];
}

/// Take a reference to an object that may be dying: 1, or 0 if it is. Its memory is kept from being freed meanwhile.
int _bt_try_incref(BtObject *object) BT_ATTACHED;
/// Note, in the free-threaded mode, that other threads may take references by _bt_try_incref.
void _bt_weakly_referenced(BtObject *object) BT_ATTACHED;

// --- capsules and warnings

/// Guard: attached; what a capsule holds is set by its owner before it is shared.
typedef struct BtCapsuleObject_ {
    BtObject_HEAD
    void *pointer BT_GUARDED;
    const char *name BT_GUARDED;
    void *context BT_GUARDED;
    BtCapsule_Destructor destroy BT_GUARDED;
} BtCapsuleObject_;

/// Which warnings have been shown. The dicts are made at start and lock themselves.
struct BtWarnings_ {
    BtObject *registry BT_GUARDED;  ///< those whose place has no registry of its own
    BtObject *once BT_GUARDED;      ///< those of the action `once`
};
BT_DATA struct BtWarnings_ _bt_warnings;

BT_END_DECLS

#include "host_addresses.h"

#endif
