/// @file host_foreign.h
/// What ctypes keeps of C's data and functions; a part of host.h.
#ifndef BATON_HOST_FOREIGN_H
#define BATON_HOST_FOREIGN_H

#include "../baton.h"

BT_BEGIN_DECLS

// Kinds of types.
#define BT_FOREIGN_SIMPLE 1u
#define BT_FOREIGN_ARRAY 2u
#define BT_FOREIGN_POINTER 3u
#define BT_FOREIGN_STRUCTURE 4u
#define BT_FOREIGN_UNION 5u
#define BT_FOREIGN_FUNCTION 6u

/// A simple value within an aggregate: where it is, and what libffi calls its type.
typedef struct BtForeignLeaf_ {
    Bt_ssize_t offset;
    void *ffi;
} BtForeignLeaf_;

/// How values of a type lie in memory. Guard: attached; but for `is_final` and `pointer_type` written before the type is
/// shared, or, for the fields of a structure, before there is an instance.
typedef struct BtForeignLayout_ {
    Bt_ssize_t size;        ///< bytes
    Bt_ssize_t alignment;   ///< bytes
    Bt_ssize_t length;      ///< items of an array, fields of a structure, 1 for a pointer
    uint32_t kind;          ///< BT_FOREIGN_…
    uint32_t flags;         ///< of functions: how they are called
    uint8_t code;           ///< the letter of a simple type
    uint8_t is_swapped;     ///< the bytes are in the order that is not the machine's
    uint8_t is_plain;       ///< simple, and read as a Python value rather than as an object of the type
    uint8_t is_final;       ///< used: the fields cannot be set any more
    uint8_t has_fields;     ///< `_fields_` has been set
    uint8_t is_mixed;       ///< holds a union or bit fields: eight bytes of it may be more than one leaf
    uint8_t converts;       ///< arguments are converted natively: `from_param` is the type's own
    uint8_t unused;
    BtObject *item BT_GUARDED;       ///< type of items, or of what a pointer points to; owned; NULL: none
    BtObject *arguments BT_GUARDED;  ///< of functions: tuple of types; owned; NULL: not given
    BtObject *result BT_GUARDED;     ///< of functions: type, callable, None; owned; NULL: not given
    char *format;           ///< as in the struct module; own memory
    Bt_ssize_t *shape;      ///< of arrays; own memory
    int dimensions;
    int leaf_count;         ///< -1: too many to be passed in registers
    BtForeignLeaf_ *leaves; ///< own memory
    void *ffi;              ///< ffi_type * for passing by value; NULL: not made
    void *ffi_memory;       ///< own memory behind it
} BtForeignLayout_;

/// A type of ctypes.
typedef struct BtForeignTypeObject_ {
    BtHeapTypeObject heap_type;
    BtForeignLayout_ *layout;  ///< own memory; NULL: abstract
} BtForeignTypeObject_;

/// A piece of C's memory. Guard: attached; the bytes are the program's business (R8).
typedef struct BtForeignObject_ {
    BtObject ob_base;
    char *memory;               ///< the bytes
    Bt_ssize_t size;            ///< bytes
    Bt_ssize_t index;           ///< its place in `owner`
    Bt_ssize_t length;          ///< of the type
    BtObject *owner BT_GUARDED; ///< whose bytes they are, in part; owned; NULL: its own, or nobody's
    BtObject *kept BT_GUARDED;  ///< what the bytes point to: a dict by place, or one object; owned
    uint64_t owns_memory;       ///< `memory` is malloc's
    uint64_t small[2];          ///< where few bytes are
} BtForeignObject_;

/// How a call treats the lock.
#define BT_RELEASE_HOLD 1u     ///< it is held; the time is watched (R7)
#define BT_RELEASE_FULLY 2u    ///< it is put down for anybody to take
#define BT_RELEASE_LAZY 3u     ///< it is put down, and handed over only if somebody waits
#define BT_RELEASE_AUTO 4u     ///< one of the above, by the function's time

/// What is counted of the calls of a function. Own memory, never freed. Guard: attached.
typedef struct BtForeignFigures_ {
    struct BtForeignFigures_ *next;
    char *name;
    char *library;
    uint64_t calls;
    uint64_t next_timed;     ///< the number of the call that is timed next
    uint64_t timed;          ///< calls that were timed
    uint64_t timed_ns;       ///< their time
    uint64_t longest_ns;
    uint64_t usual_ns;       ///< a moving average
    uint64_t helped;         ///< releases in which another thread had the lock
    uint64_t held_long;      ///< holds that R7 forbids
    uint64_t kept_waiting;   ///< of these, those at whose end somebody waited
    uint32_t policy;         ///< the one asked for last
    uint32_t in_force;       ///< what it came to
} BtForeignFigures_;

// What a function's result is made to.
#define BT_FOREIGN_RESULT_NONE 0u      ///< None
#define BT_FOREIGN_RESULT_VALUE 1u     ///< the value of a simple type
#define BT_FOREIGN_RESULT_OBJECT 2u    ///< an object of the type
#define BT_FOREIGN_RESULT_CALL 3u      ///< whatever a callable makes of an int
#define BT_FOREIGN_RESULT_PYTHON 4u    ///< an object of the runtime, whose reference is the result

/// A callable function pointer.
typedef struct BtForeignFunctionObject_ {
    BtForeignObject_ object;
    vectorcallfunc vectorcall BT_GUARDED;
    BtObject *arguments BT_GUARDED;   ///< tuple of types; owned; NULL: not given
    BtObject *given_arguments BT_GUARDED;  ///< the sequence that it was made of; owned
    BtObject *converters BT_GUARDED;  ///< tuple of those types that convert natively, else of `from_param`; owned
    BtObject *result BT_GUARDED;      ///< type, callable, None; owned; NULL before it is made
    BtObject *result_check BT_GUARDED;  ///< `_check_retval_` of the result; owned; NULL: none
    BtObject *check BT_GUARDED;       ///< errcheck; owned; NULL: none
    BtObject *parameters BT_GUARDED;  ///< paramflags; owned; NULL: none
    BtObject *callable BT_GUARDED;    ///< of a callback; owned; NULL: none
    BtObject *library BT_GUARDED;     ///< owned; NULL: none
    void *plans;                      ///< the prepared calls: a list that only grows; own memory
    void *closure;                    ///< of a callback
    BtForeignFigures_ *figures;       ///< NULL before the first call
    void *result_ffi;                 ///< ffi_type *
    char *name;                       ///< own memory; NULL: none
    uint32_t result_kind;             ///< BT_FOREIGN_RESULT_…
    uint32_t flags;                   ///< BT_FOREIGN_CALL_…
    uint32_t policy;                  ///< BT_RELEASE_…
} BtForeignFunctionObject_;

// How functions are called, with CPython's values.
#define BT_FOREIGN_CALL_C 1u
#define BT_FOREIGN_CALL_ATTACHED 4u    ///< as a function of the API: attached, and exceptions are looked for
#define BT_FOREIGN_CALL_ERRNO 8u       ///< errno is the thread's own
// Baton's own.
#define BT_FOREIGN_CALL_CHECKED 256u   ///< ints that do not fit are refused

/// An argument that was converted: what byref() and from_param() give.
typedef struct BtForeignArgumentObject_ {
    BtObject ob_base;
    void *ffi;                   ///< ffi_type *
    uint64_t value[2];
    BtObject *kept BT_GUARDED;   ///< owned
    uint32_t tag;                ///< the letter that repr shows
    Bt_ssize_t size;
} BtForeignArgumentObject_;

/// A field of a structure: a descriptor.
typedef struct BtForeignFieldObject_ {
    BtObject ob_base;
    BtObject *type BT_GUARDED;   ///< owned
    Bt_ssize_t offset;
    Bt_ssize_t size;             ///< bytes, or `bits << 16 | first bit`
    Bt_ssize_t index;
    uint32_t bits;               ///< 0: no bit field
    uint32_t first_bit;
    uint32_t is_anonymous;       ///< a field of the anonymous field `index`
} BtForeignFieldObject_;

/// The types of the module, and what its functions share. Guard: attached; each type is set once, when the module is made.
struct BtForeign_ {
    BtMutex mutex;               ///< guards the lists; held for a few instructions, never across the API
    BtTypeObject *meta;          ///< CType_Type
    BtTypeObject *simple_meta;
    BtTypeObject *array_meta;
    BtTypeObject *pointer_meta;
    BtTypeObject *structure_meta;
    BtTypeObject *union_meta;
    BtTypeObject *function_meta;
    BtTypeObject *data;          ///< _CData
    BtTypeObject *simple;
    BtTypeObject *array;
    BtTypeObject *pointer;
    BtTypeObject *structure;
    BtTypeObject *union_;
    BtTypeObject *function;
    BtTypeObject *argument;
    BtTypeObject *field;
    BtObject *pointer_types BT_GUARDED;  ///< dict: pointer types by type
    BtObject *array_types BT_GUARDED;    ///< dict: array types by (type, length)
    BtObject *argument_error BT_GUARDED;
    BtForeignFigures_ *figures;  ///< of all functions: a list, whose entries stay
    void *dead_closures;         ///< freed ones, kept for a while: a list, the latest first
};
BT_DATA struct BtForeign_ _bt_foreign;

/// For Swift: the address of the mutex.
BT_INLINE BtMutex *_bt_foreign_mutex(void) { return &_bt_foreign.mutex; }

/// The errno that scripts see: this thread's own.
int *_bt_foreign_errno(void) BT_ANY_STATE;

// --- the release policy: watched_release.c

/// As BtEval_SaveThread, and the release is a full one, which a waiter takes without a barrier.
BtThreadState *_bt_save_fully(void) BT_DETACHES;
/// As BtEval_RestoreThread. Returns 1 if another thread has had the lock since the save.
int _bt_restore_watched(BtThreadState *state) BT_ATTACHES;
/// Add to a count that several threads change; the sum.
BT_INLINE int32_t _bt_foreign_add(int32_t *count, int32_t more)
{
    return __atomic_add_fetch(count, more, __ATOMIC_ACQ_REL);
}
/// Say whether somebody waits for the lock.
BT_INLINE int _bt_somebody_waits(void)
{
    return (__atomic_load_n(&_bt_lock_head.attention, __ATOMIC_RELAXED)
            & (BT_ATTENTION_WAITERS | BT_ATTENTION_DROP | BT_ATTENTION_ASK)) != 0;
}

BT_END_DECLS

#endif
