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
    uintptr_t reserved[2];
};

extern __attribute__((visibility("default"))) __thread struct BtCurrentThread_ _bt_current BT_TLS_MODEL;

/// For Swift, which cannot name a thread-local variable.
BT_INLINE struct BtCurrentThread_ *_bt_current_thread(void) { return &_bt_current; }

BT_END_DECLS

#endif
