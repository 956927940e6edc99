// The table of cases.
#include "api.h"

#define ROW(name) { #name, name, BT_METH_VARARGS, NULL }

static BtMethodDef methods[] = {
    // What Scripts/fastcall_loop.py calls.
    { "nothing_fastcall", (BtCFunction)(void (*)(void))nothing_fastcall, BT_METH_FASTCALL, NULL },
    ROW(save_restore),
    ROW(attach_detach_foreign),
    ROW(attach_detach_foreign_kept),
    ROW(attach_in_turn),
    ROW(incref_decref),
    ROW(call_noargs),
    ROW(call_fastcall),
    ROW(make_int),
    ROW(make_bytes16),
    ROW(make_tuple3),
    ROW(make_list_append),
    ROW(short_release_beside_busy),
    ROW(sleepers_beside_busy),
    ROW(thresholds),
    ROW(kernel_sha256),
    ROW(kernel_compress),
    ROW(kernel_matmul),
    { NULL, NULL, 0, NULL },
};

static BtModuleDef definition = {
    BtModuleDef_HEAD_INIT,
    .m_name = "cases",
    .m_size = -1,
    .m_methods = methods,
};

BtMODINIT_FUNC BtInit_cases(void) BT_ATTACHED;
BtMODINIT_FUNC BtInit_cases(void) { return BtModule_Create(&definition); }
