// What bytes and bytearray need of C: data, the front end of a variadic function, and GNU's memrchr, which Swift
// does not see.
#define _GNU_SOURCE
#include <string.h>

#include "baton/host.h"
#include "varargs_list.h"

BT_API char _BtByteArray_empty_string[1];

// Guard: filled at start, before a second thread exists; immortal after that.
BT_API BtBytesObject _bt_empty_bytes;
BT_API BtBytesObject _bt_single_bytes[256];

BtObject *BtBytes_FromFormatV(const char *format, va_list arguments)
{
    BtVarArgs_ cursor;
    va_copy(cursor.list, arguments);
    BtObject *result = _bt_bytes_from_format(format, &cursor);
    va_end(cursor.list);
    return result;
}

BtObject *BtBytes_FromFormat(const char *format, ...)
{
    BtVarArgs_ cursor;
    va_start(cursor.list, format);
    BtObject *result = _bt_bytes_from_format(format, &cursor);
    va_end(cursor.list);
    return result;
}

const void *_bt_find_last_byte(const void *bytes, size_t size, int byte)
{
    return memrchr(bytes, byte, size);
}
