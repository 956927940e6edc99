// Turning the checks on.
#include "check.h"
#include "objects.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>

BT_API struct BtCheck_ _bt_check;

/// The process is about to end for a breach that cannot be mended.
static void fatal(int rule, const char *function, const char *what)
{
    BtCheckThread_ *thread = _bt_check_thread();
    char name[160];
    BtFinding_ finding = {
        .rule = rule, .kind = "fatal", .function = _bt_check_function(thread, name, sizeof name),
        .places = {{"at", _bt_check_current_place(thread), NULL}},
    };
    _bt_report(&finding, "%s: %s", function, what);
    _bt_check_finish();
    signal(SIGABRT, SIG_DFL);  // the report is better than a handler's backtrace
}

void _bt_check_last_look(void)
{
    _bt_check_quarantine_patterns();
    _bt_check_leaks_at_exit();
    _bt_report_short_releases();
}

int _bt_check_start(void)
{
    if (_bt_check.is_on) {
        return 0;
    }
    const char *wish = getenv("BATON_CHECK");
    _bt_check.fails = wish != NULL && strcmp(wish, "fail") == 0;
    _bt_check.is_on = 1;
    _bt_fatal_hook = fatal;
    _bt_freed_hook = _bt_check_freed;
    _bt_report_start();
    _bt_check_bind();
    _bt_mutexes_start();
    return 0;
}
