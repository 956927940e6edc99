// A single-phase module: one module for the process, found again by its definition.
#include <baton.h>

static BtModuleDef definition;

static BtObject *is_found(BtObject *module, BtObject *Bt_UNUSED(unused)) BT_ATTACHED;
static BtObject *is_found(BtObject *module, BtObject *Bt_UNUSED(unused))
{
    return BtBool_FromLong(BtState_FindModule(&definition) == module);
}

static BtMethodDef methods[] = {
    { "is_found", is_found, BT_METH_NOARGS, NULL },
    { NULL, NULL, 0, NULL },
};

static BtModuleDef definition = {
    BtModuleDef_HEAD_INIT, "single_test", "One phase.", -1, methods, NULL, NULL, NULL, NULL,
};

BtMODINIT_FUNC BtInit_single_test(void)
{
    return BtModule_Create(&definition);
}
