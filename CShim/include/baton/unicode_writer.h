/// @file unicode_writer.h
/// Making text piece by piece, without a str for each step. One thread at a time uses a writer.
#ifndef BATON_UNICODE_WRITER_H
#define BATON_UNICODE_WRITER_H

#include "unicode.h"

BT_BEGIN_DECLS

typedef struct BtUnicodeWriter BtUnicodeWriter;

/// Make a writer with room for `length` characters; end it by Finish or Discard.
///
/// Errors:  NULL with ValueError (negative length) or MemoryError.
/// Mirrors: PyUnicodeWriter_Create.
BT_API BtUnicodeWriter *BtUnicodeWriter_Create(Bt_ssize_t length) BT_ATTACHED BT_ERR(NULL) BT_SAFETY(atomic);

/// Return the text written, and free the writer, also on an error. Mirrors: PyUnicodeWriter_Finish.
BT_API BtObject *BtUnicodeWriter_Finish(BtUnicodeWriter *writer)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(distinct);

/// Free the writer and what it holds; NULL is allowed. Mirrors: PyUnicodeWriter_Discard.
BT_API void BtUnicodeWriter_Discard(BtUnicodeWriter *writer) BT_ATTACHED BT_ERR(none) BT_SAFETY(distinct);

// Each appends and gives 0, or -1 with an exception set and the text as it was. `size` of -1 means up to the ending 0.
// Mirrors: PyUnicodeWriter_….
BT_API int BtUnicodeWriter_WriteChar(BtUnicodeWriter *writer, Bt_UCS4 character)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(distinct);
BT_API int BtUnicodeWriter_WriteUTF8(BtUnicodeWriter *writer, const char *utf8, Bt_ssize_t size)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(distinct);
BT_API int BtUnicodeWriter_WriteASCII(BtUnicodeWriter *writer, const char *ascii, Bt_ssize_t size)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(distinct);
BT_API int BtUnicodeWriter_WriteWideChar(BtUnicodeWriter *writer, const wchar_t *text, Bt_ssize_t size)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(distinct);
BT_API int BtUnicodeWriter_WriteUCS4(BtUnicodeWriter *writer, const Bt_UCS4 *text, Bt_ssize_t size)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(distinct);
/// Append `str(object)`.
BT_API int BtUnicodeWriter_WriteStr(BtUnicodeWriter *writer, BtObject *object)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(distinct);
/// Append `repr(object)`, or "<NULL>" for NULL.
BT_API int BtUnicodeWriter_WriteRepr(BtUnicodeWriter *writer, BtObject *object)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(distinct);
/// Append the characters `start`..<`end` of the str `text`.
BT_API int BtUnicodeWriter_WriteSubstring(BtUnicodeWriter *writer, BtObject *text, Bt_ssize_t start, Bt_ssize_t end)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(distinct);
/// Append what BtUnicode_FromFormat would make.
BT_API int BtUnicodeWriter_Format(BtUnicodeWriter *writer, const char *format, ...)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(distinct);
/// Append decoded UTF-8; with `consumed` not NULL an incomplete sequence at the end is left and not counted there.
BT_API int BtUnicodeWriter_DecodeUTF8Stateful(
    BtUnicodeWriter *writer, const char *utf8, Bt_ssize_t size, const char *errors, Bt_ssize_t *consumed)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(distinct);

BT_END_DECLS

#endif
