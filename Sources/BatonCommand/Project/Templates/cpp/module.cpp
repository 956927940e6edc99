// The module: what scripts see, and which function does it.
#include "sample.hpp"

namespace {

bt::object smooth(BtObject *, bt::arguments arguments) BT_ATTACHED
{
    arguments.expect("smooth", 1, 2);
    bt::buffer data(arguments[0]);   // pinned (R2)
    long long radius = arguments.size() > 1 ? bt::integer(arguments[1]) : 2;
    if (radius < 0 || radius > max_radius) {
        throw bt::failure(BtExc_ValueError, "smooth: radius must be 0 to " + std::to_string(max_radius) + ", not "
            + std::to_string(radius));
    }
    auto source = data.as<const std::uint8_t>();
    // Nobody else has the new object, so it may be filled detached. All that the block uses is native.
    bt::object result = bt::own(BtBytes_FromStringAndSize(nullptr, static_cast<Bt_ssize_t>(source.size())));
    auto *target = reinterpret_cast<std::uint8_t *>(BtBytes_AS_STRING(result.get()));
    {
        bt::allow_threads_if block(source.size() >= release_min);
        kernels::smooth(source, target, static_cast<std::size_t>(radius));
    }
    return result;
}

BtMethodDef methods[] = {
    bt::method<smooth>("smooth",
        "smooth(data, radius=2, /)\n--\n\n"
        "Return data, each byte the mean of those around it, as bytes."),
    BT_METHOD_END,
};

int add_types(BtObject *module) BT_ATTACHED
{
    // BtModule_Add takes the reference over, and fails as the call before it did.
    return BtModule_Add(module, "Histogram", BtType_FromModuleAndSpec(module, &histogram_spec, nullptr));
}

BtModuleDef_Slot slots[] = {
    {Bt_mod_exec, reinterpret_cast<void *>(add_types)},
    {Bt_mod_gil, Bt_MOD_GIL_NOT_USED},   // what threads share has its own mutex
    {0, nullptr},
};

BtModuleDef definition = {
    BtModuleDef_HEAD_INIT, "sample", "Smoothing and counting bytes while other threads run.", 0, methods, slots,
    nullptr, nullptr, nullptr,
};

}  // namespace

BtMODINIT_FUNC BtInit_sample(void) { return BtModuleDef_Init(&definition); }
