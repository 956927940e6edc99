// Functions that take a va_list, and what of buffers, capsules, codecs, containers, critical sections and threads no other
// test extension uses. For ProtocolTests.swift.
#include "check.h"

#include <stdarg.h>
#include <string.h>

static int parse(BtObject *args, const char *format, ...) BT_ATTACHED;
static int parse(BtObject *args, const char *format, ...)
{
    va_list addresses;
    va_start(addresses, format);
    int result = BtArg_VaParse(args, format, addresses);
    va_end(addresses);
    return result;
}

static int parse_keywords(BtObject *args, BtObject *kwargs, const char *format, char **names, ...) BT_ATTACHED;
static int parse_keywords(BtObject *args, BtObject *kwargs, const char *format, char **names, ...)
{
    va_list addresses;
    va_start(addresses, names);
    int result = BtArg_VaParseTupleAndKeywords(args, kwargs, format, names, addresses);
    va_end(addresses);
    return result;
}

#define FORMATTER(name, function)                                           \
    static BtObject *name(const char *format, ...) BT_ATTACHED;             \
    static BtObject *name(const char *format, ...)                          \
    {                                                                       \
        va_list values;                                                     \
        va_start(values, format);                                           \
        BtObject *result = function(format, values);                        \
        va_end(values);                                                     \
        return result;                                                      \
    }

FORMATTER(build, Bt_VaBuildValue)
FORMATTER(bytes_from, BtBytes_FromFormatV)
FORMATTER(text_from, BtUnicode_FromFormatV)

static BtObject *lists(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtObject *pair = build("(is)", 5, "five"), *keywords = build("{s:i}", "b", 7);
    int a = 0, b = 0;
    const char *text = NULL;
    CHECK(parse(pair, "is:f", &a, &text) && a == 5 && strcmp(text, "five") == 0);
    CHECK(!parse(pair, "i:f", &a) && failed_with(BtExc_TypeError, "f() takes exactly 1 argument (2 given)"));
    BtObject *one = build("(i)", 1);
    CHECK(parse_keywords(one, keywords, "i|i:f", (char *[]){ "a", "b", NULL }, &a, &b) && a == 1 && b == 7);
    CHECK(!parse_keywords(one, keywords, "i|i:f", (char *[]){ "a", "c", NULL }, &a, &b)
          && failed_with(BtExc_TypeError, "f() got an unexpected keyword argument 'b'"));
    CHECK(has_repr(bytes_from("%d-%s", 3, "x"), "b'3-x'") && is_text(text_from("%d-%R", 3, one), "3-(1,)"));
    // Arrays and parsers, as Argument Clinic's code has them.
    BtObject *array[] = { BtTuple_GET_ITEM(pair, 0), BtTuple_GET_ITEM(pair, 1) };
    CHECK(_BtArg_ParseStack(array, 2, "is:g", &a, &text) && a == 5);
    CHECK(!_BtArg_ParseStack(array, 1, "is:g", &a, &text)
          && failed_with(BtExc_TypeError, "g() takes exactly 2 arguments (1 given)"));
    static const char *const names[] = { "a", "b", NULL };
    static _BtArg_Parser parser = { .keywords = names, .format = "i|i:h" };
    CHECK(_BtArg_ParseTupleAndKeywordsFast(one, keywords, &parser, &a, &b) && a == 1 && b == 7);
    CHECK(!_BtArg_ParseTupleAndKeywordsFast(pair, NULL, &parser, &a, &b) && failed_with(BtExc_TypeError, NULL));
    BtObject *none = BtTuple_New(0);
    CHECK(_BtArg_NoKwnames("f", NULL) && _BtArg_NoKwnames("f", none) && !_BtArg_NoKwnames("f", pair)
          && failed_with(BtExc_TypeError, "f() takes no keyword arguments"));
    Bt_DECREF(none);
    Bt_DECREF(one);
    Bt_DECREF(pair);
    Bt_DECREF(keywords);
    Bt_RETURN_NONE;
}

static int closed;
static void close_capsule(BtObject *Bt_UNUSED(capsule)) BT_ATTACHED { closed++; }

static BtObject *holders(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    static char memory[4] = "abc";
    Bt_buffer view;
    BtObject *owner = BtList_New(0);
    CHECK(BtBuffer_FillInfo(&view, owner, memory, 3, 1, BtBUF_FULL_RO) == 0 && view.len == 3 && view.ndim == 1
          && view.shape[0] == 3 && strcmp(view.format, "B") == 0 && view.obj == owner && view.readonly);
    BtBuffer_Release(&view);
    CHECK(BtBuffer_FillInfo(&view, owner, memory, 3, 1, BtBUF_WRITABLE) == -1 && failed_with(BtExc_BufferError, NULL));
    CHECK(Bt_REFCNT(owner) == 1);
    BtObject *capsule = BtCapsule_New(memory, "variadic_test.memory", NULL);
    CHECK(BtCapsule_GetDestructor(capsule) == NULL && !BtErr_Occurred());
    CHECK(BtCapsule_SetDestructor(capsule, close_capsule) == 0 && BtCapsule_GetDestructor(capsule) == close_capsule);
    CHECK(BtCapsule_SetDestructor(owner, close_capsule) == -1 && failed_with(BtExc_ValueError, NULL));
    closed = 0;
    Bt_DECREF(capsule);
    CHECK(closed == 1);
    BtObject *text = BtUnicode_FromString("h\xc3\xa9"), *wide = BtUnicode_AsUTF32String(text);
    int order = 0;
    Bt_ssize_t consumed = 0;
    CHECK(wide != NULL && BtBytes_GET_SIZE(wide) == 12);
    CHECK(is_text(BtUnicode_DecodeUTF32Stateful(BtBytes_AS_STRING(wide), 11, NULL, &order, &consumed), "h") && consumed == 8);
    CHECK(is_text(BtUnicode_DecodeFSDefaultAndSize("a/b", 3), "a/b"));
    CHECK(is_text(BtUnicode_DecodeLocaleAndSize("abc", 3, NULL), "abc"));
    Bt_DECREF(wide);
    Bt_DECREF(text);
    Bt_DECREF(owner);
    Bt_RETURN_NONE;
}

static BtObject *containers(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtObject *dict = _BtDict_NewPresized(100), *key = BtUnicode_FromString("key"), *list = BtList_New(0), *pair = Bt_BuildValue("(ii)", 1, 2);
    Bt_hash_t hash = BtObject_Hash(key);
    CHECK(dict != NULL && _BtDict_SetItem_KnownHash(dict, key, Bt_True, hash) == 0);
    CHECK(_BtDict_GetItem_KnownHash(dict, key, hash) == Bt_True);
    CHECK(has_repr(_BtDict_Pop(dict, key, NULL), "True") && has_repr(_BtDict_Pop(dict, key, Bt_None), "None"));
    CHECK(_BtDict_Pop(dict, key, NULL) == NULL && failed_with(BtExc_KeyError, "'key'"));
    CHECK(has_repr(_BtList_Extend(list, pair), "None") && has_repr(Bt_NewRef(list), "[1, 2]"));
    CHECK(_BtList_Extend(list, Bt_None) == NULL && failed_with(BtExc_TypeError, "'NoneType' object is not iterable"));
    Bt_DECREF(dict);
    Bt_DECREF(key);
    Bt_DECREF(list);
    Bt_DECREF(pair);
    Bt_RETURN_NONE;
}

static BtObject *sections(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtObject *first = BtList_New(0), *second = BtList_New(0);
    static BtMutex left, right;
    BtCriticalSection section;
    BtCriticalSection2 both;
    BtCriticalSection_Begin(&section, first);
    BtCriticalSection_End(&section);
    BtCriticalSection_BeginMutex(&section, &left);
    BtCriticalSection_End(&section);
    CHECK(!BtMutex_IsLocked(&left));
    // Two that are one, and nested ones, do not lock a thread out of itself.
    BtCriticalSection2_Begin(&both, first, second);
    BtCriticalSection_Begin(&section, first);
    BtCriticalSection_End(&section);
    BtCriticalSection2_End(&both);
    BtCriticalSection2_Begin(&both, first, first);
    BtCriticalSection2_End(&both);
    BtCriticalSection2_BeginMutex(&both, &left, &right);
    BtCriticalSection2_End(&both);
    CHECK(!BtMutex_IsLocked(&left) && !BtMutex_IsLocked(&right));
    BtThreadState *state = BtThreadState_Get();
    CHECK(BtThreadState_GetInterpreter(state) == BtInterpreterState_Get());
    CHECK(BtInterpreterState_GetID(BtInterpreterState_Get()) == 0);
    CHECK(strncmp(Bt_GetVersion(), BT_VERSION " ", strlen(BT_VERSION) + 1) == 0);
    Bt_DECREF(first);
    Bt_DECREF(second);
    Bt_RETURN_NONE;
}

static BtMethodDef methods[] = {
    { "lists", lists, BT_METH_NOARGS, NULL },           { "holders", holders, BT_METH_NOARGS, NULL },
    { "containers", containers, BT_METH_NOARGS, NULL }, { "sections", sections, BT_METH_NOARGS, NULL },
    { NULL, NULL, 0, NULL },
};

static BtModuleDef module = { BtModuleDef_HEAD_INIT, .m_name = "variadic_test", .m_size = 0, .m_methods = methods };

BtMODINIT_FUNC BtInit_variadic_test(void) { return BtModuleDef_Init(&module); }
