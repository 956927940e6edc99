// The protocols of every object, and what of calls, sequences and mappings no other test extension uses. For
// ProtocolTests.swift.
#define _POSIX_C_SOURCE 200809L  // open_memstream
#include "check.h"

#include <stdio.h>
#include <stdlib.h>

// --- a heap type whose objects have a dictionary, and one whose attributes raise

typedef struct Holder {
    BtObject_HEAD
    BtObject *dict;
} Holder;

static int holder_traverse(BtObject *self, visitproc visit, void *arg) BT_ATTACHED
{
    Bt_VISIT(((Holder *)self)->dict);
    Bt_VISIT(Bt_TYPE(self));
    return 0;
}

static int holder_clear(BtObject *self) BT_ATTACHED
{
    Bt_CLEAR(((Holder *)self)->dict);
    return 0;
}

static void holder_dealloc(BtObject *self) BT_ATTACHED
{
    BtTypeObject *type = Bt_TYPE(self);
    BtObject_GC_UnTrack(self);
    holder_clear(self);
    BtObject_GC_Del(self);
    Bt_DECREF(type);
}

static BtObject *broken(BtObject *Bt_UNUSED(self), void *Bt_UNUSED(closure)) BT_ATTACHED
{
    BtErr_SetString(BtExc_KeyError, "broken");
    return NULL;
}

static BtObject *length_hint(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    return BtLong_FromLong(7);
}

static BtObject *to_bytes(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    return BtBytes_FromString("held");
}

static BtMemberDef holder_members[] = {
    { "__dictoffset__", BT_T_PYSSIZET, offsetof(Holder, dict), BT_READONLY, NULL },
    { NULL, 0, 0, 0, NULL },
};
static BtGetSetDef holder_getsets[] = {
    { "__dict__", BtObject_GenericGetDict, BtObject_GenericSetDict, NULL, NULL },
    { "broken", broken, NULL, NULL, NULL },
    { NULL, NULL, NULL, NULL, NULL },
};
static BtMethodDef holder_methods[] = {
    { "__length_hint__", length_hint, BT_METH_NOARGS, NULL },
    { "__bytes__", to_bytes, BT_METH_NOARGS, NULL },
    { NULL, NULL, 0, NULL },
};
static BtType_Slot holder_slots[] = {
    { Bt_tp_traverse, (void *)holder_traverse }, { Bt_tp_clear, (void *)holder_clear },
    { Bt_tp_dealloc, (void *)holder_dealloc },   { Bt_tp_members, holder_members },
    { Bt_tp_getset, holder_getsets },            { Bt_tp_methods, holder_methods },
    { 0, NULL },
};
static BtType_Spec holder_spec = {
    .name = "protocol_test.Holder",
    .basicsize = sizeof(Holder),
    .flags = BT_TPFLAGS_DEFAULT | BT_TPFLAGS_HAVE_GC,
    .slots = holder_slots,
};

static BtObject *make_holder(void) BT_ATTACHED
{
    BtObject *type = BtType_FromSpec(&holder_spec);
    BtObject *holder = type == NULL ? NULL : BtObject_CallNoArgs(type);
    Bt_XDECREF(type);
    return holder;
}

static BtObject *attributes(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtObject *holder = make_holder(), *x = BtUnicode_FromString("x"), *y = BtUnicode_FromString("y"), *value;
    CHECK(holder != NULL);
    CHECK(BtObject_SetAttr(holder, x, Bt_True) == 0 && BtObject_HasAttr(holder, x) && !BtObject_HasAttr(holder, y));
    CHECK(BtObject_HasAttrWithError(holder, x) == 1 && BtObject_HasAttrWithError(holder, y) == 0);
    CHECK(BtObject_GetOptionalAttr(holder, x, &value) == 1 && value == Bt_True);
    CHECK(BtObject_GetOptionalAttr(holder, y, &value) == 0 && value == NULL && !BtErr_Occurred());
    BtObject *name = BtUnicode_FromString("broken");
    CHECK(BtObject_GetOptionalAttr(holder, name, &value) == -1 && value == NULL && failed_with(BtExc_KeyError, "'broken'"));
    CHECK(BtObject_HasAttrWithError(holder, name) == -1 && failed_with(BtExc_KeyError, "'broken'"));
    CHECK(BtObject_SetAttr(holder, Bt_None, Bt_True) == -1
          && failed_with(BtExc_TypeError, "attribute name must be string, not 'NoneType'"));
    CHECK(BtObject_GenericSetAttr(holder, y, Bt_False) == 0 && BtObject_GenericSetAttr(holder, x, NULL) == 0);
    CHECK(BtObject_GenericSetAttr(holder, x, NULL) == -1
          && failed_with(BtExc_AttributeError, "'protocol_test.Holder' object has no attribute 'x'"));
    CHECK(has_repr(BtObject_GenericGetDict(holder, NULL), "{'y': False}"));
    CHECK(has_repr(Bt_NewRef(*_BtObject_GetDictPtr(holder)), "{'y': False}") && _BtObject_GetDictPtr(x) == NULL);
    value = Bt_BuildValue("{s:i}", "z", 1);
    CHECK(BtObject_GenericSetDict(holder, value, NULL) == 0 && !BtObject_HasAttr(holder, y));
    CHECK(BtObject_GenericSetDict(holder, Bt_None, NULL) == -1
          && failed_with(BtExc_TypeError, "__dict__ must be set to a dictionary, not a 'NoneType'"));
    CHECK(BtObject_GenericSetDict(holder, NULL, NULL) == -1 && failed_with(BtExc_TypeError, "cannot delete __dict__"));
    BtObject *z = BtUnicode_FromString("z");
    CHECK(BtObject_DelAttr(holder, z) == 0 && !BtObject_HasAttr(holder, z));
    CHECK(BtObject_DelAttr(holder, z) == -1 && failed_with(BtExc_AttributeError, NULL));
    BtObject *names = BtObject_Dir(holder);
    CHECK(names != NULL && BtSequence_In(names, name) == 1 && BtSequence_In(names, x) == 0);
    Bt_DECREF(names);
    Bt_DECREF(value);
    Bt_DECREF(name);
    Bt_DECREF(x);
    Bt_DECREF(y);
    Bt_DECREF(z);
    Bt_DECREF(holder);
    Bt_RETURN_NONE;
}

static BtObject *items(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtObject *dict = Bt_BuildValue("{s:i,s:i}", "a", 1, "b", 2), *list = Bt_BuildValue("[iii]", 1, 2, 3), *value;
    BtObject *holder = make_holder(), *number = BtLong_FromLong(5);
    CHECK(BtObject_Length(list) == 3 && BtSequence_Length(list) == 3 && BtMapping_Length(dict) == 2);
    CHECK(BtObject_Length(number) == -1 && failed_with(BtExc_TypeError, "object of type 'int' has no len()"));
    CHECK(BtMapping_Length(number) == -1 && failed_with(BtExc_TypeError, NULL));
    CHECK(BtObject_LengthHint(list, 9) == 3 && BtObject_LengthHint(holder, 9) == 7 && BtObject_LengthHint(number, 9) == 9);
    CHECK(BtObject_DelItemString(dict, "a") == 0 && BtObject_DelItemString(dict, "a") == -1
          && failed_with(BtExc_KeyError, "'a'"));
    CHECK(BtMapping_GetOptionalItemString(dict, "b", &value) == 1 && has_repr(value, "2"));
    CHECK(BtMapping_GetOptionalItemString(dict, "c", &value) == 0 && value == NULL);
    CHECK(BtMapping_GetOptionalItemString(number, "c", &value) == -1 && value == NULL && failed_with(BtExc_TypeError, NULL));
    CHECK(BtMapping_HasKeyStringWithError(dict, "b") == 1 && BtMapping_HasKeyStringWithError(dict, "c") == 0);
    CHECK(BtMapping_HasKeyStringWithError(number, "c") == -1 && failed_with(BtExc_TypeError, NULL));
    CHECK(BtSequence_In(list, number) == 0 && BtSequence_In(number, list) == -1
          && failed_with(BtExc_TypeError, "argument of type 'int' is not iterable"));
    CHECK(has_repr(BtSequence_ITEM(list, 2), "3") && BtDict_GET_SIZE(dict) == 1);
    Bt_DECREF(dict);
    Bt_DECREF(list);
    Bt_DECREF(holder);
    Bt_DECREF(number);
    Bt_RETURN_NONE;
}

static BtObject *printed(BtObject *object, int flags) BT_ATTACHED
{
    char *text = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&text, &size);
    int status = BtObject_Print(object, stream, flags);
    fclose(stream);
    BtObject *result = status < 0 ? NULL : BtUnicode_FromStringAndSize(text, (Bt_ssize_t)size);
    free(text);
    return result;
}

static BtObject *texts(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtObject *number = BtLong_FromLong(255), *text = BtUnicode_FromString("a'b"), *list = Bt_BuildValue("[ii]", 65, 66);
    BtObject *spec = BtUnicode_FromString("#06x"), *holder = make_holder(), *bytes = BtBytes_FromString("raw");
    CHECK(is_text(BtObject_Format(number, spec), "0x00ff") && is_text(BtObject_Format(number, NULL), "255"));
    CHECK(BtObject_Format(list, spec) == NULL
          && failed_with(BtExc_TypeError, "unsupported format string passed to list.__format__"));
    CHECK(BtObject_Format(number, Bt_None) == NULL && BtErr_Occurred());
    BtErr_Clear();
    CHECK(has_repr(BtObject_Bytes(list), "b'AB'") && has_repr(BtObject_Bytes(holder), "b'held'"));
    CHECK(BtObject_Bytes(bytes) == bytes);
    Bt_DECREF(bytes);
    CHECK(BtObject_Bytes(number) == NULL && failed_with(BtExc_TypeError, "cannot convert 'int' object to bytes"));
    CHECK(is_text(printed(text, 0), "\"a'b\"") && is_text(printed(text, BT_PRINT_RAW), "a'b"));
    CHECK(is_text(printed(NULL, 0), "<nil>"));
    Bt_DECREF(number);
    Bt_DECREF(text);
    Bt_DECREF(list);
    Bt_DECREF(spec);
    Bt_DECREF(holder);
    Bt_DECREF(bytes);
    Bt_RETURN_NONE;
}

static BtObject *truths(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtObject *list = BtList_New(0), *half = BtFloat_FromDouble(0.5);
    CHECK(BtObject_Not(list) == 1 && BtObject_Not(half) == 0 && BtObject_Not(Bt_None) == 1);
    CHECK(Bt_Is(list, list) && !Bt_Is(list, half));
    CHECK(BtObject_HashNotImplemented(list) == -1 && failed_with(BtExc_TypeError, "unhashable type: 'list'"));
    CHECK(Bt_HashPointer(list) == Bt_HashPointer(list) && Bt_HashPointer(list) != -1);
    CHECK(_Bt_HashDouble(half, 0.5) == BtObject_Hash(half) && _Bt_HashDouble(half, 4.0) == 4);
    CHECK(Bt_EnterRecursiveCall(" here") == 0);
    Bt_LeaveRecursiveCall();
    CHECK(Bt_ReprEnter(list) == 0 && Bt_ReprEnter(list) == 1 && Bt_ReprEnter(half) == 0);
    Bt_ReprLeave(half);
    Bt_ReprLeave(list);
    CHECK(Bt_ReprEnter(list) == 0);
    Bt_ReprLeave(list);
    CHECK(!BtAIter_Check(list) && !BtAIter_Check(Bt_None));
    Bt_DECREF(list);
    Bt_DECREF(half);
    Bt_RETURN_NONE;
}

static BtObject *calls(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtObject *text = BtUnicode_FromString("a-b"), *split = BtUnicode_FromString("split"), *dash = BtUnicode_FromString("-");
    BtObject *upper = BtUnicode_FromString("upper"), *one = BtLong_FromLong(1);
    BtObject *method = BtObject_GetAttr(text, split), *keywords = Bt_BuildValue("{s:O}", "maxsplit", one);
    BtObject *names = Bt_BuildValue("(s)", "maxsplit"), *array[] = { NULL, text, dash, one };
    CHECK(has_repr(BtObject_CallMethodNoArgs(text, upper), "'A-B'"));
    CHECK(has_repr(BtObject_CallMethodOneArg(text, split, dash), "['a', 'b']"));
    CHECK(has_repr(BtObject_VectorcallMethod(split, array + 1, 2 | BT_VECTORCALL_ARGUMENTS_OFFSET, NULL), "['a', 'b']"));
    CHECK(has_repr(BtObject_VectorcallMethod(split, array + 1, 2, names), "['a', 'b']"));
    CHECK(BtObject_VectorcallMethod(dash, array + 1, 1, NULL) == NULL && failed_with(BtExc_AttributeError, NULL));
    CHECK(has_repr(BtObject_VectorcallDict(method, array + 2, 1, keywords), "['a', 'b']"));
    CHECK(has_repr(BtObject_VectorcallDict(method, array + 2, 1, NULL), "['a', 'b']"));
    vectorcallfunc function = BtVectorcall_Function(method);
    CHECK(function != NULL && has_repr(function(method, array + 2, 1, NULL), "['a', 'b']"));
    CHECK(BtVectorcall_Function(text) == NULL && !BtErr_Occurred());
    CHECK(BtVectorcall_NARGS(3 | BT_VECTORCALL_ARGUMENTS_OFFSET) == 3);
    BtObject *tuple = Bt_BuildValue("(O)", dash);
    CHECK(has_repr(BtVectorcall_Call(method, tuple, keywords), "['a', 'b']"));
    CHECK(BtVectorcall_Call(text, tuple, NULL) == NULL
          && failed_with(BtExc_TypeError, "'str' object does not support vectorcall"));
    CHECK(has_repr(_BtObject_MakeTpCall((BtObject *)&BtTuple_Type, &text, 1, NULL), "('a', '-', 'b')"));
    CHECK(BtCallable_Check(method) && BtCallable_Check((BtObject *)&BtTuple_Type) && !BtCallable_Check(text));
    // What breaks R9 is a SystemError that names the culprit.
    CHECK(_Bt_CheckFunctionResult(NULL, Bt_NewRef(Bt_None), "here") == Bt_None);
    Bt_DECREF(Bt_None);
    CHECK(_Bt_CheckFunctionResult(NULL, NULL, "here") == NULL
          && failed_with(BtExc_SystemError, "here returned NULL without setting an exception"));
    BtErr_SetString(BtExc_KeyError, "left");
    CHECK(_Bt_CheckFunctionResult(NULL, Bt_NewRef(Bt_None), "here") == NULL
          && failed_with(BtExc_SystemError, "here returned a result with an exception set"));
    Bt_DECREF(tuple);
    Bt_DECREF(text);
    Bt_DECREF(split);
    Bt_DECREF(dash);
    Bt_DECREF(upper);
    Bt_DECREF(one);
    Bt_DECREF(method);
    Bt_DECREF(keywords);
    Bt_DECREF(names);
    Bt_RETURN_NONE;
}

static BtMethodDef methods[] = {
    { "attributes", attributes, BT_METH_NOARGS, NULL }, { "items", items, BT_METH_NOARGS, NULL },
    { "texts", texts, BT_METH_NOARGS, NULL },           { "truths", truths, BT_METH_NOARGS, NULL },
    { "calls", calls, BT_METH_NOARGS, NULL },           { NULL, NULL, 0, NULL },
};

static BtModuleDef module = { BtModuleDef_HEAD_INIT, .m_name = "protocol_test", .m_size = 0, .m_methods = methods };

BtMODINIT_FUNC BtInit_protocol_test(void) { return BtModuleDef_Init(&module); }
