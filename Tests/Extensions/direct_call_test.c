// Functions that a script's code calls from one place, most of the convention fastcall, for DirectCallTests.swift.
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

/// rebind(module, name, value): give a module an attribute as C does; returns the value that the module's dict then has.
static BtObject *rebind(BtObject *Bt_UNUSED(self), BtObject *const *args, Bt_ssize_t nargs) BT_ATTACHED
{
    const char *name = nargs == 3 ? BtUnicode_AsUTF8(args[1]) : NULL;
    if (name == NULL || BtModule_AddObjectRef(args[0], name, args[2]) < 0) {
        return BtErr_Occurred() ? NULL : BtErr_Format(BtExc_TypeError, "rebind() takes three arguments");
    }
    return Bt_XNewRef(BtDict_GetItemWithError(BtModule_GetDict(args[0]), args[1]));
}

/// forget(module, name): delete an attribute out of the module's dict.
static BtObject *forget(BtObject *Bt_UNUSED(self), BtObject *const *args, Bt_ssize_t nargs) BT_ATTACHED
{
    if (nargs != 2 || BtDict_DelItem(BtModule_GetDict(args[0]), args[1]) < 0) {
        return NULL;
    }
    Bt_RETURN_NONE;
}

/// empty(module): delete all attributes.
static BtObject *empty(BtObject *Bt_UNUSED(self), BtObject *module) BT_ATTACHED
{
    BtDict_Clear(BtModule_GetDict(module));
    Bt_RETURN_NONE;
}

/// references_of_one(object): as `references`, of the other convention.
static BtObject *references_of_one(BtObject *Bt_UNUSED(self), BtObject *object) BT_ATTACHED
{
    return BtLong_FromSsize_t(Bt_REFCNT(object));
}

/// raises_one(object): as `raises`, of the other convention.
static BtObject *raises_one(BtObject *Bt_UNUSED(self), BtObject *object) BT_ATTACHED
{
    BtErr_SetObject(BtExc_ValueError, object);
    return NULL;
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
    { "rebind", _BtCFunction_CAST(rebind), BT_METH_FASTCALL, NULL },
    { "forget", _BtCFunction_CAST(forget), BT_METH_FASTCALL, NULL },
    { "empty", empty, BT_METH_O, NULL },
    { "references_of_one", references_of_one, BT_METH_O, NULL },
    { "raises_one", raises_one, BT_METH_O, NULL },
    { "null_without_error", _BtCFunction_CAST(null_without_error), BT_METH_FASTCALL, NULL },
    { "result_with_error", _BtCFunction_CAST(result_with_error), BT_METH_FASTCALL, NULL },
    { NULL, NULL, 0, NULL },
};

static BtModuleDef module = { BtModuleDef_HEAD_INIT, .m_name = "direct_call_test", .m_size = 0, .m_methods = methods };

BtMODINIT_FUNC BtInit_direct_call_test(void)
{
    return BtModuleDef_Init(&module);
}
