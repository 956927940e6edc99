// The decimal text of doubles. In C because printf's functions are variadic. The locale of the process does not count:
// the text is that of the C locale.
#define _GNU_SOURCE
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#include "baton/host.h"

/// The C locale: glibc gives a static object, no memory is taken.
static locale_t c_locale(void) { return newlocale(LC_ALL_MASK, "C", (locale_t)0); }

int _bt_double_write(char *buffer, size_t size, char format, int precision, double value)
{
    locale_t before = uselocale(c_locale());
    int length = format == 'e' ? snprintf(buffer, size, "%.*e", precision, value)
                               : snprintf(buffer, size, "%.*f", precision, value);
    uselocale(before);
    return length;
}

double _bt_double_read(const char *text, char **end) { return strtod_l(text, end, c_locale()); }
