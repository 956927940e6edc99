/// @file host_lifecycle.h
/// The part of host.h that concerns starting and ending.
#ifndef BATON_HOST_LIFECYCLE_H
#define BATON_HOST_LIFECYCLE_H

#include "lifecycle.h"
#include "mutex.h"

BT_BEGIN_DECLS

#define BT_EXIT_FUNCTIONS 32

/// guarded by: `is_initialized` and `exit_count` by __atomic builtins; the rest is written by the thread that starts or
/// ends the runtime.
struct BtRuntime_ {
    int is_initialized;
    int has_types;              ///< the types have been made ready, which happens once in a process
    double shutdown_deadline;   ///< seconds
    char *module_path;          ///< owned; NULL: not configured
    BtMutex starting;           ///< held by the thread that starts the runtime
    int exit_count;
    void (*exit_functions[BT_EXIT_FUNCTIONS])(void);
};
BT_DATA struct BtRuntime_ _bt_runtime;

/// For Swift, which would take `&_bt_runtime` for an access of the whole.
BT_INLINE BtMutex *_bt_runtime_starting(void) { return &_bt_runtime.starting; }

/// Call the functions of Bt_AtExit, last first.
void _bt_run_exit_functions(void);
BT_INLINE void _bt_set_initialized(int value) { __atomic_store_n(&_bt_runtime.is_initialized, value, __ATOMIC_RELEASE); }

/// Bytes of a thread's stack that recursion leaves free. Threads of scripts get them besides the size that was asked for.
#define BT_STACK_RESERVE ((size_t)128 * 1024)

/// Raise RecursionError; -1.
int _bt_raise_recursion_error(const char *where) BT_ATTACHED;

BT_END_DECLS

#endif
