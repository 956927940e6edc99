/// @file annotations.h
/// What every declaration of the API says of itself, in words that the compiler and tools read.
///
/// A declaration ends in, and in this order:
///
///   1. the lock state that it needs or changes       BT_ATTACHED, BT_ANY_STATE, BT_ATTACHES, BT_DETACHES, BT_BLOCKS
///   2. the reference that it returns                 BT_NEW_REF, BT_BORROWED_REF, BT_NO_REF
///   3. the reference that it takes over              BT_STEALS(parameter)
///   4. what it returns on an error                   BT_ERR(NULL), BT_ERR(-1), BT_ERR(occurred), BT_ERR(none),
///                                                    BT_ERR(always), BT_FAILS(NULL), BT_FAILS(-1)
///   5. how safe it is in the free-threaded mode      BT_SAFETY(level)
///
///     BT_API BtObject *BtList_GetItemRef(BtObject *list, Bt_ssize_t index)
///         BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
///
/// With clang the lock states are capability attributes, which `-Wthread-safety` checks in every function that uses
/// them; the others are `annotate` attributes. With gcc all of them are empty.
#ifndef BATON_ANNOTATIONS_H
#define BATON_ANNOTATIONS_H

#include "config.h"

#if BT_HAS_CLANG
#  define BT_ATTRIBUTE_(x) __attribute__((x))
#  define BT_NOTE_(text) __attribute__((annotate("baton:" text)))
#else
#  define BT_ATTRIBUTE_(x)
#  define BT_NOTE_(text)
#endif

/// Exported by the host program, visible to every extension.
#define BT_API __attribute__((visibility("default")))

/// Exported data. Swift may read it from any thread: it is written before a second thread exists, or has a guard.
#define BT_DATA extern __attribute__((visibility("default"))) BT_ATTRIBUTE_(swift_attr("nonisolated(unsafe)"))

/// Exported only because inline code of these headers needs it; no part of the API.
#define BT_INLINE_ABI BT_API

/// An inline function of the headers.
#define BT_INLINE static inline
/// For one that is short and hot: inlined wherever it is called.
#define BT_ALWAYS_INLINE_ __attribute__((always_inline))

// 1. Lock states.
//
// BT_CONTRACT is how strictly clang checks them:
//
//   strict   (also when it is not defined) whoever touches objects says so: a function that calls the API without being
//            marked BT_ATTACHED is reported. Finds the most.
//   relaxed  for code without annotations: attached unless it is seen to be in a block. Finds what is wrong inside a
//            block and on the way out of it.
//
// Defined at all, it also turns on what costs compile time or would surprise: results that carry an error must be used
// (R9), gcc follows the blocks of a function (contract.h), and calls that wait are known (the headers in checked/, R7).

#define BT_CONTRACT_IS_strict 1
#define BT_CONTRACT_IS_relaxed 2
#define BT_CONTRACT_IS_BT_CONTRACT 0
#define BT_CONTRACT_NUMBER__(word) BT_CONTRACT_IS_##word
#define BT_CONTRACT_NUMBER_(word) BT_CONTRACT_NUMBER__(word)
#define BT_CONTRACT_NUMBER BT_CONTRACT_NUMBER_(BT_CONTRACT)

#ifdef BT_CONTRACT
#  if BT_CONTRACT_NUMBER != 1 && BT_CONTRACT_NUMBER != 2
#    error "BT_CONTRACT is strict or relaxed: -DBT_CONTRACT=strict"
#  endif
#  define BT_IS_CHECKED 1
#else
#  define BT_IS_CHECKED 0
#endif

// The capabilities have no value at run time. Those of the relaxed contract are fields, and pointers: `guarded_by(!x)`
// means "not while x is held" only where x is a scalar that clang does not take for something of the current scope.
struct BT_ATTRIBUTE_(capability("attached thread state")) BtAttachedCapability_ { char unused; };
BT_DATA struct BtAttachedCapability_ _bt_attached;

#if BT_HAS_CLANG
#  if __has_attribute(reentrant_capability)
#    define BT_REENTRANT_ BT_ATTRIBUTE_(reentrant_capability)
#  endif
#endif
#ifndef BT_REENTRANT_
#  define BT_REENTRANT_
#endif

// Native mutexes, all of them one capability. Clang reports much about it that is no breach of the contract: locks that
// a function leaves held, or takes on some paths only. `baton check` keeps what is R8; the plain flags leave it out.
#if BT_HAS_CLANG && defined(BT_CHECKS_MUTEXES_)
struct BT_ATTRIBUTE_(capability("native mutex")) BT_REENTRANT_ BtMutexCapability_ { char unused; };
extern struct BtNativeCapabilities_ {
    struct BtMutexCapability_ *mutex;
} _bt_native;
#  define BT_LOCKS_NATIVE_ BT_ATTRIBUTE_(acquire_capability(_bt_native.mutex))
#  define BT_UNLOCKS_NATIVE_ BT_ATTRIBUTE_(release_capability(_bt_native.mutex))
#  define BT_NO_NATIVE_ BT_ATTRIBUTE_(locks_excluded(_bt_native.mutex))
#else
#  define BT_LOCKS_NATIVE_
#  define BT_UNLOCKS_NATIVE_
#  define BT_NO_NATIVE_
#endif

// A pointer that may be NULL where it comes from, and must not be where it goes (R10): for clang's static analyzer, which
// `baton check` runs for files that attach in a way that can fail.
#if BT_HAS_CLANG && defined(BT_CHECKS_NULLS_)
#  define BT_MAYBE_NULL_ _Nullable
#  define BT_NOT_NULL_ _Nonnull
#else
#  define BT_MAYBE_NULL_
#  define BT_NOT_NULL_
#endif

#if BT_CONTRACT_NUMBER == 2
struct BT_ATTRIBUTE_(capability("allow-threads block")) BtBlockCapability_ { char unused; };
struct BT_ATTRIBUTE_(capability("ensured thread state")) BT_REENTRANT_ BtEnsuredCapability_ { char unused; };
extern struct BtThreadCapabilities_ {
    struct BtBlockCapability_ *block;
    struct BtEnsuredCapability_ *ensured;
} _bt_thread;

#  define BT_ATTACHED BT_ATTRIBUTE_(locks_excluded(_bt_thread.block))
#  define BT_ANY_STATE
#  define BT_ATTACHES BT_ATTRIBUTE_(release_capability(_bt_thread.block)) BT_NO_NATIVE_
#  define BT_DETACHES BT_ATTRIBUTE_(acquire_capability(_bt_thread.block))
#  define BT_ATTACHES_ENSURED BT_ATTRIBUTE_(acquire_capability(_bt_thread.ensured)) BT_NO_NATIVE_
#  define BT_DETACHES_ENSURED BT_ATTRIBUTE_(release_capability(_bt_thread.ensured))
#  define BT_ATTACHES_THREAD BT_NO_NATIVE_
#  define BT_DETACHES_THREAD
#  define BT_ATTACHES_OR_FAILS BT_NO_NATIVE_
#  define BT_BLOCKS BT_ATTRIBUTE_(locks_excluded(_bt_thread.ensured))
#  define BT_GUARDED BT_ATTRIBUTE_(guarded_by(!_bt_thread.block))
#else
/// The caller is attached (R1), and still is after the call. The call may switch threads in between.
#  define BT_ATTACHED BT_ATTRIBUTE_(requires_capability(_bt_attached))
/// The caller may be attached or detached; the state is the same after the call.
#  define BT_ANY_STATE
/// The caller is detached by a save, and attached after the call.
#  define BT_ATTACHES BT_ATTRIBUTE_(acquire_capability(_bt_attached)) BT_NO_NATIVE_
/// The caller is attached, and detached after the call until the restore.
#  define BT_DETACHES BT_ATTRIBUTE_(release_capability(_bt_attached))
/// The same for pairs that a thread of any origin uses: the caller need not be in a block, and may be attached already.
#  define BT_ATTACHES_ENSURED BT_ATTACHES
#  define BT_DETACHES_ENSURED BT_DETACHES
/// The same for calls that begin or end the thread's use of the runtime, in either order.
#  define BT_ATTACHES_THREAD BT_ATTACHES
#  define BT_DETACHES_THREAD BT_DETACHES
/// Attached after the call unless the result says that it failed (R10), which the compiler takes on trust.
#  define BT_ATTACHES_OR_FAILS BT_ATTRIBUTE_(assert_capability(_bt_attached)) BT_NO_NATIVE_
/// The caller must not be attached: the call waits for something, or takes long (R7).
#  define BT_BLOCKS BT_ATTRIBUTE_(locks_excluded(_bt_attached))
/// A field that only an attached thread may touch (R1).
#  define BT_GUARDED BT_ATTRIBUTE_(guarded_by(_bt_attached))
#endif

/// Inside an inline function: what follows is known to be attached although the compiler cannot see it.
#define BT_ASSUME_ATTACHED_FUNCTION BT_ATTRIBUTE_(no_thread_safety_analysis)

// 2. and 3. References.

/// The caller owns the reference that is returned.
#define BT_NEW_REF BT_NOTE_("new")
/// Somebody else owns the reference that is returned; it is good until control can leave the thread (R6).
#define BT_BORROWED_REF BT_NOTE_("borrowed")
/// The result is always NULL: the call sets an exception and is returned by its caller.
#define BT_NO_REF BT_NOTE_("none")
/// The call takes the caller's reference to `parameter`, also when it fails.
#define BT_STEALS(parameter) BT_NOTE_("steals=" #parameter)

// 4. Errors (R9: an exception is set if and only if the error value is returned).

/// The value that says "an exception is set". `occurred`: the value -1 may also be a result, ask BtErr_Occurred.
/// `none`: the call cannot fail. `always`: that is all it ever returns. Under BT_CONTRACT a result that can say so must
/// be used.
#if BT_HAS_CLANG && BT_IS_CHECKED
#  define BT_ERR(value) BT_NOTE_("error=" #value) BT_ERR_SECOND_(value##_IS_NO_ERROR_, BT_MUST_USE, )
#  define BT_ERR_SECOND_(...) BT_ERR_SECOND__(__VA_ARGS__)
#  define BT_ERR_SECOND__(first, second, ...) second
#  define none_IS_NO_ERROR_ first_,
#  define always_IS_NO_ERROR_ first_,
#  define occurred_IS_NO_ERROR_ first_,
#else
#  define BT_ERR(value) BT_NOTE_("error=" #value)
#endif
/// The value that says "it did not work", without an exception: the caller may be detached, or have no runtime.
#define BT_FAILS(value) BT_NOTE_("fails=" #value)

// 5. Safety in the free-threaded mode, in the words of CPython's documentation.

/// `incompatible`: not to be called there. `compatible`: safe, the caller keeps the objects from being changed.
/// `distinct`: safe on different objects. `shared`: safe on the same object. `atomic`: one indivisible step as well.
#define BT_SAFETY(level) BT_NOTE_("safety=" #level)

// Marks that are no part of the contract.

#define BT_UNUSED(name) name##_unused __attribute__((unused))
#define BT_NORETURN __attribute__((noreturn))
#define BT_PRINTF(format_index, first) __attribute__((__format__(__printf__, format_index, first)))
#define BT_MUST_USE __attribute__((warn_unused_result))

#endif
