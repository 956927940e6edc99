// The module `matrix`: the type and the functions put together.
#include "matrix.h"

#include <cblas.h>

static int module_exec(BtObject *module) BT_ATTACHED
{
    // One thread a call: the threads are the script's, and a library that starts its own beside them only takes turns.
    openblas_set_num_threads(1);
    BtMethodDef *tables[] = {creation_methods, product_methods, elementwise_methods, solving_methods};
    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
        if (BtModule_AddFunctions(module, tables[i]) < 0) {
            return -1;
        }
    }
    ModuleState *state = module_state(module);
    state->matrix_type = (BtTypeObject *)BtType_FromModuleAndSpec(module, &matrix_spec, NULL);
    if (state->matrix_type == NULL || BtModule_AddType(module, state->matrix_type) < 0) {
        return -1;
    }
    return BtModule_AddStringConstant(module, "BLAS", openblas_get_config());
}

static int module_traverse(BtObject *module, visitproc visit, void *arg) BT_ATTACHED
{
    Bt_VISIT(module_state(module)->matrix_type);
    return 0;
}

static int module_clear(BtObject *module) BT_ATTACHED
{
    Bt_CLEAR(module_state(module)->matrix_type);
    return 0;
}

static void module_free(void *module) BT_ATTACHED
{
    (void)module_clear((BtObject *)module);
}

static BtModuleDef_Slot slots[] = {
    {Bt_mod_exec, (void *)module_exec},
    {Bt_mod_multiple_interpreters, Bt_MOD_PER_INTERPRETER_GIL_SUPPORTED},
    {Bt_mod_gil, Bt_MOD_GIL_NOT_USED},
    {0, NULL},
};

static BtModuleDef definition = {
    BtModuleDef_HEAD_INIT,
    .m_name = "matrix",
    .m_doc = BtDoc_STR("Dense matrices of float64 and float32 on OpenBLAS and LAPACK."),
    .m_size = sizeof(ModuleState),
    .m_slots = slots,
    .m_traverse = module_traverse,
    .m_clear = module_clear,
    .m_free = module_free,
};

BtMODINIT_FUNC BtInit_matrix(void)
{
    return BtModuleDef_Init(&definition);
}
