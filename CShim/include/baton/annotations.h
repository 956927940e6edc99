/// @file annotations.h
/// What every declaration of the API says of itself, in words that the compiler and tools read.
///
/// A declaration ends in, and in this order:
///
///   1. the lock state that it needs or changes       BT_ATTACHED, BT_ANY_STATE, BT_ATTACHES, BT_DETACHES
///   2. the reference that it returns                 BT_NEW_REF, BT_BORROWED_REF, BT_NO_REF
///   3. the reference that it takes over              BT_STEALS(parameter)
///   4. what it returns on an error                   BT_ERR(NULL), BT_ERR(-1), BT_ERR(occurred), BT_ERR(none),
///                                                    BT_FAILS(NULL), BT_FAILS(-1)
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

// 1. Lock states.

/// The capability "this thread is attached". It has no value at run time.
struct BT_ATTRIBUTE_(capability("attached thread state")) BtAttachedCapability_ { char unused; };
BT_DATA struct BtAttachedCapability_ _bt_attached;

/// The caller is attached (R1), and still is after the call. The call may switch threads in between.
#define BT_ATTACHED BT_ATTRIBUTE_(requires_capability(_bt_attached))
/// The caller may be attached or detached; the state is the same after the call.
#define BT_ANY_STATE
/// The caller is detached, and attached after the call.
#define BT_ATTACHES BT_ATTRIBUTE_(acquire_capability(_bt_attached))
/// The caller is attached, and detached after the call.
#define BT_DETACHES BT_ATTRIBUTE_(release_capability(_bt_attached))
/// The caller must not be attached: the call waits for something, or takes long (R7).
#define BT_BLOCKS BT_ATTRIBUTE_(locks_excluded(_bt_attached))
/// A field that only an attached thread may touch (R1).
#define BT_GUARDED BT_ATTRIBUTE_(guarded_by(_bt_attached))
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
/// `none`: the call cannot fail.
#define BT_ERR(value) BT_NOTE_("error=" #value)
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
