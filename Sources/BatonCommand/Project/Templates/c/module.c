// The module: what scripts see, and which function does it.
#include "sample.h"

BtDoc_STRVAR(smooth_doc,
"smooth(data, radius=2, /)\n"
"--\n\n"
"Return data, each byte the mean of those around it, as bytes.");

static BT_METHOD(smooth, VARARGS);
static BtObject *smooth(BtObject *module, BtObject *args)
{
    (void)module;
    Bt_buffer data;
    Bt_ssize_t radius = 2;
    if (!BtArg_ParseTuple(args, "y*|n:smooth", &data, &radius)) {   // data is pinned (R2)
        return NULL;
    }
    BtObject *result = NULL;
    if (radius < 0 || radius > SAMPLE_MAX_RADIUS) {
        BtErr_Format(BtExc_ValueError, "smooth: radius must be 0 to %d, not %zd", SAMPLE_MAX_RADIUS, radius);
    } else {
        result = BtBytes_FromStringAndSize(NULL, data.len);
    }
    if (result != NULL) {
        // Nobody else has the new object, so it may be filled detached. All that the block uses is native.
        const uint8_t *source = data.buf;
        uint8_t *target = (uint8_t *)BtBytes_AS_STRING(result);
        size_t count = (size_t)data.len;
        Bt_BEGIN_ALLOW_THREADS_IF(count >= SAMPLE_RELEASE_MIN)
        smooth_bytes(source, target, count, (size_t)radius);
        Bt_END_ALLOW_THREADS_IF
    }
    BtBuffer_Release(&data);
    return result;
}

static BtMethodDef methods[] = {
    BT_METHOD_ENTRY(smooth, smooth_doc),
    BT_METHOD_END,
};

static int add_types(BtObject *module) BT_ATTACHED
{
    // BtModule_Add takes the reference over, and fails as the call before it did.
    return BtModule_Add(module, "Histogram", BtType_FromModuleAndSpec(module, &histogram_spec, NULL));
}

static BtModuleDef_Slot slots[] = {
    {Bt_mod_exec, (void *)(uintptr_t)add_types},
    {Bt_mod_gil, Bt_MOD_GIL_NOT_USED},   // what threads share has its own mutex
    {0, NULL},
};

static BtModuleDef definition = {
    BtModuleDef_HEAD_INIT,
    .m_name = "sample",
    .m_doc = "Smoothing and counting bytes while other threads run.",
    .m_methods = methods,
    .m_slots = slots,
};

BtMODINIT_FUNC BtInit_sample(void) { return BtModuleDef_Init(&definition); }
