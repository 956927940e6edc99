// The C API of str as an outside author uses it, for UnicodeTests.swift. Each function checks one group of promises.
#include "check.h"

#include <stdio.h>
#include <string.h>
#include <wchar.h>

static BtObject *making(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    CHECK(is_text(BtUnicode_FromString(""), ""));
    CHECK(is_text(BtUnicode_FromString("plain"), "plain"));
    CHECK(is_text(BtUnicode_FromString("h\xc3\xa9llo \xe2\x82\xac \xf0\x9f\x98\x80"), "h\xc3\xa9llo \xe2\x82\xac \xf0\x9f\x98\x80"));
    CHECK(is_text(BtUnicode_FromStringAndSize("cut here", 3), "cut"));
    CHECK(is_text(BtUnicode_FromStringAndSize(NULL, 0), ""));
    CHECK(BtUnicode_FromStringAndSize("x", -1) == NULL && failed_with(BtExc_SystemError, NULL));
    CHECK(BtUnicode_FromStringAndSize(NULL, 5) == NULL && failed_with(BtExc_SystemError, NULL));
    CHECK(BtUnicode_FromString("\xff") == NULL
          && failed_with(BtExc_UnicodeDecodeError,
                         "'utf-8' codec can't decode byte 0xff in position 0: invalid start byte"));

    // The width follows the widest character, and the empty str is one object.
    struct { const char *text; int kind; Bt_UCS4 bound; Bt_ssize_t length; } widths[] = {
        { "abc", 1, 0x7F, 3 }, { "\xc3\xa9", 1, 0xFF, 1 }, { "a\xe2\x82\xac", 2, 0xFFFF, 2 },
        { "a\xf0\x9f\x98\x80""b", 4, 0x10FFFF, 3 },
    };
    for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
        BtObject *text = BtUnicode_FromString(widths[i].text);
        CHECK(text != NULL);
        CHECK(BtUnicode_KIND(text) == widths[i].kind);
        CHECK(BtUnicode_MAX_CHAR_VALUE(text) == widths[i].bound);
        CHECK(BtUnicode_GET_LENGTH(text) == widths[i].length);
        CHECK(BtUnicode_GetLength(text) == widths[i].length);
        CHECK(BtUnicode_IS_ASCII(text) == (widths[i].bound == 0x7F));
        CHECK(BtUnicode_IS_COMPACT(text) && BtUnicode_READY(text) == 0);
        CHECK(BtUnicode_READ(BtUnicode_KIND(text), BtUnicode_DATA(text), BtUnicode_GET_LENGTH(text)) == 0);
        Bt_DECREF(text);
    }
    CHECK(BtUnicode_New(0, 0) == BtUnicode_FromString(""));

    BtObject *text = BtUnicode_New(3, 0xFFFF);
    CHECK(text != NULL && BtUnicode_KIND(text) == BtUnicode_2BYTE_KIND);
    BtUnicode_WRITE(BtUnicode_KIND(text), BtUnicode_DATA(text), 0, 'x');
    BtUnicode_2BYTE_DATA(text)[1] = 0x20AC;
    CHECK(BtUnicode_WriteChar(text, 2, 'z') == 0);
    CHECK(BtUnicode_READ_CHAR(text, 1) == 0x20AC && BtUnicode_ReadChar(text, 2) == 'z');
    CHECK(BtUnicode_ReadChar(text, 3) == (Bt_UCS4)-1 && failed_with(BtExc_IndexError, "string index out of range"));
    CHECK(BtUnicode_ReadChar(text, -1) == (Bt_UCS4)-1 && failed_with(BtExc_IndexError, NULL));
    CHECK(is_text(text, "x\xe2\x82\xacz"));
    CHECK(BtUnicode_New(-1, 'a') == NULL && failed_with(BtExc_SystemError, "Negative size passed to BtUnicode_New"));
    CHECK(BtUnicode_New(1, 0x110000) == NULL && failed_with(BtExc_SystemError, NULL));
    CHECK(BtUnicode_New(BT_SSIZE_T_MAX, 'a') == NULL && failed_with(BtExc_MemoryError, NULL));
    CHECK(BtUnicode_New(BT_SSIZE_T_MAX / 4, 0x10FFFF) == NULL && failed_with(BtExc_MemoryError, NULL));

    Bt_UCS1 narrow[] = { 'a', 0xE9 };
    Bt_UCS2 middle[] = { 'a', 0xE9 };
    Bt_UCS4 wide[] = { 'a', 0xE9, 0x1F600 };
    CHECK(is_text(BtUnicode_FromKindAndData(BtUnicode_1BYTE_KIND, narrow, 2), "a\xc3\xa9"));
    CHECK(is_text(BtUnicode_FromKindAndData(BtUnicode_2BYTE_KIND, middle, 2), "a\xc3\xa9"));
    CHECK(is_text(BtUnicode_FromKindAndData(BtUnicode_4BYTE_KIND, wide, 3), "a\xc3\xa9\xf0\x9f\x98\x80"));
    text = BtUnicode_FromKindAndData(BtUnicode_4BYTE_KIND, wide, 2);
    CHECK(BtUnicode_KIND(text) == BtUnicode_1BYTE_KIND);
    Bt_DECREF(text);
    CHECK(BtUnicode_FromKindAndData(3, wide, 1) == NULL && failed_with(BtExc_SystemError, "invalid kind"));
    CHECK(BtUnicode_FromKindAndData(1, narrow, -1) == NULL && failed_with(BtExc_ValueError, "size must be positive"));
    wide[0] = 0x110000;
    CHECK(BtUnicode_FromKindAndData(4, wide, 2) == NULL && failed_with(BtExc_ValueError, NULL));

    CHECK(is_text(BtUnicode_FromOrdinal(0x20AC), "\xe2\x82\xac"));
    CHECK(BtUnicode_FromOrdinal(0x110000) == NULL && failed_with(BtExc_ValueError, "chr() arg not in range(0x110000)"));
    CHECK(BtUnicode_FromOrdinal(-1) == NULL && failed_with(BtExc_ValueError, NULL));
    CHECK(is_text(BtUnicode_FromWideChar(L"w\u20acd", -1), "w\xe2\x82\xac""d"));
    CHECK(is_text(BtUnicode_FromWideChar(L"wide", 2), "wi"));
    BtObject *number = BtLong_FromLong(5);
    CHECK(BtUnicode_FromObject(number) == NULL
          && failed_with(BtExc_TypeError, "Can't convert 'int' object to str implicitly"));
    CHECK(BtUnicode_GetLength(number) == -1 && failed_with(BtExc_TypeError, NULL));
    CHECK(BtUnicode_AsUTF8(number) == NULL && failed_with(BtExc_TypeError, NULL));
    Bt_DECREF(number);
    Bt_RETURN_NONE;
}

static BtObject *reading(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtObject *text = BtUnicode_FromString("a\xc3\xa9\xf0\x9f\x98\x80");
    Bt_ssize_t size = 0;
    const char *first = BtUnicode_AsUTF8AndSize(text, &size);
    CHECK(first != NULL && size == 7 && strcmp(first, "a\xc3\xa9\xf0\x9f\x98\x80") == 0);
    CHECK(BtUnicode_AsUTF8(text) == first);
    Bt_UCS4 buffer[4] = { 0 };
    CHECK(BtUnicode_AsUCS4(text, buffer, 4, 1) == buffer && buffer[2] == 0x1F600 && buffer[3] == 0);
    CHECK(BtUnicode_AsUCS4(text, buffer, 3, 0) == buffer);
    CHECK(BtUnicode_AsUCS4(text, buffer, 3, 1) == NULL
          && failed_with(BtExc_SystemError, "string is longer than the buffer"));
    Bt_UCS4 *copy = BtUnicode_AsUCS4Copy(text);
    CHECK(copy != NULL && copy[1] == 0xE9 && copy[3] == 0);
    BtMem_Free(copy);
    wchar_t wide[4];
    CHECK(BtUnicode_AsWideChar(text, NULL, 0) == 4);
    CHECK(BtUnicode_AsWideChar(text, wide, 4) == 3 && wide[2] == 0x1F600 && wide[3] == 0);
    CHECK(BtUnicode_AsWideChar(text, wide, 2) == 2);
    wchar_t *all = BtUnicode_AsWideCharString(text, &size);
    CHECK(all != NULL && size == 3 && all[0] == L'a' && all[3] == 0);
    BtMem_Free(all);
    Bt_DECREF(text);
    text = BtUnicode_FromStringAndSize("a\0b", 3);
    CHECK(BtUnicode_GET_LENGTH(text) == 3);
    CHECK(BtUnicode_AsWideCharString(text, NULL) == NULL && failed_with(BtExc_ValueError, "embedded null character"));
    CHECK(BtUnicode_AsUTF8AndSize(text, &size) != NULL && size == 3);
    Bt_DECREF(text);
    text = BtUnicode_FromOrdinal(0xD800);
    CHECK(BtUnicode_AsUTF8AndSize(text, &size) == NULL && size == -1
          && failed_with(BtExc_UnicodeEncodeError,
                         "'utf-8' codec can't encode character '\\ud800' in position 0: surrogates not allowed"));
    Bt_DECREF(text);
    Bt_RETURN_NONE;
}

static BtObject *filling(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtObject *text = BtUnicode_New(5, 0x7F);
    CHECK(BtUnicode_Fill(text, 0, 100, '-') == 5);
    BtObject *from = BtUnicode_FromString("abc");
    CHECK(BtUnicode_CopyCharacters(text, 1, from, 1, 10) == 2);
    CHECK(BtUnicode_CopyCharacters(text, 9, from, 0, 1) == -1 && failed_with(BtExc_IndexError, NULL));
    CHECK(BtUnicode_CopyCharacters(text, 4, from, 0, 3) == -1
          && failed_with(BtExc_SystemError, "Cannot write 3 characters at 4 in a string of 5 characters"));
    BtObject *euro = BtUnicode_FromString("\xe2\x82\xac");
    CHECK(BtUnicode_CopyCharacters(text, 0, euro, 0, 1) == -1 && failed_with(BtExc_SystemError, NULL));
    CHECK(BtUnicode_WriteChar(text, 0, 0x100) == -1 && failed_with(BtExc_ValueError, "character out of range"));
    CHECK(BtUnicode_WriteChar(text, 5, 'x') == -1 && failed_with(BtExc_IndexError, NULL));
    CHECK(BtUnicode_Fill(text, 0, 1, 0x100) == -1 && failed_with(BtExc_ValueError, NULL));
    CHECK(BtUnicode_Fill(text, -1, 1, 'x') == -1 && failed_with(BtExc_IndexError, NULL));
    BtObject *second = Bt_NewRef(text);
    CHECK(BtUnicode_WriteChar(text, 0, 'x') == -1
          && failed_with(BtExc_SystemError, "Cannot modify a string currently used"));
    Bt_DECREF(second);
    CHECK(BtUnicode_Resize(&text, 3) == 0 && BtUnicode_GET_LENGTH(text) == 3);
    CHECK(BtUnicode_1BYTE_DATA(text)[3] == 0);
    CHECK(BtUnicode_Resize(&text, 4) == 0 && BtUnicode_WriteChar(text, 3, '!') == 0);
    CHECK(BtUnicode_Resize(&text, -1) == -1 && failed_with(BtExc_SystemError, NULL));
    CHECK(BtUnicode_Resize(NULL, 1) == -1 && failed_with(BtExc_SystemError, NULL));
    CHECK(is_text(text, "-bc!"));
    BtObject *shared = BtUnicode_FromString("shared text");
    BtObject *resized = Bt_NewRef(shared);
    CHECK(BtUnicode_Resize(&resized, 6) == 0 && resized != shared);
    CHECK(is_text(resized, "shared") && is_text(shared, "shared text"));
    Bt_DECREF(from);
    Bt_DECREF(euro);
    Bt_RETURN_NONE;
}

static BtObject *from_format(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtObject *name = BtUnicode_FromString("n\xc3\xa9");
    CHECK(is_text(BtUnicode_FromFormat("plain %% text"), "plain % text"));
    CHECK(is_text(BtUnicode_FromFormat("%d %i %u %x %X %o", -5, 7, 8u, 255, 255, 8), "-5 7 8 ff FF 10"));
    CHECK(is_text(BtUnicode_FromFormat("%ld %li %lu %lx", -5L, 6L, 7UL, 0xFFUL), "-5 6 7 ff"));
    CHECK(is_text(BtUnicode_FromFormat("%lld %lli %llu %llX", -5LL, 6LL, ~0ULL, 10ULL), "-5 6 18446744073709551615 A"));
    CHECK(is_text(BtUnicode_FromFormat("%zd %zi %zu %zx", (Bt_ssize_t)-5, (Bt_ssize_t)6, (size_t)7, (size_t)8), "-5 6 7 8"));
    CHECK(is_text(BtUnicode_FromFormat("%jd %ju %td", (intmax_t)-1, (uintmax_t)2, (ptrdiff_t)-3), "-1 2 -3"));
    CHECK(is_text(BtUnicode_FromFormat("[%5d|%-5d|%05d|%.4d|%6.4d|%-6.4d|%06.2d]", 42, 42, -42, 42, -42, 42, 42),
                  "[   42|42   |-0042|0042| -0042|0042  |000042]"));
    CHECK(is_text(BtUnicode_FromFormat("[%*d|%-*d|%.*d]", 4, 1, 4, 2, 3, 3), "[   1|2   |003]"));
    CHECK(is_text(BtUnicode_FromFormat("%lld %d", (long long)INT64_MIN, (int)INT32_MIN), "-9223372036854775808 -2147483648"));
    CHECK(is_text(BtUnicode_FromFormat("%c%c%c", 'a', 0xE9, 0x1F600), "a\xc3\xa9\xf0\x9f\x98\x80"));
    CHECK(BtUnicode_FromFormat("%c", 0x110000) == NULL
          && failed_with(BtExc_OverflowError, "character argument not in range(0x110000)"));
    CHECK(is_text(BtUnicode_FromFormat("%p", (void *)0xabc), "0xabc"));
    CHECK(is_text(BtUnicode_FromFormat("[%s|%6s|%-6s|%.2s|%5.1s]", "abc", "abc", "abc", "abc", "abc"),
                  "[abc|   abc|abc   |ab|    a]"));
    CHECK(is_text(BtUnicode_FromFormat("[%4s|%.2s|%s]", "\xc3\xa9", "a\xc3\xa9", "\xff"),
                  "[   \xc3\xa9|a|\xef\xbf\xbd]"));
    CHECK(is_text(BtUnicode_FromFormat("%ls %.2ls", L"w\u20ac", L"abc"), "w\xe2\x82\xac ab"));
    CHECK(is_text(BtUnicode_FromFormat("[%U|%5U|%-4U|%.1U]", name, name, name, name),
                  "[n\xc3\xa9|   n\xc3\xa9|n\xc3\xa9  |n]"));
    CHECK(is_text(BtUnicode_FromFormat("%V %V %lV", name, "x", NULL, "other", NULL, L"wide"), "n\xc3\xa9 other wide"));
    CHECK(is_text(BtUnicode_FromFormat("%S %R %A", name, name, name), "n\xc3\xa9 'n\xc3\xa9' 'n\\xe9'"));
    CHECK(is_text(BtUnicode_FromFormat("%T %N %#T", name, &BtLong_Type, name), "str int str"));
    CHECK(BtUnicode_FromFormat("%N", name) == NULL && failed_with(BtExc_TypeError, "%N argument must be a type"));
    CHECK(BtUnicode_FromFormat("a %y", 1) == NULL && failed_with(BtExc_SystemError, "invalid format string: %y"));
    CHECK(BtUnicode_FromFormat("a %") == NULL && failed_with(BtExc_SystemError, "invalid format string: %"));
    CHECK(BtUnicode_FromFormat("%99999999999999999999d", 1) == NULL && failed_with(BtExc_ValueError, "width too big"));
    CHECK(BtUnicode_FromFormat("\xc3\xa9") == NULL && failed_with(BtExc_ValueError, NULL));
    Bt_DECREF(name);
    Bt_RETURN_NONE;
}

static BtObject *interning(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtObject *first = BtUnicode_InternFromString("a name of this test");
    BtObject *second = BtUnicode_FromString("a name of this test");
    CHECK(first != NULL && second != NULL && first != second);
    CHECK(BtUnicode_CHECK_INTERNED(first) && !BtUnicode_CHECK_INTERNED(second));
    BtUnicode_InternInPlace(&second);
    CHECK(second == first);
    BtObject *other = BtUnicode_FromString("caf\xc3\xa9 of this test");
    BtObject *same = other;
    BtUnicode_InternInPlace(&other);
    CHECK(other == same && BtUnicode_InternFromString("caf\xc3\xa9 of this test") == other);
    BtObject *number = BtLong_FromLong(77777);
    BtUnicode_InternInPlace(&number);
    CHECK(BtLong_AsLong(number) == 77777);
    Bt_DECREF(number);
    CHECK(BtUnicode_InternFromString("\xff") == NULL && failed_with(BtExc_UnicodeDecodeError, NULL));
    // Far more names than the table begins with: each is found again.
    for (int i = 0; i < 20000; i++) {
        char name[32];
        snprintf(name, sizeof name, "interned %d", i);
        BtObject *made = BtUnicode_InternFromString(name);
        CHECK(made != NULL && BtUnicode_InternFromString(name) == made);
    }
    CHECK(BtUnicode_InternFromString("a name of this test") == first);
    Bt_RETURN_NONE;
}

static BtObject *comparing(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtObject *abc = BtUnicode_FromString("abc");
    BtObject *abd = BtUnicode_FromString("abd");
    BtObject *wide = BtUnicode_FromString("ab\xe2\x82\xac");
    CHECK(BtUnicode_Compare(abc, abd) == -1 && BtUnicode_Compare(abd, abc) == 1 && BtUnicode_Compare(abc, abc) == 0);
    CHECK(BtUnicode_Compare(wide, abc) == 1 && BtUnicode_Compare(abc, wide) == -1);
    CHECK(BtUnicode_Compare(abc, Bt_None) == -1 && failed_with(BtExc_TypeError, "Can't compare str and NoneType"));
    CHECK(BtUnicode_CompareWithASCIIString(abc, "abc") == 0 && BtUnicode_CompareWithASCIIString(abc, "ab") == 1
          && BtUnicode_CompareWithASCIIString(abc, "abcd") == -1 && BtUnicode_CompareWithASCIIString(wide, "abz") == 1);
    CHECK(BtUnicode_EqualToUTF8(wide, "ab\xe2\x82\xac") == 1 && BtUnicode_EqualToUTF8(wide, "ab") == 0);
    CHECK(BtUnicode_EqualToUTF8AndSize(abc, "abcd", 3) == 1 && BtUnicode_EqualToUTF8AndSize(wide, "ab\xe2\x82", 4) == 0);
    CHECK(BtUnicode_Equal(abc, abd) == 0 && BtUnicode_Equal(abc, Bt_None) == -1
          && failed_with(BtExc_TypeError, "second argument must be str, not NoneType"));
    CHECK(BtUnicode_RichCompare(abc, abd, BT_LT) == Bt_True && BtUnicode_RichCompare(abc, abd, BT_GE) == Bt_False);
    CHECK(BtUnicode_RichCompare(abc, abd, BT_EQ) == Bt_False && BtUnicode_RichCompare(abc, abd, BT_NE) == Bt_True);
    CHECK(BtUnicode_RichCompare(abc, Bt_None, BT_EQ) == Bt_NotImplemented);
    BtObject *copy = BtUnicode_FromString("abc");
    CHECK(BtObject_Hash(abc) == BtObject_Hash(copy) && BtObject_Hash(abc) != BtObject_Hash(abd));
    BtObject *empty = BtUnicode_FromString("");
    CHECK(BtObject_Hash(empty) == 0);
    Bt_DECREF(copy);
    Bt_DECREF(abc);
    Bt_DECREF(abd);
    Bt_DECREF(wide);
    Bt_RETURN_NONE;
}

static BtObject *operations(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtObject *text = BtUnicode_FromString("one, two, three");
    BtObject *comma = BtUnicode_FromString(", ");
    BtObject *empty = BtUnicode_FromString("");
    BtObject *number = BtLong_FromLong(1);
    CHECK(is_text(BtUnicode_Concat(text, comma), "one, two, three, "));
    CHECK(BtUnicode_Concat(text, number) == NULL
          && failed_with(BtExc_TypeError, "can only concatenate str (not \"int\") to str"));
    CHECK(has_repr(BtUnicode_Split(text, comma, -1), "['one', 'two', 'three']"));
    CHECK(has_repr(BtUnicode_Split(text, comma, 1), "['one', 'two, three']"));
    CHECK(has_repr(BtUnicode_RSplit(text, comma, 1), "['one, two', 'three']"));
    CHECK(has_repr(BtUnicode_Split(text, NULL, -1), "['one,', 'two,', 'three']"));
    CHECK(has_repr(BtUnicode_RSplit(text, NULL, 1), "['one, two,', 'three']"));
    CHECK(BtUnicode_Split(text, empty, -1) == NULL && failed_with(BtExc_ValueError, "empty separator"));
    CHECK(BtUnicode_Split(text, number, -1) == NULL && failed_with(BtExc_TypeError, "must be str, not int"));
    CHECK(has_repr(BtUnicode_Partition(text, comma), "('one', ', ', 'two, three')"));
    CHECK(has_repr(BtUnicode_RPartition(text, comma), "('one, two', ', ', 'three')"));
    CHECK(has_repr(BtUnicode_Partition(comma, text), "(', ', '', '')"));
    BtObject *lines = BtUnicode_FromString("a\nb\r\nc");
    CHECK(has_repr(BtUnicode_Splitlines(lines, 0), "['a', 'b', 'c']"));
    CHECK(has_repr(BtUnicode_Splitlines(lines, 1), "['a\\n', 'b\\r\\n', 'c']"));
    CHECK(is_text(BtUnicode_Substring(text, 5, 8), "two") && is_text(BtUnicode_Substring(text, 10, 1000), "three"));
    CHECK(is_text(BtUnicode_Substring(text, 100, 1000), ""));
    CHECK(BtUnicode_Substring(text, -1, 3) == NULL && failed_with(BtExc_IndexError, NULL));
    CHECK(BtUnicode_Find(text, comma, 0, BT_SSIZE_T_MAX, 1) == 3);
    CHECK(BtUnicode_Find(text, comma, 0, BT_SSIZE_T_MAX, -1) == 8);
    CHECK(BtUnicode_Find(text, comma, 9, BT_SSIZE_T_MAX, 1) == -1);
    CHECK(BtUnicode_Find(text, number, 0, 5, 1) == -2 && failed_with(BtExc_TypeError, NULL));
    CHECK(BtUnicode_FindChar(text, 't', 0, 100, 1) == 5 && BtUnicode_FindChar(text, 't', 0, 100, -1) == 10);
    CHECK(BtUnicode_FindChar(text, 0x20AC, 0, 100, 1) == -1);
    CHECK(BtUnicode_Count(text, comma, 0, BT_SSIZE_T_MAX) == 2 && BtUnicode_Count(text, empty, 0, 3) == 4);
    CHECK(is_text(BtUnicode_Replace(text, comma, empty, 1), "onetwo, three"));
    CHECK(is_text(BtUnicode_Replace(text, comma, text, 0), "one, two, three"));
    BtObject *three = BtUnicode_FromString("three");
    CHECK(BtUnicode_Tailmatch(text, three, 0, BT_SSIZE_T_MAX, 1) == 1);
    CHECK(BtUnicode_Tailmatch(text, three, 0, BT_SSIZE_T_MAX, -1) == 0);
    CHECK(BtUnicode_Contains(text, three) == 1 && BtUnicode_Contains(three, text) == 0);
    CHECK(BtUnicode_Contains(text, number) == -1
          && failed_with(BtExc_TypeError, "'in <string>' requires string as left operand, not int"));
    BtObject *parts = BtUnicode_Split(text, comma, -1);
    CHECK(is_text(BtUnicode_Join(comma, parts), "one, two, three") && is_text(BtUnicode_Join(NULL, parts), "one two three"));
    CHECK(BtList_Append(parts, number) == 0 && BtUnicode_Join(comma, parts) == NULL
          && failed_with(BtExc_TypeError, "sequence item 3: expected str instance, int found"));
    CHECK(BtUnicode_Join(comma, number) == NULL && failed_with(BtExc_TypeError, "can only join an iterable"));
    BtObject *grown = BtUnicode_FromString("grow");
    BtUnicode_Append(&grown, comma);
    BtUnicode_AppendAndDel(&grown, BtUnicode_FromString("n"));
    CHECK(is_text(grown, "grow, n"));
    grown = BtUnicode_FromString("x");
    BtUnicode_Append(&grown, number);
    CHECK(grown == NULL && failed_with(BtExc_SystemError, NULL));
    CHECK(BtUnicode_IsIdentifier(three) == 1 && BtUnicode_IsIdentifier(text) == 0 && BtUnicode_IsIdentifier(empty) == 0);
    BtObject *format = BtUnicode_FromString("%d %s");
    BtObject *values = Bt_BuildValue("(is)", 7, "x");
    CHECK(is_text(BtUnicode_Format(format, values), "7 x"));
    CHECK(BtUnicode_Format(number, values) == NULL && failed_with(BtExc_TypeError, "must be str, not int"));
    BtObject *table = Bt_BuildValue("{iOisii}", (int)'o', Bt_None, (int)'t', "TT", (int)'e', (int)'E');
    CHECK(is_text(BtUnicode_Translate(text, table, NULL), "nE, TTw, TThrEE"));
    Bt_DECREF(table);
    Bt_DECREF(values);
    Bt_DECREF(format);
    Bt_DECREF(parts);
    Bt_DECREF(lines);
    Bt_DECREF(three);
    Bt_DECREF(text);
    Bt_DECREF(comma);
    Bt_DECREF(number);
    Bt_RETURN_NONE;
}

static BtObject *writer(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtUnicodeWriter *writer = BtUnicodeWriter_Create(0);
    BtObject *text = BtUnicode_FromString("sub\xe2\x82\xacstring");
    CHECK(writer != NULL);
    CHECK(BtUnicodeWriter_WriteChar(writer, 'a') == 0 && BtUnicodeWriter_WriteUTF8(writer, "\xc3\xa9xx", 2) == 0);
    CHECK(BtUnicodeWriter_WriteASCII(writer, "-asc", -1) == 0 && BtUnicodeWriter_WriteWideChar(writer, L"-w", -1) == 0);
    Bt_UCS4 scalars[] = { 0x1F600 };
    CHECK(BtUnicodeWriter_WriteUCS4(writer, scalars, 1) == 0 && BtUnicodeWriter_WriteSubstring(writer, text, 3, 6) == 0);
    CHECK(BtUnicodeWriter_WriteStr(writer, Bt_None) == 0 && BtUnicodeWriter_WriteRepr(writer, text) == 0);
    CHECK(BtUnicodeWriter_WriteRepr(writer, NULL) == 0 && BtUnicodeWriter_Format(writer, "[%d %s]", 5, "x") == 0);
    Bt_ssize_t consumed = 0;
    CHECK(BtUnicodeWriter_DecodeUTF8Stateful(writer, "ok\xe2", 3, NULL, &consumed) == 0 && consumed == 2);
    // What fails leaves the text as it was.
    CHECK(BtUnicodeWriter_WriteUTF8(writer, "lost\xff", -1) == -1 && failed_with(BtExc_UnicodeDecodeError, NULL));
    CHECK(BtUnicodeWriter_Format(writer, "lost %y") == -1 && failed_with(BtExc_SystemError, NULL));
    CHECK(BtUnicodeWriter_WriteChar(writer, 0x110000) == -1 && failed_with(BtExc_ValueError, NULL));
    CHECK(BtUnicodeWriter_WriteSubstring(writer, text, 3, 100) == -1 && failed_with(BtExc_ValueError, NULL));
    CHECK(BtUnicodeWriter_WriteSubstring(writer, Bt_None, 0, 0) == -1 && failed_with(BtExc_TypeError, NULL));
    CHECK(is_text(BtUnicodeWriter_Finish(writer),
                  "a\xc3\xa9-asc-w\xf0\x9f\x98\x80\xe2\x82\xacstNone'sub\xe2\x82\xacstring'<NULL>[5 x]ok"));
    writer = BtUnicodeWriter_Create(100);
    BtUnicodeWriter_Discard(writer);
    BtUnicodeWriter_Discard(NULL);
    CHECK(BtUnicodeWriter_Create(-1) == NULL && failed_with(BtExc_ValueError, "length must be positive"));
    CHECK(BtUnicodeWriter_Create(BT_SSIZE_T_MAX) == NULL && failed_with(BtExc_MemoryError, NULL));
    Bt_DECREF(text);
    Bt_RETURN_NONE;
}

static BtObject *hexadecimal(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtObject *colon = BtUnicode_FromString(":");
    CHECK(is_text(_Bt_strhex("\x01\xab\xff", 3), "01abff") && is_text(_Bt_strhex("", 0), ""));
    CHECK(has_repr(_Bt_strhex_bytes("\x01\xab", 2), "b'01ab'"));
    CHECK(is_text(_Bt_strhex_with_sep("\x01\x02\x03", 3, colon, 1), "01:02:03"));
    CHECK(is_text(_Bt_strhex_with_sep("\x01\x02\x03", 3, colon, 2), "01:0203"));
    CHECK(is_text(_Bt_strhex_with_sep("\x01\x02\x03", 3, colon, -2), "0102:03"));
    CHECK(has_repr(_Bt_strhex_bytes_with_sep("\x01\x02", 2, colon, 1), "b'01:02'"));
    CHECK(_Bt_strhex_with_sep("ab", 2, Bt_None, 1) == NULL && failed_with(BtExc_TypeError, "sep must be str or bytes."));
    Bt_DECREF(colon);
    Bt_RETURN_NONE;
}

static BtObject *characters(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    CHECK(Bt_UNICODE_ISSPACE(' ') && Bt_UNICODE_ISSPACE(0x3000) && !Bt_UNICODE_ISSPACE('x'));
    CHECK(Bt_UNICODE_ISLOWER(0xE9) && Bt_UNICODE_ISUPPER(0xC9) && Bt_UNICODE_ISTITLE(0x1C5));
    CHECK(Bt_UNICODE_TOUPPER(0xE9) == 0xC9 && Bt_UNICODE_TOLOWER(0xC9) == 0xE9 && Bt_UNICODE_TOUPPER(0xDF) == 0xDF);
    CHECK(Bt_UNICODE_TODECIMAL(0x663) == 3 && Bt_UNICODE_TODECIMAL('x') == -1 && Bt_UNICODE_TODIGIT(0xB2) == 2);
    CHECK(Bt_UNICODE_TONUMERIC(0xBD) == 0.5 && Bt_UNICODE_TONUMERIC('x') == -1.0);
    CHECK(Bt_UNICODE_ISALNUM('9') && Bt_UNICODE_ISALPHA(0x4E2D) && !Bt_UNICODE_ISALPHA('_'));
    CHECK(Bt_UNICODE_ISPRINTABLE('a') && !Bt_UNICODE_ISPRINTABLE(0x7F) && !Bt_UNICODE_ISPRINTABLE(0xD800));
    CHECK(Bt_UNICODE_ISLINEBREAK(0x2028) && !Bt_UNICODE_ISLINEBREAK('a'));
    CHECK(Bt_UNICODE_JOIN_SURROGATES(0xD83D, 0xDE00) == 0x1F600 && Bt_UNICODE_HIGH_SURROGATE(0x1F600) == 0xD83D
          && Bt_UNICODE_LOW_SURROGATE(0x1F600) == 0xDE00 && Bt_UNICODE_IS_SURROGATE(0xD800));
    Bt_RETURN_NONE;
}

static BtMethodDef methods[] = {
    { "making", making, BT_METH_NOARGS, NULL },
    { "reading", reading, BT_METH_NOARGS, NULL },
    { "filling", filling, BT_METH_NOARGS, NULL },
    { "from_format", from_format, BT_METH_NOARGS, NULL },
    { "interning", interning, BT_METH_NOARGS, NULL },
    { "comparing", comparing, BT_METH_NOARGS, NULL },
    { "operations", operations, BT_METH_NOARGS, NULL },
    { "writer", writer, BT_METH_NOARGS, NULL },
    { "hexadecimal", hexadecimal, BT_METH_NOARGS, NULL },
    { "characters", characters, BT_METH_NOARGS, NULL },
    { NULL, NULL, 0, NULL },
};

static BtModuleDef definition = { BtModuleDef_HEAD_INIT, .m_name = "unicode_test", .m_size = -1, .m_methods = methods };

BtMODINIT_FUNC BtInit_unicode_test(void)
{
    return BtModule_Create(&definition);
}
