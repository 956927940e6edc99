// The largest byte of a buffer, in C++.
#include <baton.hpp>

#include <algorithm>

static bt::object largest(BtObject *, bt::arguments arguments) BT_ATTACHED
{
    arguments.expect("largest", 1);
    bt::buffer view(arguments[0]);
    auto bytes = view.as<const unsigned char>();
    if (bytes.size() == 0) {
        throw bt::failure(BtExc_ValueError, "largest() of no bytes");
    }
    unsigned char found;
    {
        bt::allow_threads block;
        found = *std::max_element(bytes.begin(), bytes.end());
    }
    return bt::own(BtLong_FromLong(found));
}

static BtMethodDef methods[] = {bt::method<largest>("largest", "largest(data, /)\n--\n\nThe largest byte."), BT_METHOD_END};
static BtModuleDef module = {BtModuleDef_HEAD_INIT, "classy", nullptr, 0, methods, nullptr, nullptr, nullptr, nullptr};

BtMODINIT_FUNC BtInit_classy(void) { return BtModuleDef_Init(&module); }
