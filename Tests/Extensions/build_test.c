// Building values and calling as an outside author does, for ArgumentTests.swift.
#include "check.h"

#include <string.h>
#include <wchar.h>

static BtObject *seven(void *context) BT_ATTACHED { return BtLong_FromLong(*(int *)context); }

static BtObject *values(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    int context = 7;
    CHECK(has_repr(Bt_BuildValue(""), "None"));
    CHECK(has_repr(Bt_BuildValue("i", -5), "-5"));
    CHECK(has_repr(Bt_BuildValue("ii", 1, 2), "(1, 2)"));
    CHECK(has_repr(Bt_BuildValue("(i)", 1), "(1,)"));
    CHECK(has_repr(Bt_BuildValue("()"), "()"));
    CHECK(has_repr(Bt_BuildValue("[i, i,i]", 1, 2, 3), "[1, 2, 3]"));
    CHECK(has_repr(Bt_BuildValue("{s:i, s:(ii)}", "a", 1, "b", 2, 3), "{'a': 1, 'b': (2, 3)}"));
    CHECK(has_repr(Bt_BuildValue("[{}()[]]"), "[{}, (), []]"));
    CHECK(has_repr(Bt_BuildValue("bBhHiIlkLKn", 1, 2, -3, 65535, -5, 4294967295u, -7L, ~0ul, -9LL, ~0ULL, (Bt_ssize_t)-11),
                   "(1, 2, -3, 65535, -5, 4294967295, -7, 18446744073709551615, -9, 18446744073709551615, -11)"));
    CHECK(has_repr(Bt_BuildValue("fdcCp", 1.5, 2.5, 'x', 0x20AC, 5), "(1.5, 2.5, b'x', '\\u20ac', True)"));
    CHECK(has_repr(Bt_BuildValue("szUyy#s#z#", "a", NULL, "u", "b", "c\0d", (Bt_ssize_t)3, "efg", (Bt_ssize_t)2, NULL,
                                 (Bt_ssize_t)5),
                   "('a', None, 'u', b'b', b'c\\x00d', 'ef', None)"));
    CHECK(has_repr(Bt_BuildValue("uu#u", L"wide", L"wide", (Bt_ssize_t)2, NULL), "('wide', 'wi', None)"));
    CHECK(has_repr(Bt_BuildValue("OSNO&", Bt_None, Bt_True, BtLong_FromLong(5), seven, &context), "(None, True, 5, 7)"));
    CHECK(has_repr(Bt_BuildValue("s#", NULL, (Bt_ssize_t)0), "None"));
    Bt_RETURN_NONE;
}

static BtObject *failures(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    CHECK(Bt_BuildValue("O", NULL) == NULL && failed_with(BtExc_SystemError, "NULL object passed to Bt_BuildValue"));
    BtErr_SetString(BtExc_KeyError, "earlier");
    CHECK(Bt_BuildValue("O", NULL) == NULL && failed_with(BtExc_KeyError, "'earlier'"));
    CHECK(Bt_BuildValue("X", 1) == NULL && failed_with(BtExc_SystemError, "bad format char passed to Bt_BuildValue"));
    CHECK(Bt_BuildValue("(i", 1) == NULL && failed_with(BtExc_SystemError, "unmatched paren in format"));
    CHECK(Bt_BuildValue("{i}", 1) == NULL && failed_with(BtExc_SystemError, "Bad dict format"));
    CHECK(Bt_BuildValue("s", "\xff") == NULL && failed_with(BtExc_UnicodeDecodeError, NULL));
    CHECK(Bt_BuildValue("C", -1) == NULL && failed_with(BtExc_ValueError, NULL));
    // The references of N are taken over also behind what fails: none is left but ours.
    BtObject *object = BtList_New(0);
    CHECK(Bt_BuildValue("[s(N)]N", "\xff", Bt_NewRef(object), Bt_NewRef(object)) == NULL);
    BtErr_Clear();
    CHECK(Bt_BuildValue("{s:i,N:N}", "\xff", 1, Bt_NewRef(object), Bt_NewRef(object)) == NULL);
    BtErr_Clear();
    CHECK(Bt_BuildValue("{N:i}", Bt_NewRef(object), 1) == NULL && failed_with(BtExc_TypeError, "unhashable type: 'list'"));
    CHECK(Bt_REFCNT(object) == 1);
    Bt_DECREF(object);
    Bt_RETURN_NONE;
}

static BtObject *calls(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtObject *list = Bt_BuildValue("[iii]", 3, 1, 2), *text = Bt_BuildValue("s", "a-b"), *name = Bt_BuildValue("s", "split");
    BtObject *tuple_type = (BtObject *)&BtTuple_Type, *dash = Bt_BuildValue("s", "-"), *int_type = (BtObject *)&BtLong_Type;
    CHECK(has_repr(BtObject_CallFunction(tuple_type, "O", list), "(3, 1, 2)"));
    CHECK(has_repr(BtObject_CallFunction(tuple_type, NULL), "()"));
    CHECK(has_repr(BtObject_CallFunction(tuple_type, ""), "()"));
    CHECK(has_repr(BtObject_CallFunction(int_type, "si", "ff", 16), "255"));
    // One tuple is spread.
    CHECK(has_repr(BtObject_CallFunction(int_type, "(si)", "77", 8), "63"));
    CHECK(has_repr(BtObject_CallMethod(text, "split", "s", "-"), "['a', 'b']"));
    CHECK(has_repr(BtObject_CallMethod(text, "upper", NULL), "'A-B'"));
    CHECK(has_repr(BtObject_CallMethod(text, "replace", "ss", "-", "+"), "'a+b'"));
    CHECK(has_repr(BtObject_CallFunctionObjArgs(tuple_type, list, NULL), "(3, 1, 2)"));
    CHECK(has_repr(BtObject_CallFunctionObjArgs(tuple_type, NULL), "()"));
    CHECK(has_repr(BtObject_CallMethodObjArgs(text, name, dash, NULL), "['a', 'b']"));
    CHECK(has_repr(BtObject_CallMethodObjArgs(text, name, NULL), "['a-b']"));
    CHECK(has_repr(BtTuple_Pack(2, list, text), "([3, 1, 2], 'a-b')"));
    CHECK(has_repr(BtTuple_Pack(0), "()"));
    CHECK(BtObject_CallMethod(text, "nothing", NULL) == NULL && failed_with(BtExc_AttributeError, NULL));
    CHECK(BtObject_CallMethod(list, "__doc__", NULL) == NULL && failed_with(BtExc_TypeError, NULL));
    CHECK(BtObject_CallFunction(NULL, "i", 1) == NULL && failed_with(BtExc_SystemError, "null argument to internal routine"));
    CHECK(BtObject_CallMethod(NULL, "a", NULL) == NULL && failed_with(BtExc_SystemError, "null argument to internal routine"));
    CHECK(BtObject_CallFunctionObjArgs(NULL, NULL) == NULL && failed_with(BtExc_SystemError, NULL));
    CHECK(BtObject_CallMethodObjArgs(text, NULL, NULL) == NULL && failed_with(BtExc_SystemError, NULL));
    CHECK(BtObject_CallFunction(Bt_None, NULL) == NULL && failed_with(BtExc_TypeError, "'NoneType' object is not callable"));
    CHECK(BtObject_CallFunction(tuple_type, "O", NULL) == NULL && failed_with(BtExc_SystemError, NULL));
    CHECK(BtTuple_Pack(-1) == NULL && failed_with(BtExc_SystemError, NULL));
    CHECK(Bt_REFCNT(list) == 1);
    Bt_DECREF(list);
    Bt_DECREF(text);
    Bt_DECREF(name);
    Bt_DECREF(dash);
    Bt_RETURN_NONE;
}

static BtMethodDef methods[] = {
    { "values", values, BT_METH_NOARGS, NULL },
    { "failures", failures, BT_METH_NOARGS, NULL },
    { "calls", calls, BT_METH_NOARGS, NULL },
    { NULL, NULL, 0, NULL },
};

static BtModuleDef module = { BtModuleDef_HEAD_INIT, .m_name = "build_test", .m_size = 0, .m_methods = methods };

BtMODINIT_FUNC BtInit_build_test(void) { return BtModuleDef_Init(&module); }
