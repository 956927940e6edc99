// The module `zlib`: its functions, constants, types and the exception, made in several phases (PEP 489), with the state
// in the module and none in C globals.
#include "compression.h"

int convert_int(BtObject *argument, void *number) BT_ATTACHED
{
    int value = BtLong_AsInt(argument);
    if (value == -1 && BtErr_Occurred()) {
        return 0;
    }
    *(int *)number = value;
    return 1;
}

BtObject *raise_outcome(ModuleState *state, Outcome outcome, const char *doing) BT_ATTACHED
{
    if (outcome.no_memory) {
        return BtErr_NoMemory();
    }
    if (outcome.bad_dictionary) {
        doing = "while setting zdict";
    }
    const char *message = outcome.message;
    if (outcome.status == Z_VERSION_ERROR) {
        message = "library version mismatch";
    }
    if (message == NULL) {
        switch (outcome.status) {
        case Z_BUF_ERROR: message = "incomplete or truncated stream"; break;
        case Z_STREAM_ERROR: message = "inconsistent stream state"; break;
        case Z_DATA_ERROR: message = "invalid input data"; break;
        default: break;
        }
    }
    if (message == NULL) {
        return BtErr_Format(state->error, "Error %d %s", outcome.status, doing);
    }
    return BtErr_Format(state->error, "Error %d %s: %.200s", outcome.status, doing, message);
}

BtDoc_STRVAR(compress_doc,
"compress($module, data, /, level=Z_DEFAULT_COMPRESSION, wbits=MAX_WBITS)\n"
"--\n\n"
"Return a bytes object with the compressed data.");

BtDoc_STRVAR(decompress_doc,
"decompress($module, data, /, wbits=MAX_WBITS, bufsize=DEF_BUF_SIZE)\n"
"--\n\n"
"Return a bytes object with the data that was compressed. bufsize is the initial size of the output.");

BtDoc_STRVAR(compressobj_doc,
"compressobj($module, /, level=Z_DEFAULT_COMPRESSION, method=DEFLATED, wbits=MAX_WBITS,\n"
"            memLevel=DEF_MEM_LEVEL, strategy=Z_DEFAULT_STRATEGY, zdict=None)\n"
"--\n\n"
"Return an object that compresses a stream part by part.");

BtDoc_STRVAR(decompressobj_doc,
"decompressobj($module, /, wbits=MAX_WBITS, zdict=b'')\n"
"--\n\n"
"Return an object that decompresses a stream part by part.");

BtDoc_STRVAR(crc32_doc,
"crc32($module, data, value=0, /)\n"
"--\n\n"
"Return the CRC-32 checksum of data as an unsigned 32-bit integer. value is where to begin.");

BtDoc_STRVAR(adler32_doc,
"adler32($module, data, value=1, /)\n"
"--\n\n"
"Return the Adler-32 checksum of data as an unsigned 32-bit integer. value is where to begin.");

static BtMethodDef methods[] = {
    {"compress", _BtCFunction_CAST(zlib_compress), BT_METH_VARARGS | BT_METH_KEYWORDS, compress_doc},
    {"decompress", _BtCFunction_CAST(zlib_decompress), BT_METH_VARARGS | BT_METH_KEYWORDS, decompress_doc},
    {"compressobj", _BtCFunction_CAST(zlib_compressobj), BT_METH_VARARGS | BT_METH_KEYWORDS, compressobj_doc},
    {"decompressobj", _BtCFunction_CAST(zlib_decompressobj), BT_METH_VARARGS | BT_METH_KEYWORDS, decompressobj_doc},
    {"crc32", _BtCFunction_CAST(zlib_crc32), BT_METH_FASTCALL, crc32_doc},
    {"adler32", _BtCFunction_CAST(zlib_adler32), BT_METH_FASTCALL, adler32_doc},
    {NULL, NULL, 0, NULL},
};

static const struct {
    const char *name;
    long value;
} constants[] = {
    {"MAX_WBITS", MAX_WBITS},
    {"DEFLATED", Z_DEFLATED},
    {"DEF_MEM_LEVEL", DEF_MEM_LEVEL},
    {"DEF_BUF_SIZE", DEF_BUF_SIZE},
    {"Z_NO_COMPRESSION", Z_NO_COMPRESSION},
    {"Z_BEST_SPEED", Z_BEST_SPEED},
    {"Z_BEST_COMPRESSION", Z_BEST_COMPRESSION},
    {"Z_DEFAULT_COMPRESSION", Z_DEFAULT_COMPRESSION},
    {"Z_FILTERED", Z_FILTERED},
    {"Z_HUFFMAN_ONLY", Z_HUFFMAN_ONLY},
    {"Z_RLE", Z_RLE},
    {"Z_FIXED", Z_FIXED},
    {"Z_DEFAULT_STRATEGY", Z_DEFAULT_STRATEGY},
    {"Z_NO_FLUSH", Z_NO_FLUSH},
    {"Z_PARTIAL_FLUSH", Z_PARTIAL_FLUSH},
    {"Z_SYNC_FLUSH", Z_SYNC_FLUSH},
    {"Z_FULL_FLUSH", Z_FULL_FLUSH},
    {"Z_FINISH", Z_FINISH},
    {"Z_BLOCK", Z_BLOCK},
    {"Z_TREES", Z_TREES},
};

static int add_constants(BtObject *module) BT_ATTACHED
{
    for (size_t i = 0; i < sizeof constants / sizeof constants[0]; i++) {
        if (BtModule_AddIntConstant(module, constants[i].name, constants[i].value) < 0) {
            return -1;
        }
    }
    if (BtModule_AddStringConstant(module, "ZLIB_VERSION", ZLIB_VERSION) < 0
        || BtModule_AddStringConstant(module, "ZLIB_RUNTIME_VERSION", zlibVersion()) < 0) {
        return -1;
    }
    return BtModule_AddStringConstant(module, "__version__", "1.0");
}

static int module_exec(BtObject *module) BT_ATTACHED
{
    ModuleState *state = module_state(module);
    state->error = BtErr_NewException("zlib.error", NULL, NULL);
    if (state->error == NULL || BtModule_AddObjectRef(module, "error", state->error) < 0) {
        return -1;
    }
    state->compressor_type = (BtTypeObject *)BtType_FromModuleAndSpec(module, &compressor_spec, NULL);
    if (state->compressor_type == NULL) {
        return -1;
    }
    state->decompressor_type = (BtTypeObject *)BtType_FromModuleAndSpec(module, &decompressor_spec, NULL);
    if (state->decompressor_type == NULL) {
        return -1;
    }
    return add_constants(module);
}

static int module_traverse(BtObject *module, visitproc visit, void *arg) BT_ATTACHED
{
    ModuleState *state = module_state(module);
    Bt_VISIT(state->error);
    Bt_VISIT(state->compressor_type);
    Bt_VISIT(state->decompressor_type);
    return 0;
}

static int module_clear(BtObject *module) BT_ATTACHED
{
    ModuleState *state = module_state(module);
    Bt_CLEAR(state->error);
    Bt_CLEAR(state->compressor_type);
    Bt_CLEAR(state->decompressor_type);
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
    .m_name = "zlib",
    .m_doc = BtDoc_STR("Compression with zlib's deflate, as Python's zlib module."),
    .m_size = sizeof(ModuleState),
    .m_methods = methods,
    .m_slots = slots,
    .m_traverse = module_traverse,
    .m_clear = module_clear,
    .m_free = module_free,
};

BtMODINIT_FUNC BtInit_zlib(void)
{
    return BtModuleDef_Init(&definition);
}
