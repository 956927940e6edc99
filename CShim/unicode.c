// Text: the variadic front ends, and the state that Swift cannot define. In C because `@c` in Swift cannot take a va_list
// and cannot define data; memmem, because it is a GNU extension that Swift's Glibc leaves out.
#define _GNU_SOURCE
#include <string.h>

#include "baton/host.h"
#include "varargs_list.h"

struct BtTextState_ _bt_text;

// Parameters of the methods of str that take keywords.
#define BT_PARSER(symbol, name, ...)                                       \
    static const char *const symbol##_keywords[] = { __VA_ARGS__, NULL }; \
    _BtArg_Parser symbol = { .keywords = symbol##_keywords, .fname = name };
BT_PARSER(_bt_str_new_parser, "str", "object", "encoding", "errors")
BT_PARSER(_bt_str_encode_parser, "encode", "encoding", "errors")
BT_PARSER(_bt_str_split_parser, "split", "sep", "maxsplit")
BT_PARSER(_bt_str_rsplit_parser, "rsplit", "sep", "maxsplit")
BT_PARSER(_bt_str_splitlines_parser, "splitlines", "keepends")
BT_PARSER(_bt_str_expandtabs_parser, "expandtabs", "tabsize")
BT_PARSER(_bt_str_replace_parser, "replace", "", "", "count")

BtObject *BtUnicode_FromFormatV(const char *format, va_list arguments)
{
    BtVarArgs_ cursor;
    va_copy(cursor.list, arguments);
    BtObject *text = _bt_unicode_from_format(format, &cursor);
    va_end(cursor.list);
    return text;
}

BtObject *BtUnicode_FromFormat(const char *format, ...)
{
    BtVarArgs_ cursor;
    va_start(cursor.list, format);
    BtObject *text = _bt_unicode_from_format(format, &cursor);
    va_end(cursor.list);
    return text;
}

int BtUnicodeWriter_Format(BtUnicodeWriter *writer, const char *format, ...)
{
    BtVarArgs_ cursor;
    va_start(cursor.list, format);
    int status = _bt_unicode_writer_format(writer, format, &cursor);
    va_end(cursor.list);
    return status;
}

void *_bt_find_bytes(const void *bytes, size_t count, const void *part, size_t part_count)
{
    return memmem(bytes, count, part, part_count);
}
