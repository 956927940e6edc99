/// @file lifecycle.h
/// Starting and ending the runtime.
#ifndef BATON_LIFECYCLE_H
#define BATON_LIFECYCLE_H

#include "annotations.h"

BT_BEGIN_DECLS

/// How the runtime is started. Filled by BtConfig_Init, changed, given to Bt_InitializeFromConfig.
typedef struct BtConfig {
    size_t size;              ///< of this struct, in bytes
    int free_threaded;        ///< not 0: the free-threaded mode, else the locked one
    int scheduler;            ///< BT_SCHEDULER_… of lock.h
    int checked;              ///< not 0: checked mode, in which breaches of the contract are reported (BATON_CHECK)
    double switch_interval;   ///< seconds
    double shutdown_deadline; ///< seconds that Bt_FinalizeEx waits for threads that still use the runtime
    const char *module_path;  ///< colon-separated folders of extensions; NULL: BATON_PATH, then the installed ones
} BtConfig;

/// Set every field to its default, or to what the environment says (BATON_…).
BT_API void BtConfig_Init(BtConfig *config) BT_ANY_STATE BT_ERR(none) BT_SAFETY(distinct);
/// Start the runtime; the calling thread is its main thread, and is attached after it.
///
/// Errors:  -1 without an exception (there is no runtime to hold one); a message is on standard error. A call when the
///          runtime has started does nothing and gives 0.
/// Mirrors: Py_InitializeFromConfig.
BT_API int Bt_InitializeFromConfig(const BtConfig *config) BT_ATTACHES_THREAD BT_FAILS(-1) BT_SAFETY(distinct);
/// As Bt_InitializeFromConfig with the defaults; a failure is a fatal error. Mirrors: Py_Initialize, Py_InitializeEx.
BT_API void Bt_Initialize(void) BT_ATTACHES_THREAD BT_ERR(none) BT_SAFETY(distinct);
BT_API void Bt_InitializeEx(int install_signal_handlers) BT_ATTACHES_THREAD BT_ERR(none) BT_SAFETY(distinct);
/// Say whether the runtime has started and not ended. Mirrors: Py_IsInitialized.
BT_API int Bt_IsInitialized(void) BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);
/// Say whether shutdown has begun (R10). Mirrors: Py_IsFinalizing.
BT_API int Bt_IsFinalizing(void) BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);
/// End the runtime: run the exit functions, wait for threads that still use it until the deadline.
///
/// Errors:  -1 if threads are left: the runtime stays as it is, for them. Nothing is torn down under a live thread.
/// Mirrors: Py_FinalizeEx, Py_Finalize.
BT_API int Bt_FinalizeEx(void) BT_DETACHES_THREAD BT_FAILS(-1) BT_SAFETY(distinct);
BT_API void Bt_Finalize(void) BT_DETACHES_THREAD BT_ERR(none) BT_SAFETY(distinct);
/// Set how long, in seconds, Bt_FinalizeEx waits for threads that still use the runtime.
BT_API void Bt_SetShutdownDeadline(double seconds) BT_ANY_STATE BT_ERR(none) BT_SAFETY(distinct);

/// What a thread that uses the runtime does.
typedef enum BtRuntimeUse { BT_USE_ATTACHED, BT_USE_WAITING, BT_USE_IN_BLOCK } BtRuntimeUse;
/// A thread that uses the runtime: it is between its attach and its detach, allow-threads blocks included.
typedef struct BtRuntimeUser {
    unsigned long native_id;  ///< the number that the kernel gives it
    char name[32];            ///< as the system knows it; may be empty
    BtRuntimeUse use;
} BtRuntimeUser;
/// Fill `users` with at most `room` of the threads that use the runtime, and `guards` (may be NULL) with the number of
/// open interpreter guards; return how many threads there are. What Bt_FinalizeEx waits for.
BT_API Bt_ssize_t Bt_GetRuntimeUsers(BtRuntimeUser *users, Bt_ssize_t room, Bt_ssize_t *guards)
    BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);
/// Register a C function to run at the end of Bt_FinalizeEx, last first; -1 if 32 are registered.
/// Mirrors: Py_AtExit.
BT_API int Bt_AtExit(void (*function)(void)) BT_ANY_STATE BT_FAILS(-1) BT_SAFETY(atomic);
/// Return the version with the compiler, a static string. Mirrors: Py_GetVersion.
BT_API const char *Bt_GetVersion(void) BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);
/// Print a message with the function at fault, and abort. Mirrors: Py_FatalError.
BT_API BT_NORETURN void _Bt_FatalErrorFunc(const char *function, const char *message)
    BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);
#define Bt_FatalError(message) _Bt_FatalErrorFunc(__func__, (message))

BT_END_DECLS

#endif
