/// @file host.h
/// The face of CBaton towards its host (BatonRuntime): the thread state's fields and the functions that only a host calls.
///
/// Not included by baton.h. Extensions never see it: its layout may change with any version.
#ifndef BATON_HOST_H
#define BATON_HOST_H

#include "../baton.h"
#include "varargs.h"

BT_BEGIN_DECLS

/// One per thread that uses the runtime.
///
/// Guards: "owner" fields are touched by the thread itself only; "shared" ones through __atomic builtins; "mutex" ones
/// under the lock's internal mutex; "attached" ones by the thread itself while it is attached.
struct BtThreadState {
    // --- read and written by save and restore
    uint32_t state;            ///< shared: BT_STATE_…
    uint32_t full_releases;    ///< shared: not 0 while releases are full (read-modify-write) ones; counts down
    uint64_t acquisitions;     ///< owner

    // --- the host's, attached
    BtObject *current_exception;   ///< the error indicator (R9); owned; NULL if none
    BtObject *handled_exception;   ///< the exception that is being handled; owned; NULL if none
    void *heap;                    ///< host's
    void *frame;                   ///< innermost frame of a script; host's
    uintptr_t stack_limit;         ///< copied to BtCurrentThread_ at attach
    BtObject *thread_dict;         ///< BtThreadState_GetDict; owned; NULL before the first use
    BtObject *pending_async_exception;
};

// --- ints

/// The ints from BT_SMALL_INT_MIN to BT_SMALL_INT_MAX exist once each, immortal.
/// Guard: written before a second thread exists, read by all.
#define BT_SMALL_INT_MIN (-5)
#define BT_SMALL_INT_MAX 1024
BT_DATA BtLongObject _bt_small_ints[BT_SMALL_INT_MAX - BT_SMALL_INT_MIN + 1];

/// For Swift, which would see the array as a tuple.
BT_INLINE BtLongObject *_bt_small_int(Bt_ssize_t value) { return &_bt_small_ints[value - BT_SMALL_INT_MIN]; }

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
};
BT_DATA struct BtTextState_ _bt_text;

/// For Swift, which would see these arrays as tuples.
BT_INLINE BtObject **_bt_latin1_text(uint8_t character) { return &_bt_text.latin1[character]; }
BT_INLINE uint64_t *_bt_hash_secret(void) { return _bt_text.hash_secret; }

/// The walkers behind BtUnicode_FromFormat and BtUnicodeWriter_Format.
BtObject *_bt_unicode_from_format(const char *format, BtVarArgs_ *arguments) BT_ATTACHED BT_NEW_REF BT_ERR(NULL);
int _bt_unicode_writer_format(BtUnicodeWriter *writer, const char *format, BtVarArgs_ *arguments)
    BT_ATTACHED BT_ERR(-1);

BT_END_DECLS

#endif
