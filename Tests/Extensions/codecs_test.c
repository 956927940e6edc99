// The C API of encodings as an outside author uses it, for UnicodeTests.swift.
#include "check.h"

#include <string.h>

static BtObject *codecs(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtObject *text = BtUnicode_FromString("a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80");
    CHECK(strcmp(BtUnicode_GetDefaultEncoding(), "utf-8") == 0);
    CHECK(has_repr(BtUnicode_AsUTF8String(text), "b'a\\xc3\\xa9\\xe2\\x82\\xac\\xf0\\x9f\\x98\\x80'"));
    CHECK(has_repr(BtUnicode_AsUnicodeEscapeString(text), "b'a\\\\xe9\\\\u20ac\\\\U0001f600'"));
    CHECK(has_repr(BtUnicode_AsRawUnicodeEscapeString(text), "b'a\\xe9\\\\u20ac\\\\U0001f600'"));
    CHECK(has_repr(BtUnicode_AsUTF16String(text), "b'\\xff\\xfea\\x00\\xe9\\x00\\xac =\\xd8\\x00\\xde'"));
    CHECK(BtUnicode_AsASCIIString(text) == NULL
          && failed_with(BtExc_UnicodeEncodeError,
                         "'ascii' codec can't encode characters in position 1-3: ordinal not in range(128)"));
    CHECK(BtUnicode_AsLatin1String(text) == NULL
          && failed_with(BtExc_UnicodeEncodeError,
                         "'latin-1' codec can't encode characters in position 2-3: ordinal not in range(256)"));
    CHECK(has_repr(BtUnicode_AsEncodedString(text, "latin-1", "replace"), "b'a\\xe9?\?'"));
    CHECK(has_repr(BtUnicode_AsEncodedString(text, "us-ascii", "backslashreplace"), "b'a\\\\xe9\\\\u20ac\\\\U0001f600'"));
    CHECK(has_repr(BtUnicode_AsEncodedString(text, "ASCII", "xmlcharrefreplace"), "b'a&#233;&#8364;&#128512;'"));
    CHECK(has_repr(BtUnicode_AsEncodedString(text, "ascii", "namereplace"),
                   "b'a\\\\N{LATIN SMALL LETTER E WITH ACUTE}\\\\N{EURO SIGN}\\\\N{GRINNING FACE}'"));
    CHECK(has_repr(BtUnicode_AsEncodedString(text, "ascii", "ignore"), "b'a'"));
    CHECK(has_repr(BtUnicode_AsEncodedString(text, NULL, NULL), "b'a\\xc3\\xa9\\xe2\\x82\\xac\\xf0\\x9f\\x98\\x80'"));
    CHECK(BtUnicode_AsEncodedString(text, "martian", NULL) == NULL
          && failed_with(BtExc_LookupError, "unknown encoding: martian"));
    CHECK(BtUnicode_AsEncodedString(text, "ascii", "nonsense") == NULL
          && failed_with(BtExc_LookupError, "unknown error handler name 'nonsense'"));

    CHECK(is_text(BtUnicode_DecodeUTF8("a\xffz", 3, "replace"), "a\xef\xbf\xbdz"));
    CHECK(is_text(BtUnicode_DecodeUTF8("a\xffz", 3, "ignore"), "az"));
    CHECK(is_text(BtUnicode_DecodeUTF8("a\xffz", 3, "backslashreplace"), "a\\xffz"));
    CHECK(has_repr(BtUnicode_DecodeUTF8("a\xffz", 3, "surrogateescape"), "'a\\udcffz'"));
    CHECK(has_repr(BtUnicode_DecodeUTF8("\xed\xa0\x80", 3, "surrogatepass"), "'\\ud800'"));
    CHECK(BtUnicode_DecodeUTF8("ab\xe2\x82", 4, NULL) == NULL
          && failed_with(BtExc_UnicodeDecodeError,
                         "'utf-8' codec can't decode bytes in position 2-3: unexpected end of data"));
    CHECK(BtUnicode_DecodeUTF8("ab\xe2(", 4, NULL) == NULL
          && failed_with(BtExc_UnicodeDecodeError,
                         "'utf-8' codec can't decode byte 0xe2 in position 2: invalid continuation byte"));
    Bt_ssize_t consumed = -1;
    CHECK(is_text(BtUnicode_DecodeUTF8Stateful("ab\xe2\x82", 4, NULL, &consumed), "ab") && consumed == 2);
    CHECK(is_text(BtUnicode_DecodeUTF8Stateful("abcd", 4, NULL, &consumed), "abcd") && consumed == 4);
    CHECK(is_text(BtUnicode_DecodeASCII("abc", 3, NULL), "abc"));
    CHECK(BtUnicode_DecodeASCII("a\xe9", 2, NULL) == NULL
          && failed_with(BtExc_UnicodeDecodeError,
                         "'ascii' codec can't decode byte 0xe9 in position 1: ordinal not in range(128)"));
    CHECK(is_text(BtUnicode_DecodeLatin1("a\xe9", 2, NULL), "a\xc3\xa9"));
    CHECK(is_text(BtUnicode_Decode("a\xe9", 2, "ISO-8859-1", NULL), "a\xc3\xa9"));
    CHECK(is_text(BtUnicode_DecodeUnicodeEscape("\\x41\\u00e9\\n\\101\\q", 18, NULL), "A\xc3\xa9\nA\\q"));
    CHECK(BtUnicode_DecodeUnicodeEscape("\\x4", 3, NULL) == NULL
          && failed_with(BtExc_UnicodeDecodeError, "'unicodeescape' codec can't decode bytes in position 0-2: truncated \\xXX escape"));
    CHECK(is_text(BtUnicode_DecodeRawUnicodeEscape("\\u00e9\\n", 8, NULL), "\xc3\xa9\\n"));
    int order = 0;
    CHECK(is_text(BtUnicode_DecodeUTF16("\xff\xfe""a\0", 4, NULL, &order), "a") && order == -1);
    order = 1;
    CHECK(is_text(BtUnicode_DecodeUTF16("\xd8\x3d\xde\x00", 4, NULL, &order), "\xf0\x9f\x98\x80") && order == 1);
    CHECK(BtUnicode_DecodeUTF16("a", 1, NULL, NULL) == NULL
          && failed_with(BtExc_UnicodeDecodeError,
                         "'utf-16-le' codec can't decode byte 0x61 in position 0: truncated data"));
    CHECK(is_text(BtUnicode_DecodeUTF16Stateful("a\0b", 3, NULL, NULL, &consumed), "a") && consumed == 2);
    order = 0;
    CHECK(is_text(BtUnicode_DecodeUTF32("\xff\xfe\0\0a\0\0\0", 8, NULL, &order), "a") && order == -1);
    CHECK(BtUnicode_DecodeUTF32("\0\0\x11\0", 4, NULL, NULL) == NULL
          && failed_with(BtExc_UnicodeDecodeError,
                         "'utf-32-le' codec can't decode bytes in position 0-3: code point not in range(0x110000)"));
    CHECK(BtUnicode_Decode(NULL, 3, NULL, NULL) == NULL && failed_with(BtExc_SystemError, NULL));
    CHECK(BtUnicode_DecodeUTF8("x", -1, NULL) == NULL && failed_with(BtExc_SystemError, NULL));

    BtObject *bytes = BtBytes_FromString("caf\xc3\xa9");
    CHECK(is_text(BtUnicode_FromEncodedObject(bytes, "utf-8", "strict"), "caf\xc3\xa9"));
    CHECK(BtUnicode_FromEncodedObject(text, NULL, NULL) == NULL
          && failed_with(BtExc_TypeError, "decoding str is not supported"));
    CHECK(BtUnicode_FromEncodedObject(Bt_None, NULL, NULL) == NULL
          && failed_with(BtExc_TypeError, "decoding to str: need a bytes-like object, NoneType found"));
    Bt_DECREF(bytes);
    Bt_DECREF(text);
    Bt_RETURN_NONE;
}

static BtObject *file_names(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtObject *name = BtUnicode_DecodeFSDefault("caf\xe9");
    CHECK(name != NULL);
    CHECK(has_repr(BtUnicode_EncodeFSDefault(name), "b'caf\\xe9'"));
    CHECK(has_repr(Bt_NewRef(name), "'caf\\udce9'"));
    BtObject *result = NULL;
    CHECK(BtUnicode_FSConverter(name, &result) == Bt_CLEANUP_SUPPORTED);
    CHECK(BtBytes_CheckExact(result) && strcmp(BtBytes_AS_STRING(result), "caf\xe9") == 0);
    BtObject *decoded = NULL;
    CHECK(BtUnicode_FSDecoder(result, &decoded) == Bt_CLEANUP_SUPPORTED && BtUnicode_Equal(decoded, name) == 1);
    CHECK(BtUnicode_FSDecoder(NULL, &decoded) == 1 && decoded == NULL);
    CHECK(BtUnicode_FSConverter(NULL, &result) == 1 && result == NULL);
    BtObject *number = BtLong_FromLong(3);
    CHECK(BtUnicode_FSConverter(number, &result) == 0
          && failed_with(BtExc_TypeError, "expected str, bytes or os.PathLike object, not int"));
    BtObject *zero = BtUnicode_FromStringAndSize("a\0b", 3);
    CHECK(BtUnicode_FSConverter(zero, &result) == 0 && failed_with(BtExc_ValueError, "embedded null byte"));
    CHECK(BtUnicode_FSDecoder(zero, &result) == 0 && failed_with(BtExc_ValueError, "embedded null character"));
    CHECK(is_text(BtUnicode_DecodeLocale("caf\xc3\xa9", "strict"), "caf\xc3\xa9"));
    CHECK(BtUnicode_DecodeLocale("x", "replace") == NULL && failed_with(BtExc_ValueError, "unsupported error handler"));
    CHECK(has_repr(BtUnicode_EncodeLocale(name, "surrogateescape"), "b'caf\\xe9'"));
    CHECK(BtUnicode_EncodeLocale(zero, NULL) == NULL && failed_with(BtExc_ValueError, "embedded null character"));
    Bt_DECREF(zero);
    Bt_DECREF(number);
    Bt_DECREF(name);
    Bt_RETURN_NONE;
}

static BtObject *by_name(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtObject *text = BtUnicode_FromString("a\xe2\x82\xac"), *bytes = BtBytes_FromString("a\x80");
    CHECK(BtCodec_KnownEncoding("cp1252") && BtCodec_KnownEncoding("UTF-8") && !BtCodec_KnownEncoding("martian"));
    CHECK(has_repr(BtCodec_Encode(text, "cp1252", NULL), "b'a\\x80'") && is_text(BtCodec_Decode(bytes, "cp1252", NULL), "a\xe2\x82\xac"));
    CHECK(has_repr(BtCodec_Encode(text, "ascii", "replace"), "b'a?'") && is_text(BtCodec_Decode(bytes, "ascii", "ignore"), "a"));
    CHECK(BtCodec_Encode(text, "ascii", NULL) == NULL && failed_with(BtExc_UnicodeEncodeError, NULL));
    CHECK(BtCodec_Decode(bytes, "utf-8", "strict") == NULL && failed_with(BtExc_UnicodeDecodeError, NULL));
    CHECK(BtCodec_Encode(text, "martian", NULL) == NULL && failed_with(BtExc_LookupError, "unknown encoding: martian"));
    CHECK(BtCodec_Encode(bytes, "utf-8", NULL) == NULL && failed_with(BtExc_TypeError, NULL));
    BtObject *encoder = BtCodec_Encoder("cp1252"), *decoder = BtCodec_Decoder("cp1252");
    CHECK(has_repr(BtObject_CallOneArg(encoder, text), "(b'a\\x80', 2)"));
    CHECK(has_repr(BtObject_CallOneArg(decoder, bytes), "('a\\u20ac', 2)"));
    CHECK(BtCodec_Encoder("martian") == NULL && failed_with(BtExc_LookupError, "unknown encoding: martian"));
    CHECK(BtCodec_Decoder("martian") == NULL && failed_with(BtExc_LookupError, "unknown encoding: martian"));
    Bt_DECREF(encoder);
    Bt_DECREF(decoder);
    Bt_DECREF(text);
    Bt_DECREF(bytes);
    Bt_RETURN_NONE;
}

static BtMethodDef methods[] = {
    { "codecs", codecs, BT_METH_NOARGS, NULL },
    { "file_names", file_names, BT_METH_NOARGS, NULL },
    { "by_name", by_name, BT_METH_NOARGS, NULL },
    { NULL, NULL, 0, NULL },
};

static BtModuleDef definition = { BtModuleDef_HEAD_INIT, .m_name = "codecs_test", .m_size = -1, .m_methods = methods };

BtMODINIT_FUNC BtInit_codecs_test(void)
{
    return BtModule_Create(&definition);
}
