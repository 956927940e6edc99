// The runtime's own switches, and what needs the C compiler: its name, a function that does not return.
#include <stdio.h>
#include <stdlib.h>

#include "baton/host.h"

BT_API struct BtRuntime_ _bt_runtime;

static int is_set(const char *name)
{
    const char *value = getenv(name);
    return value != NULL && value[0] != '\0' && !(value[0] == '0' && value[1] == '\0');
}

void BtConfig_Init(BtConfig *config)
{
    *config = (BtConfig){
        .size = sizeof(BtConfig),
        .free_threaded = is_set("BATON_FREE_THREADED"),
        .scheduler = BT_SCHEDULER_ADAPTIVE,
        .checked = is_set("BATON_CHECK"),
        .switch_interval = 0.005,
        .shutdown_deadline = 5.0,
    };
    const char *scheduler = getenv("BATON_SCHEDULER");
    for (int kind = BT_SCHEDULER_ADAPTIVE; scheduler != NULL && kind <= BT_SCHEDULER_TICKS; kind++) {
        if (strcmp(scheduler, BtLock_GetSchedulerName((BtLockScheduler)kind)) == 0) {
            config->scheduler = kind;
        }
    }
}

#if defined(__clang__)
#  define COMPILER "[clang " __clang_version__ "]"
#else
#  define COMPILER "[gcc " __VERSION__ "]"
#endif

const char *Bt_GetVersion(void) { return BT_VERSION " " COMPILER; }

int Bt_IsInitialized(void) { return __atomic_load_n(&_bt_runtime.is_initialized, __ATOMIC_ACQUIRE); }

int Bt_IsFinalizing(void) { return _bt_shutdown_has_begun(); }

void Bt_SetShutdownDeadline(double seconds) { _bt_runtime.shutdown_deadline = seconds; }

int Bt_AtExit(void (*function)(void))
{
    int index = __atomic_load_n(&_bt_runtime.exit_count, __ATOMIC_RELAXED);
    do {
        if (index >= BT_EXIT_FUNCTIONS) {
            return -1;
        }
    } while (!__atomic_compare_exchange_n(&_bt_runtime.exit_count, &index, index + 1, 0, __ATOMIC_ACQ_REL,
                                          __ATOMIC_RELAXED));
    _bt_runtime.exit_functions[index] = function;
    return 0;
}

void _bt_run_exit_functions(void)
{
    while (_bt_runtime.exit_count > 0) {
        void (*function)(void) = _bt_runtime.exit_functions[--_bt_runtime.exit_count];
        if (function != NULL) {
            function();
        }
    }
}

void _Bt_FatalErrorFunc(const char *function, const char *message)
{
    fprintf(stderr, "Fatal Baton error: %s: %s\n", function, message);
    fflush(stderr);
    abort();
}
