// A multi-phase module with state, every way of filling it, a type, functions that find their state.
#include <baton.h>

#define ANSWER 42
#define GREETING "hello"

typedef struct {
    BtObject *error;
    long calls;
} State;

static BtObject *count(BtObject *module, BtObject *Bt_UNUSED(unused)) BT_ATTACHED;
static BtObject *count(BtObject *module, BtObject *Bt_UNUSED(unused))
{
    State *state = (State *)BtModule_GetState(module);
    return BtLong_FromLong(++state->calls);
}

static BtObject *fail(BtObject *module, BtObject *argument) BT_ATTACHED;
static BtObject *fail(BtObject *module, BtObject *argument)
{
    State *state = (State *)_BtModule_GetState(module);
    BtErr_SetObject(state->error, argument);
    return NULL;
}

static BtObject *late(BtObject *Bt_UNUSED(module), BtObject *Bt_UNUSED(unused)) BT_ATTACHED;
static BtObject *late(BtObject *Bt_UNUSED(module), BtObject *Bt_UNUSED(unused))
{
    return BtUnicode_FromString("late");
}

static BtMethodDef methods[] = {
    { "count", count, BT_METH_NOARGS, BtDoc_STR("Count the calls.") },
    { "fail", fail, BT_METH_O, NULL },
    { NULL, NULL, 0, NULL },
};

static BtMethodDef more_methods[] = {
    { "late", late, BT_METH_NOARGS, NULL },
    { NULL, NULL, 0, NULL },
};

static BtTypeObject point_type = {
    BtVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "module_test.Point",
    .tp_basicsize = sizeof(BtObject),
    .tp_flags = BT_TPFLAGS_DEFAULT,
};

static int fill(BtObject *module) BT_ATTACHED;
static int fill(BtObject *module)
{
    State *state = (State *)BtModule_GetState(module);
    state->error = BtErr_NewExceptionWithDoc("module_test.Error", "What went wrong.", NULL, NULL);
    if (BtModule_AddObjectRef(module, "Error", state->error) < 0) {
        return -1;
    }
    if (BtModule_AddIntMacro(module, ANSWER) < 0 || BtModule_AddStringMacro(module, GREETING) < 0) {
        return -1;
    }
    BtObject *number = BtLong_FromLong(7);
    if (BtModule_AddObject(module, "seven", number) < 0) {
        Bt_XDECREF(number);
        return -1;
    }
    return BtModule_Add(module, "eight", BtLong_FromLong(8));
}

static int fill_more(BtObject *module) BT_ATTACHED;
static int fill_more(BtObject *module)
{
    if (BtModule_AddFunctions(module, more_methods) < 0) {
        return -1;
    }
    return BtModule_AddType(module, &point_type);
}

static int traverse(BtObject *module, visitproc visit, void *arg) BT_ATTACHED;
static int traverse(BtObject *module, visitproc visit, void *arg)
{
    State *state = (State *)_BtModule_GetState(module);
    Bt_VISIT(state->error);
    return 0;
}

static int clear(BtObject *module) BT_ATTACHED;
static int clear(BtObject *module)
{
    State *state = (State *)_BtModule_GetState(module);
    Bt_CLEAR(state->error);
    return 0;
}

static void release(void *module) BT_ATTACHED;
static void release(void *module) { clear((BtObject *)module); }

static BtModuleDef_Slot slots[] = {
    { Bt_mod_exec, (void *)fill },
    { Bt_mod_exec, (void *)fill_more },
    { Bt_mod_multiple_interpreters, Bt_MOD_PER_INTERPRETER_GIL_SUPPORTED },
    { Bt_mod_gil, Bt_MOD_GIL_NOT_USED },
    { 0, NULL },
};

BtDoc_STRVAR(module_doc, "A module to test modules.");

static BtModuleDef definition = {
    BtModuleDef_HEAD_INIT,
    "module_test",
    module_doc,
    sizeof(State),
    methods,
    slots,
    traverse,
    clear,
    release,
};

BtMODINIT_FUNC BtInit_module_test(void)
{
    return BtModuleDef_Init(&definition);
}
