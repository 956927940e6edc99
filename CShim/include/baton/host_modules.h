/// @file host_modules.h
/// What the modules that the host brings itself keep; a part of host.h.
#ifndef BATON_HOST_MODULES_H
#define BATON_HOST_MODULES_H

#include "../baton.h"
#include "datetime.h"

#include <sys/types.h>

BT_BEGIN_DECLS

/// Modules that the runtime itself looks at. Guard: attached; each is set once, when the module is made, and stays.
struct BtHostModules_ {
    BtObject *builtins BT_GUARDED;  ///< the module; owned
    BtObject *sys BT_GUARDED;       ///< the module; owned
    BtTypeObject *namespace_type BT_GUARDED;  ///< types.SimpleNamespace
    BtTypeObject *generic_alias_type BT_GUARDED;
    BtTypeObject *union_type BT_GUARDED;
    BtTypeObject *lock_type BT_GUARDED;       ///< _thread.lock
    BtTypeObject *thread_handle_type BT_GUARDED;
    BtTypeObject *struct_time BT_GUARDED;     ///< time.struct_time
    BtTypeObject *group_type BT_GUARDED;      ///< of itertools, as the two below
    BtTypeObject *tee_type BT_GUARDED;
    BtTypeObject *tee_link_type BT_GUARDED;
    BtTypeObject *deque_type BT_GUARDED;      ///< of collections
    BtTypeObject *deque_iterator_type BT_GUARDED;
    BtTypeObject *unpack_iterator_type BT_GUARDED;  ///< of struct
    BtObject *struct_error BT_GUARDED;
    BtObject *signal_handlers BT_GUARDED;     ///< dict by number, what scripts set; NULL: no script uses signals
    Bt_ssize_t thread_count BT_GUARDED;       ///< threads that scripts started and that run
    Bt_ssize_t stack_size BT_GUARDED;         ///< of new threads; 0: the system's
    unsigned long main_thread BT_GUARDED;     ///< the ident of the thread that made builtins
};
BT_DATA struct BtHostModules_ _bt_host_modules;

/// What the module datetime keeps. Guard: attached; each is set once, when the module is made, and stays.
struct BtDateTimes_ {
    BtDateTime_CAPI api BT_GUARDED;           ///< what the capsule points at
    BtTypeObject *timezone_type BT_GUARDED;
    BtTypeObject *week_type BT_GUARDED;       ///< what isocalendar returns
};
BT_DATA struct BtDateTimes_ _bt_datetimes;

/// datetime.timezone.
typedef struct BtTimeZoneObject_ {
    BtObject ob_base;
    BtObject *offset BT_GUARDED;  ///< a timedelta; owned
    BtObject *name BT_GUARDED;    ///< a str, or NULL; owned
} BtTimeZoneObject_;

// The C library's variables of the same names, after tzset.
long _bt_timezone(void) BT_ANY_STATE;
int _bt_has_daylight(void) BT_ANY_STATE;
const char *_bt_timezone_name(int is_daylight) BT_ANY_STATE;
/// The size of the stacks of threads that are started from now on, 0: the system's; -1: the system refuses it.
int _bt_set_stack_size(size_t size) BT_ANY_STATE;
/// `environ`: the lines of the environment, NULL at the end.
char **_bt_environment(void) BT_ANY_STATE;
/// The processors that this process may use.
int _bt_usable_processors(void) BT_ANY_STATE;
/// getrandom.
ssize_t _bt_random_bytes(void *target, size_t size) BT_ANY_STATE;
/// fork.
pid_t _bt_fork(void) BT_ANY_STATE;
/// The size of a terminal; -1 with errno.
int _bt_terminal_size(int descriptor, int *columns, int *lines) BT_ANY_STATE;

/// A small object of the host's own modules: an iterator, a lock, a partial function. What the fields mean is said by its
/// type. Guard: the critical section of the object.
typedef struct BtRecordObject_ {
    BtObject ob_base;
    BtObject *first BT_GUARDED;
    BtObject *second BT_GUARDED;
    BtObject *third BT_GUARDED;
    BtObject *fourth BT_GUARDED;
    Bt_ssize_t count BT_GUARDED;
    Bt_ssize_t limit BT_GUARDED;
    Bt_ssize_t step BT_GUARDED;
    Bt_ssize_t state BT_GUARDED;
    BtObject *dict BT_GUARDED;      ///< instances of subtypes and of types that have attributes; else NULL
    BtObject *weakrefs BT_GUARDED;
    void *memory BT_GUARDED;        ///< native memory that the type frees
} BtRecordObject_;

/// collections.deque. Guard: the critical section of the object.
typedef struct BtDequeObject_ {
    BtObject ob_base;
    BtObject **items BT_GUARDED;     ///< a ring of `capacity` places, a power of two; NULL while that is 0
    Bt_ssize_t capacity BT_GUARDED;
    Bt_ssize_t start BT_GUARDED;
    Bt_ssize_t count BT_GUARDED;
    Bt_ssize_t maxlen BT_GUARDED;    ///< -1: no limit
    Bt_ssize_t changes BT_GUARDED;   ///< counts changes of its length, for iterators
    BtObject *weakrefs BT_GUARDED;
} BtDequeObject_;

BT_END_DECLS

#endif
