// Raising, warning and reporting from an extension: what takes variable arguments, and what is a macro.
#include <baton.h>

static BtObject *raise_format(BtObject *Bt_UNUSED(self), BtObject *argument) BT_ATTACHED;
static BtObject *raise_format(BtObject *Bt_UNUSED(self), BtObject *argument)
{
    return BtErr_Format(BtExc_ValueError, "%s: %R at %zd", "bad", argument, (Bt_ssize_t)7);
}

static BtObject *raise_from_cause(BtObject *Bt_UNUSED(self), BtObject *argument) BT_ATTACHED;
static BtObject *raise_from_cause(BtObject *Bt_UNUSED(self), BtObject *argument)
{
    BtErr_SetObject(BtExc_KeyError, argument);
    return _BtErr_FormatFromCause(BtExc_RuntimeError, "wrapped %d", 1);
}

static BtObject *bad_internal_call(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(unused)) BT_ATTACHED;
static BtObject *bad_internal_call(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(unused))
{
    BtErr_BadInternalCall();
    return NULL;
}

static BtObject *warn_format(BtObject *Bt_UNUSED(self), BtObject *category) BT_ATTACHED;
static BtObject *warn_format(BtObject *Bt_UNUSED(self), BtObject *category)
{
    if (BtErr_WarnFormat(category, 1, "value %d of %s", 3, "four") < 0) {
        return NULL;
    }
    Bt_RETURN_NONE;
}

static BtObject *warn_resource(BtObject *Bt_UNUSED(self), BtObject *source) BT_ATTACHED;
static BtObject *warn_resource(BtObject *Bt_UNUSED(self), BtObject *source)
{
    if (BtErr_ResourceWarning(source, 1, "unclosed %R", source) < 0) {
        return NULL;
    }
    Bt_RETURN_NONE;
}

static BtObject *warn_place(BtObject *Bt_UNUSED(self), BtObject *registry) BT_ATTACHED;
static BtObject *warn_place(BtObject *Bt_UNUSED(self), BtObject *registry)
{
    if (BtErr_WarnExplicitFormat(BtExc_UserWarning, "place.py", 12, "place", registry, "odd %s", "thing") < 0) {
        return NULL;
    }
    Bt_RETURN_NONE;
}

static BtObject *unraisable(BtObject *Bt_UNUSED(self), BtObject *object) BT_ATTACHED;
static BtObject *unraisable(BtObject *Bt_UNUSED(self), BtObject *object)
{
    BtErr_SetString(BtExc_ValueError, "lost");
    BtErr_FormatUnraisable("Exception ignored while closing %R", object);
    Bt_RETURN_NONE;
}

static BtObject *raise_here(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(unused)) BT_ATTACHED;
static BtObject *raise_here(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(unused))
{
    BtErr_SetString(BtExc_ValueError, "traced");
    _BtTraceback_Add("inner", "deep.c", 11);
    _BtTraceback_Add("outer", "shallow.c", 22);
    return NULL;
}

static BtObject *checks(BtObject *Bt_UNUSED(self), BtObject *object) BT_ATTACHED;
static BtObject *checks(BtObject *Bt_UNUSED(self), BtObject *object)
{
    long bits = 0;
    bits |= BtExceptionClass_Check(object) ? 1 : 0;
    bits |= BtExceptionInstance_Check(object) ? 2 : 0;
    bits |= BtModule_Check(object) ? 4 : 0;
    bits |= BtTraceBack_Check(object) ? 8 : 0;
    bits |= BtCapsule_CheckExact(object) ? 16 : 0;
    return BtLong_FromLong(bits);
}

static BtMethodDef methods[] = {
    { "raise_format", raise_format, BT_METH_O, NULL },
    { "raise_from_cause", raise_from_cause, BT_METH_O, NULL },
    { "bad_internal_call", bad_internal_call, BT_METH_NOARGS, NULL },
    { "warn_format", warn_format, BT_METH_O, NULL },
    { "warn_resource", warn_resource, BT_METH_O, NULL },
    { "warn_place", warn_place, BT_METH_O, NULL },
    { "unraisable", unraisable, BT_METH_O, NULL },
    { "raise_here", raise_here, BT_METH_NOARGS, NULL },
    { "checks", checks, BT_METH_O, NULL },
    { NULL, NULL, 0, NULL },
};

static BtModuleDef definition = {
    BtModuleDef_HEAD_INIT,
    .m_name = "errors_test",
    .m_methods = methods,
};

BtMODINIT_FUNC BtInit_errors_test(void)
{
    return BtModuleDef_Init(&definition);
}
