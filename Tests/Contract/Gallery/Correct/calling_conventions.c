// gallery: correct
// title: methods of every calling convention, each with a block
// script: import NAME; NAME.nothing(); NAME.one(1); NAME.many(1, 2); NAME.named(1, b=2); NAME.fast(1, 2); NAME.fast_named(1, c=3)
#include "gallery.h"

static long work(long value) BT_ATTACHED;

static long work(long value)
{
    long result;
    Bt_BEGIN_ALLOW_THREADS_IF(value > 1000)
    result = value + 1;
    Bt_END_ALLOW_THREADS_IF
    return result;
}

static BT_METHOD(nothing, NOARGS);
static BT_METHOD(one, O);
static BT_METHOD(many, VARARGS);
static BT_METHOD(named, KEYWORDS);
static BT_METHOD(fast, FASTCALL);
static BT_METHOD(fast_named, FASTCALL_KEYWORDS);

static BtObject *nothing(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args))
{
    return BtLong_FromLong(work(1));
}

static BtObject *one(BtObject *Bt_UNUSED(self), BtObject *argument)
{
    return Bt_NewRef(argument);
}

static BtObject *many(BtObject *Bt_UNUSED(self), BtObject *args)
{
    return BtLong_FromSsize_t(BtTuple_GET_SIZE(args));
}

static BtObject *named(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args), BtObject *kwargs)
{
    return BtBool_FromLong(kwargs != NULL);
}

static BtObject *fast(BtObject *Bt_UNUSED(self), BtObject *const *args, Bt_ssize_t nargs)
{
    return nargs > 0 ? Bt_NewRef(args[0]) : Bt_NewRef(Bt_None);
}

static BtObject *fast_named(BtObject *Bt_UNUSED(self), BtObject *const *Bt_UNUSED(args), Bt_ssize_t nargs,
                            BtObject *names)
{
    return BtLong_FromSsize_t(nargs + (names != NULL ? BtTuple_GET_SIZE(names) : 0));
}

static BtMethodDef methods[] = {
    BT_METHOD_ENTRY(nothing, NULL),
    BT_METHOD_ENTRY(one, NULL),
    BT_METHOD_ENTRY_AS("many", many, 0, "many(*args)"),
    BT_METHOD_ENTRY(named, NULL),
    BT_METHOD_ENTRY(fast, NULL),
    BT_METHOD_ENTRY(fast_named, NULL),
    BT_METHOD_END,
};

static BtModuleDef module = {
    BtModuleDef_HEAD_INIT, "calling_conventions", NULL, 0, methods, NULL, NULL, NULL, NULL};

BtMODINIT_FUNC BtInit_calling_conventions(void)
{
    return BtModuleDef_Init(&module);
}
