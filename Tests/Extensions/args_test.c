// Argument parsing as an outside author uses it, for ArgumentTests.swift.
#include "check.h"

#include <string.h>

/// Room for whatever the units of a format store.
typedef union Slot {
    Bt_buffer view;
    char bytes[96];
} Slot;

#define SLOTS(slots) &slots[0], &slots[1], &slots[2], &slots[3], &slots[4], &slots[5], &slots[6], &slots[7]

/// parse(args, kwargs, format, names): "ok", or what the parser raises.
static BtObject *parse(BtObject *Bt_UNUSED(self), BtObject *arguments) BT_ATTACHED
{
    BtObject *args, *kwargs, *names;
    const char *format;
    if (!BtArg_ParseTuple(arguments, "O!O!sO!:parse", &BtTuple_Type, &args, &BtDict_Type, &kwargs, &format,
                          &BtList_Type, &names)) {
        return NULL;
    }
    char *keywords[9] = { 0 };
    for (Bt_ssize_t i = 0; i < BtList_GET_SIZE(names); i++) {
        keywords[i] = (char *)BtUnicode_AsUTF8(BtList_GET_ITEM(names, i));
    }
    Slot slots[8];
    memset(slots, 0, sizeof slots);
    if (!BtArg_ParseTupleAndKeywords(args, kwargs, format, keywords, SLOTS(slots))) {
        return NULL;
    }
    // A buffer is recognised by its unit: these formats have one argument where they have a buffer.
    if (strchr(format, '*') != NULL) {
        BtBuffer_Release(&slots[0].view);
    }
    return BtUnicode_FromString("ok");
}

/// parse_tuple(args, format): "ok", or what the parser raises.
static BtObject *parse_tuple(BtObject *Bt_UNUSED(self), BtObject *arguments) BT_ATTACHED
{
    BtObject *args;
    const char *format;
    if (!BtArg_ParseTuple(arguments, "Os", &args, &format)) {
        return NULL;
    }
    Slot slots[8];
    memset(slots, 0, sizeof slots);
    return BtArg_ParseTuple(args, format, SLOTS(slots)) ? BtUnicode_FromString("ok") : NULL;
}

static BtObject *numbers(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtObject *values = Bt_BuildValue("(iiiLiiKiKidd)", 200, 511, -5, -7LL, 70000, -1, 0xFFFFFFFFFFFFFFFEULL, 4, ~0ULL, -9,
                                     1.5, 2.5);
    CHECK(values != NULL);
    unsigned char b = 0, B = 0;
    short h = 0;
    int i = 0, p = 0;
    unsigned short H = 0;
    unsigned int I = 0;
    long l = 0;
    unsigned long k = 0;
    unsigned long long K = 0;
    Bt_ssize_t n = 0;
    float f = 0;
    double d = 0;
    CHECK(BtArg_ParseTuple(values, "bBhiHIklKnfd", &b, &B, &h, &i, &H, &I, &k, &l, &K, &n, &f, &d));
    CHECK(b == 200 && B == 255 && h == -5 && i == -7 && H == 4464 && I == 0xFFFFFFFFu);
    CHECK(k == 0xFFFFFFFFFFFFFFFEul && l == 4 && K == ~0ULL && n == -9 && f == 1.5f && d == 2.5);
    Bt_DECREF(values);
    values = Bt_BuildValue("(LOcC[])", 1LL << 40, Bt_True, 'x', 0x20AC);
    long long L = 0;
    char c = 0;
    int C = 0, q = 1;
    CHECK(BtArg_ParseTuple(values, "LpcCp", &L, &p, &c, &C, &q));
    CHECK(L == 1LL << 40 && p == 1 && c == 'x' && C == 0x20AC && q == 0);
    Bt_DECREF(values);
    Bt_RETURN_NONE;
}

static BtObject *strings(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtObject *values = Bt_BuildValue("(ss#zy#yz)", "h\xc3\xa9", "a\0b", (Bt_ssize_t)3, NULL, "q\0r", (Bt_ssize_t)3, "bytes",
                                     "text");
    CHECK(values != NULL);
    const char *s, *sharp, *z = "", *y_sharp, *y, *z2;
    Bt_ssize_t sharp_size = 0, y_size = 0;
    CHECK(BtArg_ParseTuple(values, "ss#zy#yz", &s, &sharp, &sharp_size, &z, &y_sharp, &y_size, &y, &z2));
    CHECK(strcmp(s, "h\xc3\xa9") == 0 && sharp_size == 3 && memcmp(sharp, "a\0b", 3) == 0 && z == NULL);
    CHECK(y_size == 3 && memcmp(y_sharp, "q\0r", 3) == 0 && strcmp(y, "bytes") == 0 && strcmp(z2, "text") == 0);
    Bt_DECREF(values);

    values = Bt_BuildValue("(sy#Nz)", "abc", "x\0y", (Bt_ssize_t)3, BtByteArray_FromStringAndSize("wxyz", 4), NULL);
    Bt_buffer text, bytes, writable, nothing;
    CHECK(BtArg_ParseTuple(values, "s*y*w*z*", &text, &bytes, &writable, &nothing));
    CHECK(text.len == 3 && memcmp(text.buf, "abc", 3) == 0 && bytes.len == 3 && memcmp(bytes.buf, "x\0y", 3) == 0);
    CHECK(writable.len == 4 && !writable.readonly && nothing.buf == NULL && nothing.len == 0);
    ((char *)writable.buf)[0] = 'W';
    CHECK(BtByteArray_Resize(BtTuple_GET_ITEM(values, 2), 2) == -1
          && failed_with(BtExc_BufferError, "Existing exports of data: object cannot be re-sized"));
    BtBuffer_Release(&text);
    BtBuffer_Release(&bytes);
    BtBuffer_Release(&writable);
    BtBuffer_Release(&nothing);
    CHECK(BtByteArray_AS_STRING(BtTuple_GET_ITEM(values, 2))[0] == 'W');
    CHECK(BtByteArray_Resize(BtTuple_GET_ITEM(values, 2), 2) == 0);
    Bt_DECREF(values);
    Bt_RETURN_NONE;
}

static BtObject *encoded(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtObject *values = Bt_BuildValue("(ssy)", "h\xc3\xa9", "abc", "raw");
    char *es = NULL, *et = NULL, small[4] = "", *given = small;
    Bt_ssize_t size = sizeof small;
    CHECK(BtArg_ParseTuple(values, "eses#et", "latin-1", &es, "utf-8", &given, &size, NULL, &et));
    CHECK(strcmp(es, "h\xe9") == 0 && size == 3 && strcmp(small, "abc") == 0 && strcmp(et, "raw") == 0);
    BtMem_Free(es);
    BtMem_Free(et);
    size = 3;
    es = NULL;
    CHECK(!BtArg_ParseTuple(values, "eses#et", "latin-1", &es, "utf-8", &given, &size, NULL, &et));
    CHECK(failed_with(BtExc_ValueError, "encoded string too long (3, maximum length 2)"));
    // What was encoded before the failure is freed.
    CHECK(es == NULL);
    char *own = NULL;
    Bt_ssize_t own_size = 0;
    CHECK(BtArg_ParseTuple(values, "OOet#", &es, &es, "utf-8", &own, &own_size));
    CHECK(own_size == 3 && strcmp(own, "raw") == 0);
    BtMem_Free(own);
    own = NULL;
    CHECK(!BtArg_ParseTuple(values, "OOes", &es, &es, "utf-8", &own));
    CHECK(failed_with(BtExc_TypeError, "argument 3 must be str, not bytes"));
    CHECK(!BtArg_ParseTuple(values, "es", "ascii", &own) && failed_with(BtExc_TypeError, "function takes exactly 1 argument (3 given)"));
    Bt_DECREF(values);
    Bt_RETURN_NONE;
}

static int cleanups;

static int convert(BtObject *object, void *address) BT_ATTACHED
{
    if (object == NULL) {
        cleanups++;
        return 0;
    }
    if (object == Bt_None) {
        BtErr_SetString(BtExc_KeyError, "refused");
        return 0;
    }
    *(BtObject **)address = object;
    return Bt_CLEANUP_SUPPORTED;
}

static BtObject *objects(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtObject *values = Bt_BuildValue("(iy[])", 5, "b");
    BtObject *o, *S, *list, *converted = NULL;
    CHECK(BtArg_ParseTuple(values, "OSO!", &o, &S, &BtList_Type, &list));
    CHECK(o == BtTuple_GET_ITEM(values, 0) && S == BtTuple_GET_ITEM(values, 1) && BtList_Check(list));
    CHECK(!BtArg_ParseTuple(values, "OSO!:f", &o, &S, &BtDict_Type, &list)
          && failed_with(BtExc_TypeError, "f() argument 3 must be dict, not list"));
    CHECK(BtArg_ParseTuple(values, "O&OO", convert, &converted, &o, &o) && converted == BtTuple_GET_ITEM(values, 0));
    CHECK(cleanups == 0);
    // A later failure calls the converter again, and releases the buffer.
    Bt_buffer view;
    CHECK(!BtArg_ParseTuple(values, "O&y*i", convert, &converted, &view, &cleanups) && BtErr_Occurred());
    CHECK(failed_with(BtExc_TypeError, "'list' object cannot be interpreted as an integer"));
    CHECK(cleanups == 1 && view.obj == NULL);
    BtObject *none = Bt_BuildValue("(O)", Bt_None);
    CHECK(!BtArg_ParseTuple(none, "O&", convert, &converted) && failed_with(BtExc_KeyError, "'refused'"));
    // More acquisitions than the frame has room for.
    BtObject *many = Bt_BuildValue("(yyyyyyyyyy)", "a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
    Bt_buffer v[9];
    int number;
    CHECK(!BtArg_ParseTuple(many, "y*y*y*y*y*y*y*y*y*i", v, v + 1, v + 2, v + 3, v + 4, v + 5, v + 6, v + 7, v + 8, &number));
    BtErr_Clear();
    CHECK(v[0].obj == NULL && v[8].obj == NULL);
    Bt_DECREF(many);
    Bt_DECREF(none);
    Bt_DECREF(values);
    Bt_RETURN_NONE;
}

static BtObject *old_style(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtObject *pair = Bt_BuildValue("(ii)", 1, 2);
    int a = 0, b = 0;
    CHECK(BtArg_Parse(pair, "(ii)", &a, &b) && a == 1 && b == 2);
    CHECK(!BtArg_Parse(pair, "i:f", &a) && failed_with(BtExc_TypeError, "'tuple' object cannot be interpreted as an integer"));
    CHECK(!BtArg_Parse(pair, "(iii):f", &a, &b, &b)
          && failed_with(BtExc_TypeError, "f() argument must be sequence of length 3, not 2"));
    CHECK(!BtArg_Parse(pair, "ii", &a, &b)
          && failed_with(BtExc_SystemError, "old style getargs format uses new features"));
    CHECK(!BtArg_Parse(pair, ":f") && failed_with(BtExc_TypeError, "f() takes no arguments"));
    CHECK(BtArg_Parse(NULL, ""));

    BtObject *x = NULL, *y = Bt_None, *z = Bt_None;
    CHECK(BtArg_UnpackTuple(pair, "f", 1, 3, &x, &y, &z) && z == Bt_None && x == BtTuple_GET_ITEM(pair, 0));
    CHECK(!BtArg_UnpackTuple(pair, "f", 0, 1, &x) && failed_with(BtExc_TypeError, "f expected at most 1 argument, got 2"));
    CHECK(!BtArg_UnpackTuple(pair, "f", 3, 3, &x) && failed_with(BtExc_TypeError, "f expected 3 arguments, got 2"));
    CHECK(!BtArg_UnpackTuple(pair, NULL, 3, 4, &x)
          && failed_with(BtExc_TypeError, "unpacked tuple should have at least 3 elements, but has 2"));
    CHECK(!BtArg_UnpackTuple(Bt_None, "f", 0, 0)
          && failed_with(BtExc_SystemError, "BtArg_UnpackTuple() argument list is not a tuple"));
    Bt_DECREF(pair);
    Bt_RETURN_NONE;
}

static BtObject *bad_formats(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtObject *one = Bt_BuildValue("(i)", 1);
    int a;
    CHECK(!BtArg_ParseTuple(one, "(i", &a) && failed_with(BtExc_SystemError, NULL));
    CHECK(!BtArg_ParseTuple(one, "i)", &a) && failed_with(BtExc_SystemError, NULL));
    CHECK(!BtArg_ParseTuple(one, "X", &a)
          && failed_with(BtExc_TypeError, "argument 1 (impossible<bad format char>)"));
    CHECK(!BtArg_ParseTuple(one, "i%", &a) && failed_with(BtExc_SystemError, "bad format string: i%"));
    CHECK(!BtArg_ParseTuple(Bt_None, "i", &a)
          && failed_with(BtExc_SystemError, "new style getargs format but argument is not a tuple"));
    CHECK(!BtArg_ParseTuple(NULL, "i", &a) && failed_with(BtExc_SystemError, NULL));
    CHECK(!BtArg_ParseTupleAndKeywords(one, Bt_None, "i", (char *[]){ "a", NULL }, &a) && failed_with(BtExc_SystemError, NULL));
    Bt_DECREF(one);
    Bt_RETURN_NONE;
}

/// unpack(a, /, b=None, *, c): what Argument Clinic's code does.
static BtObject *unpack(BtObject *Bt_UNUSED(self), BtObject *const *args, Bt_ssize_t nargs, BtObject *kwnames)
    BT_ATTACHED
{
    static const char *const keywords[] = { "", "b", "c", NULL };
    static _BtArg_Parser parser = { .keywords = keywords, .fname = "unpack" };
    BtObject *slots[3];
    args = _BtArg_UnpackKeywords(args, nargs, NULL, kwnames, &parser, 1, 2, 1, slots);
    if (args == NULL) {
        return NULL;
    }
    return Bt_BuildValue("(OOO)", args[0], args[1] ? args[1] : Bt_None, args[2]);
}

/// unpack_optional(a, /, b=None, *, c=None): the same, with nothing required behind `a`.
static BtObject *unpack_optional(BtObject *Bt_UNUSED(self), BtObject *const *args, Bt_ssize_t nargs, BtObject *kwnames)
    BT_ATTACHED
{
    static const char *const keywords[] = { "", "b", "c", NULL };
    static _BtArg_Parser parser = { .keywords = keywords, .fname = "unpack_optional" };
    BtObject *slots[3];
    args = _BtArg_UnpackKeywords(args, nargs, NULL, kwnames, &parser, 1, 2, 0, slots);
    if (args == NULL) {
        return NULL;
    }
    if (nargs + (kwnames != NULL ? BtTuple_GET_SIZE(kwnames) : 0) == 1) {
        // The arguments may have come back as they were given: behind them stands nothing.
        return Bt_BuildValue("(OOO)", args[0], Bt_None, Bt_None);
    }
    BtObject *c = nargs == 2 && kwnames == NULL ? NULL : args[2];
    return Bt_BuildValue("(OOO)", args[0], args[1] ? args[1] : Bt_None, c ? c : Bt_None);
}

/// stack(a, b=0, *, c=0): a parser with a format.
static BtObject *stack(BtObject *Bt_UNUSED(self), BtObject *const *args, Bt_ssize_t nargs, BtObject *kwnames)
    BT_ATTACHED
{
    static const char *const keywords[] = { "", "b", "c", NULL };
    static _BtArg_Parser parser = { .keywords = keywords, .format = "i|i$i:stack" };
    int a = 0, b = 0, c = 0;
    if (!_BtArg_ParseStackAndKeywords(args, nargs, kwnames, &parser, &a, &b, &c)) {
        return NULL;
    }
    return Bt_BuildValue("iii", a, b, c);
}

static BtObject *checks(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtObject *empty = BtTuple_New(0), *one = Bt_BuildValue("(i)", 1);
    BtObject *nothing = BtDict_New(), *keywords = Bt_BuildValue("{si}", "a", 1), *wrong = Bt_BuildValue("{ii}", 1, 1);
    CHECK(_BtArg_NoKeywords("f", NULL) && _BtArg_NoKeywords("f", nothing));
    CHECK(!_BtArg_NoKeywords("f", keywords) && failed_with(BtExc_TypeError, "f() takes no keyword arguments"));
    CHECK(_BtArg_NoPositional("f", NULL) && _BtArg_NoPositional("f", empty));
    CHECK(!_BtArg_NoPositional("f", one) && failed_with(BtExc_TypeError, "f() takes no positional arguments"));
    CHECK(_BtArg_CheckPositional("f", 1, 0, 2));
    CHECK(!_BtArg_CheckPositional("f", 1, 2, 2) && failed_with(BtExc_TypeError, "f expected 2 arguments, got 1"));
    CHECK(!_BtArg_CheckPositional("f", 3, 0, 1) && failed_with(BtExc_TypeError, "f expected at most 1 argument, got 3"));
    _BtArg_BadArgument("f", "argument 1", "str", Bt_None);
    CHECK(failed_with(BtExc_TypeError, "f() argument 1 must be str, not None"));
    CHECK(BtArg_ValidateKeywordArguments(keywords));
    CHECK(!BtArg_ValidateKeywordArguments(wrong) && failed_with(BtExc_TypeError, "keywords must be strings"));
    CHECK(!BtArg_ValidateKeywordArguments(Bt_None) && failed_with(BtExc_SystemError, NULL));
    Bt_DECREF(empty);
    Bt_DECREF(one);
    Bt_DECREF(nothing);
    Bt_DECREF(keywords);
    Bt_DECREF(wrong);
    Bt_RETURN_NONE;
}

static BtMethodDef methods[] = {
    { "parse", parse, BT_METH_VARARGS, NULL },
    { "parse_tuple", parse_tuple, BT_METH_VARARGS, NULL },
    { "numbers", numbers, BT_METH_NOARGS, NULL },
    { "strings", strings, BT_METH_NOARGS, NULL },
    { "encoded", encoded, BT_METH_NOARGS, NULL },
    { "objects", objects, BT_METH_NOARGS, NULL },
    { "old_style", old_style, BT_METH_NOARGS, NULL },
    { "bad_formats", bad_formats, BT_METH_NOARGS, NULL },
    { "unpack", _BtCFunction_CAST(unpack), BT_METH_FASTCALL | BT_METH_KEYWORDS, NULL },
    { "unpack_optional", _BtCFunction_CAST(unpack_optional), BT_METH_FASTCALL | BT_METH_KEYWORDS, NULL },
    { "stack", _BtCFunction_CAST(stack), BT_METH_FASTCALL | BT_METH_KEYWORDS, NULL },
    { "checks", checks, BT_METH_NOARGS, NULL },
    { NULL, NULL, 0, NULL },
};

static BtModuleDef module = { BtModuleDef_HEAD_INIT, .m_name = "args_test", .m_size = 0, .m_methods = methods };

BtMODINIT_FUNC BtInit_args_test(void) { return BtModuleDef_Init(&module); }
