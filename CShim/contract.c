// Ending the process when the contract is broken. In C because the lock and the counting find the breaches.
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "baton/host_thread.h"

void (*_bt_fatal_hook)(int rule, const char *function, const char *what);
void (*_bt_freed_hook)(BtObject *object, int is_drop);

// What it does in checked mode stands in check/touches.c, to which the call is bound then.
void _bt_touched(const void *object, const char *function)
{
    (void)object;
    (void)function;
}

// One write, so that messages of threads that fail together do not mix.
static BT_NORETURN void end_process(const char *message)
{
    fflush(stdout);
    fputs(message, stderr);
    fflush(stderr);
    abort();
}

void _bt_fatal_rule(int rule, const char *function, const char *format, ...)
{
    char what[512];
    char message[768];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(what, sizeof what, format, arguments);
    va_end(arguments);
    if (_bt_fatal_hook != NULL) {
        _bt_fatal_hook(rule, function, what);
        fflush(stdout);
        abort();
    }
    snprintf(message, sizeof message, "%s: %s (R%d). See: baton explain R%d\n", function, what, rule, rule);
    end_process(message);
}

void _bt_fatal(const char *format, ...)
{
    char what[512];
    char message[768];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(what, sizeof what, format, arguments);
    va_end(arguments);
    snprintf(message, sizeof message, "Baton: %s\n", what);
    end_process(message);
}
