/// @file current.h
/// The one thread-local struct that inline code reads: who this thread is, and whether it is attached.
///
/// At most 64 bytes and of the initial-exec model, so that it costs one load from Swift and from a dlopened extension.
/// Extensions do not use it by name; the inline functions of the headers do.
#ifndef BATON_CURRENT_H
#define BATON_CURRENT_H

#include "annotations.h"

BT_BEGIN_DECLS

typedef struct BtThreadState BtThreadState;

struct BtCurrentThread_ {
    /// The number by which this thread counts: 0 while detached, BT_NUMBER_LOCKED or BT_OWNER_CHECKED while attached.
    uint16_t number;
    /// The owner that new objects get: as `number`, but BT_NUMBER_LOCKED in checked mode.
    uint16_t new_owner;
    /// Not 0 if the runtime is free-threaded: containers and critical sections lock.
    uint32_t free_threaded;
    /// The attached thread state; NULL while detached.
    BtThreadState *state;
    /// The thread state that stays with this thread for its life (BtGILState_Ensure); NULL before the first.
    BtThreadState *own_state;
    /// The heap from which this thread makes objects; meaning known to the host only.
    void *heap;
    /// Lowest address that recursion may reach; below it a call raises RecursionError.
    uintptr_t stack_limit;
    /// The innermost open critical section; NULL if none.
    void *critical_section;
    /// Objects that wait to be freed until the outermost deallocator ends (Bt_TRASHCAN_BEGIN), linked by ob_ref_shared.
    struct BtObject *trash;
    /// How many deallocators are nested.
    uintptr_t dealloc_depth;
};

extern __attribute__((visibility("default"))) __thread struct BtCurrentThread_ _bt_current BT_TLS_MODEL;

/// What inline save and restore read and write of a thread state: its beginning.
///
/// "shared" fields are written by several threads, "counter" ones by the owner alone and read by all, both through
/// __atomic builtins; "owner" ones are the owner's.
struct BtThreadHead_ {
    uint32_t state;            ///< shared: 0 detached, 1 attached or about to look whether it has the lock
    uint32_t full_releases;    ///< shared: not 0 while releases are full (read-modify-write) ones; counts down
    uint64_t acquisitions;     ///< counter
    uint16_t number;           ///< what BtCurrentThread_.number is while attached; written before the first attach
    uint16_t new_owner;        ///< likewise
    uint32_t is_held;          ///< owner: a save under the hold switch has kept the lock
    struct BtCurrentThread_ *thread;  ///< owner: the thread that it belongs to, NULL before the first attach
    uint32_t processor;        ///< shared: on which the thread ran when it got the lock; UINT32_MAX: not known
    uint32_t asks_as;          ///< its number in BT_ATTENTION_ASK, in place; 0: does not ask. Written when the memory is made
};

/// What the fast paths of save, restore and safe points read: one line of the cache, written on slow paths only.
struct BtLockHead_ {
    uint32_t attention;     ///< atomic: BT_ATTENTION_… bits
    uint32_t unused;
    BtThreadState *holder;  ///< atomic: who holds the lock, or has put it down lazily; changed by compare-and-swap
    BtThreadState *heir;    ///< atomic: a waiter that spins and sees to it that a lock put down is granted; NULL: none
    uint64_t may_ask_at;    ///< atomic: when a thread may ask; 0: now
    uint8_t pad[32];
} __attribute__((aligned(64)));
BT_DATA struct BtLockHead_ _bt_lock_head;

/// For Swift, which cannot name a thread-local variable.
BT_INLINE struct BtCurrentThread_ *_bt_current_thread(void) { return &_bt_current; }

BT_END_DECLS

#endif
