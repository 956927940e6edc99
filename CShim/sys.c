// Writing to sys.stdout and sys.stderr with a format. In C because `@c` in Swift cannot take variable arguments.
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "baton/host.h"

static void write_formatted(const char *name, const char *format, va_list arguments) BT_ATTACHED
{
    char text[1024];
    int length = vsnprintf(text, 1001, format, arguments);
    if (length > 1000) {
        strcpy(text + 1000, "... truncated");
    }
    _bt_sys_write(name, text);
}

void BtSys_WriteStdout(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    write_formatted("stdout", format, arguments);
    va_end(arguments);
}

void BtSys_WriteStderr(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    write_formatted("stderr", format, arguments);
    va_end(arguments);
}
