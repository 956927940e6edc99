// Functions of every calling convention, for CallTests.swift.
#include <baton.h>

static BtObject *noargs(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    return BtBool_FromLong(args == NULL);
}

static BtObject *one(BtObject *Bt_UNUSED(self), BtObject *argument) BT_ATTACHED
{
    return Bt_NewRef(argument);
}

static BtObject *varargs(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    return Bt_NewRef(args);
}

static BtObject *keywords(BtObject *Bt_UNUSED(self), BtObject *args, BtObject *kwargs) BT_ATTACHED
{
    return BtTuple_Pack(2, args, kwargs ? kwargs : Bt_None);
}

static BtObject *fastcall(BtObject *Bt_UNUSED(self), BtObject *const *args, Bt_ssize_t nargs) BT_ATTACHED
{
    return BtTuple_FromArray(args, nargs);
}

static BtObject *fastcall_keywords(
    BtObject *Bt_UNUSED(self), BtObject *const *args, Bt_ssize_t nargs, BtObject *kwnames) BT_ATTACHED
{
    Bt_ssize_t nkw = kwnames ? BtTuple_GET_SIZE(kwnames) : 0;
    BtObject *values = BtTuple_FromArray(args, nargs + nkw);
    if (values == NULL) {
        return NULL;
    }
    BtObject *result = BtTuple_Pack(2, values, kwnames ? kwnames : Bt_None);
    Bt_DECREF(values);
    return result;
}

static BtObject *null_without_error(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    return NULL;
}

static BtObject *result_with_error(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtErr_SetString(BtExc_ValueError, "left set");
    Bt_RETURN_NONE;
}

static BtObject *raises(BtObject *Bt_UNUSED(self), BtObject *message) BT_ATTACHED
{
    BtErr_SetObject(BtExc_ValueError, message);
    return NULL;
}

static BtMethodDef methods[] = {
    { "noargs", noargs, BT_METH_NOARGS, BtDoc_STR("noargs($module, /)\n--\n\nTakes nothing.") },
    { "one", one, BT_METH_O, NULL },
    { "varargs", varargs, BT_METH_VARARGS, "Takes what comes." },
    { "keywords", _BtCFunction_CAST(keywords), BT_METH_VARARGS | BT_METH_KEYWORDS, NULL },
    { "fastcall", _BtCFunction_CAST(fastcall), BT_METH_FASTCALL, NULL },
    { "fastcall_keywords", _BtCFunction_CAST(fastcall_keywords), BT_METH_FASTCALL | BT_METH_KEYWORDS, NULL },
    { "null_without_error", null_without_error, BT_METH_NOARGS, NULL },
    { "result_with_error", result_with_error, BT_METH_NOARGS, NULL },
    { "raises", raises, BT_METH_O, NULL },
    { NULL, NULL, 0, NULL },
};

static BtModuleDef module = { BtModuleDef_HEAD_INIT, .m_name = "call_test", .m_size = 0, .m_methods = methods };

BtMODINIT_FUNC BtInit_call_test(void)
{
    return BtModuleDef_Init(&module);
}
