// Functions of the convention fastcall that a script's code calls from one place, for DirectCallTests.swift.
#include <baton.h>

/// references(object, …): how many references there are to the object.
static BtObject *references(BtObject *Bt_UNUSED(self), BtObject *const *args, Bt_ssize_t nargs) BT_ATTACHED
{
    return BtLong_FromSsize_t(nargs > 0 ? Bt_REFCNT(args[0]) : -1);
}

/// keep(list, object): append the object.
static BtObject *keep(BtObject *Bt_UNUSED(self), BtObject *const *args, Bt_ssize_t nargs) BT_ATTACHED
{
    if (nargs != 2) {
        return BtErr_Format(BtExc_TypeError, "keep() takes a list and an object, got %zd arguments", nargs);
    }
    if (BtList_Append(args[0], args[1]) < 0) {
        return NULL;
    }
    Bt_RETURN_NONE;
}

/// raises(object, …): ValueError of the object.
static BtObject *raises(BtObject *Bt_UNUSED(self), BtObject *const *args, Bt_ssize_t nargs) BT_ATTACHED
{
    BtErr_SetObject(BtExc_ValueError, nargs > 0 ? args[0] : Bt_None);
    return NULL;
}

/// call(function, object): what the function gives for the object.
static BtObject *call(BtObject *Bt_UNUSED(self), BtObject *const *args, Bt_ssize_t nargs) BT_ATTACHED
{
    return nargs == 2 ? BtObject_CallOneArg(args[0], args[1]) : Bt_NewRef(Bt_None);
}

static BtObject *null_without_error(BtObject *Bt_UNUSED(self), BtObject *const *Bt_UNUSED(args),
                                    Bt_ssize_t Bt_UNUSED(nargs)) BT_ATTACHED
{
    return NULL;
}

static BtObject *result_with_error(BtObject *Bt_UNUSED(self), BtObject *const *Bt_UNUSED(args),
                                   Bt_ssize_t Bt_UNUSED(nargs)) BT_ATTACHED
{
    BtErr_SetString(BtExc_ValueError, "left set");
    Bt_RETURN_NONE;
}

static BtMethodDef methods[] = {
    { "references", _BtCFunction_CAST(references), BT_METH_FASTCALL, NULL },
    { "keep", _BtCFunction_CAST(keep), BT_METH_FASTCALL, NULL },
    { "raises", _BtCFunction_CAST(raises), BT_METH_FASTCALL, NULL },
    { "call", _BtCFunction_CAST(call), BT_METH_FASTCALL, NULL },
    { "null_without_error", _BtCFunction_CAST(null_without_error), BT_METH_FASTCALL, NULL },
    { "result_with_error", _BtCFunction_CAST(result_with_error), BT_METH_FASTCALL, NULL },
    { NULL, NULL, 0, NULL },
};

static BtModuleDef module = { BtModuleDef_HEAD_INIT, .m_name = "direct_call_test", .m_size = 0, .m_methods = methods };

BtMODINIT_FUNC BtInit_direct_call_test(void)
{
    return BtModuleDef_Init(&module);
}
