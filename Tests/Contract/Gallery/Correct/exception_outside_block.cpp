// gallery: correct
// title: C++ exceptions around blocks, never through one
#include "gallery.h"
#include <stdexcept>
#include <vector>

static long sum(const std::vector<long> &values) BT_ATTACHED;

static long sum(const std::vector<long> &values)
{
    long total = 0;
    if (values.empty()) {
        throw std::invalid_argument("nothing to add");
    }
    Bt_BEGIN_ALLOW_THREADS
    for (long value : values) {
        total += value;
    }
    Bt_END_ALLOW_THREADS
    if (total < 0) {
        throw std::range_error("below zero");
    }
    return total;
}

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(argument))
{
    try {
        sum({});
    } catch (const std::invalid_argument &) {
        return BtLong_FromLong(sum({1, 2, 3}));
    }
    Bt_RETURN_NONE;
}

GALLERY_MODULE(exception_outside_block)
