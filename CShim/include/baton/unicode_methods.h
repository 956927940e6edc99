/// @file unicode_methods.h
/// Operations on text: joining, cutting, searching, comparing, formatting. Indexes count characters; an `end` beyond
/// the
/// text means its end, negative ones count from the end, as in a slice.
#ifndef BATON_UNICODE_METHODS_H
#define BATON_UNICODE_METHODS_H

#include "unicode.h"

BT_BEGIN_DECLS

/// Return `left` followed by `right`. Errors: NULL with TypeError, OverflowError, MemoryError. Mirrors:
/// PyUnicode_Concat.
BT_API BtObject *BtUnicode_Concat(BtObject *left, BtObject *right)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Replace `*left` by itself followed by `right`; grows in place where nobody else holds it.
///
/// Ownership: the reference in `*left` is replaced; on an error it is dropped and `*left` is NULL. `right` is borrowed.
/// Mirrors:   PyUnicode_Append.
BT_API void BtUnicode_Append(BtObject **left, BtObject *right) BT_ATTACHED BT_ERR(occurred) BT_SAFETY(distinct);

/// Like BtUnicode_Append; drops the reference to `right`. Mirrors: PyUnicode_AppendAndDel.
BT_API void BtUnicode_AppendAndDel(BtObject **left, BtObject *right)
    BT_ATTACHED BT_STEALS(right) BT_ERR(occurred) BT_SAFETY(distinct);

/// Join the texts of `sequence`, with `separator` (NULL: a blank) between them. Mirrors: PyUnicode_Join.
BT_API BtObject *BtUnicode_Join(BtObject *separator, BtObject *sequence)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Split at `separator` (NULL: runs of whitespace) into a list, at most `maxsplit` times (negative: always).
/// Errors:  NULL with TypeError, ValueError (empty separator), MemoryError.
/// Mirrors: PyUnicode_Split, PyUnicode_RSplit.
BT_API BtObject *BtUnicode_Split(BtObject *text, BtObject *separator, Bt_ssize_t maxsplit)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
BT_API BtObject *BtUnicode_RSplit(BtObject *text, BtObject *separator, Bt_ssize_t maxsplit)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Split into a list of lines, with their line ends if `keepends`. Mirrors: PyUnicode_Splitlines.
BT_API BtObject *BtUnicode_Splitlines(BtObject *text, int keepends)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Split at the first (last) `separator` into a tuple of three. Mirrors: PyUnicode_Partition, PyUnicode_RPartition.
BT_API BtObject *BtUnicode_Partition(BtObject *text, BtObject *separator)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
BT_API BtObject *BtUnicode_RPartition(BtObject *text, BtObject *separator)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Return the characters from `start` to before `end`. Errors: NULL with IndexError (negative index), TypeError,
/// MemoryError. Mirrors: PyUnicode_Substring.
BT_API BtObject *BtUnicode_Substring(BtObject *text, Bt_ssize_t start, Bt_ssize_t end)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Return the index of the first (`direction` 1) or last (-1) `part` within `start`..<`end`; -1 if there is none.
/// Errors:  -2.
/// Mirrors: PyUnicode_Find.
BT_API Bt_ssize_t BtUnicode_Find(BtObject *text, BtObject *part, Bt_ssize_t start, Bt_ssize_t end, int direction)
    BT_ATTACHED BT_ERR(-2) BT_SAFETY(atomic);

/// Return the index of the first (`direction` 1) or last (-1) `character` within `start`..<`end`; -1 if there is none.
/// Errors:  -2.
/// Mirrors: PyUnicode_FindChar.
BT_API Bt_ssize_t BtUnicode_FindChar(BtObject *text, Bt_UCS4 character, Bt_ssize_t start, Bt_ssize_t end, int direction)
    BT_ATTACHED BT_ERR(-2) BT_SAFETY(atomic);

/// Return how often `part` occurs within `start`..<`end` without overlapping. Mirrors: PyUnicode_Count.
BT_API Bt_ssize_t BtUnicode_Count(BtObject *text, BtObject *part, Bt_ssize_t start, Bt_ssize_t end)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);

/// Replace `part` by `replacement`, at most `maxcount` times (-1: always). Mirrors: PyUnicode_Replace.
BT_API BtObject *BtUnicode_Replace(BtObject *text, BtObject *part, BtObject *replacement, Bt_ssize_t maxcount)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Say whether `part` stands at the beginning (`direction` -1) or end (1) of `start`..<`end`. Mirrors:
/// PyUnicode_Tailmatch.
BT_API Bt_ssize_t BtUnicode_Tailmatch(BtObject *text, BtObject *part, Bt_ssize_t start, Bt_ssize_t end, int direction)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);

/// Say whether `part`, a str, occurs in `text`. Mirrors: PyUnicode_Contains.
BT_API int BtUnicode_Contains(BtObject *text, BtObject *part) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);

/// Map each character through `table` (ordinal to ordinal, str or None). `errors` says what to do with unmapped ones
/// and
/// is not used: they stay. Mirrors: PyUnicode_Translate.
BT_API BtObject *BtUnicode_Translate(BtObject *text, BtObject *table, const char *errors)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);

/// Return -1, 0 or 1 as `left` is less than, equal to or greater than `right` by code points. Errors: -1 with
/// TypeError,
/// ask BtErr_Occurred. Mirrors: PyUnicode_Compare.
BT_API int BtUnicode_Compare(BtObject *left, BtObject *right) BT_ATTACHED BT_ERR(occurred) BT_SAFETY(atomic);

/// Compare with ASCII (or Latin-1) text that ends in a 0; never fails. Mirrors: PyUnicode_CompareWithASCIIString.
BT_API int BtUnicode_CompareWithASCIIString(BtObject *left, const char *right)
    BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);

/// Say whether the UTF-8 form of `text` equals these bytes; never fails. Mirrors: PyUnicode_EqualToUTF8AndSize.
BT_API int BtUnicode_EqualToUTF8AndSize(BtObject *text, const char *utf8, Bt_ssize_t size)
    BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);
BT_API int BtUnicode_EqualToUTF8(BtObject *text, const char *utf8) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);

/// Say whether two texts are equal. Errors: -1 with TypeError. Mirrors: PyUnicode_Equal.
BT_API int BtUnicode_Equal(BtObject *left, BtObject *right) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);

/// Compare by BT_LT … BT_GE; NotImplemented where one is not a str. Mirrors: PyUnicode_RichCompare.
BT_API BtObject *BtUnicode_RichCompare(BtObject *left, BtObject *right, int operation)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Fill `format` with `arguments` (a tuple, a mapping or one value), as the `%` operator does. Mirrors:
/// PyUnicode_Format.
BT_API BtObject *BtUnicode_Format(BtObject *format, BtObject *arguments)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(shared);

/// Say whether `text` is a name by Python's rules. Mirrors: PyUnicode_IsIdentifier.
BT_API int BtUnicode_IsIdentifier(BtObject *text) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);

/// Return the two lower-case hexadecimal digits of each of `size` bytes, as str. Mirrors: _Py_strhex.
BT_API BtObject *_Bt_strhex(const char *bytes, Bt_ssize_t size) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Like _Bt_strhex, as bytes. Mirrors: _Py_strhex_bytes.
BT_API BtObject *_Bt_strhex_bytes(const char *bytes, Bt_ssize_t size)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Like _Bt_strhex, with `separator` (a str or bytes of one ASCII character, or NULL) between groups of `group` bytes,
/// counted from the end, or from the beginning if `group` is negative. Mirrors: _Py_strhex_with_sep.
BT_API BtObject *_Bt_strhex_with_sep(const char *bytes, Bt_ssize_t size, BtObject *separator, int group)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
BT_API BtObject *_Bt_strhex_bytes_with_sep(const char *bytes, Bt_ssize_t size, BtObject *separator, int group)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

BT_END_DECLS

#endif
