// Histogram: a running count of byte values that any thread may feed.
#include "sample.hpp"

#include <mutex>
#include <numeric>

namespace {

using kernels::counts;

struct Histogram {
    BtObject_HEAD
    bt::mutex mutex;   ///< guards `total` (R8)
    counts total;
};

Histogram &histogram(BtObject *object) { return *reinterpret_cast<Histogram *>(object); }

/// The counts as they are at one moment.
counts copy(Histogram &self)
{
    std::lock_guard<bt::mutex> guard(self.mutex);
    return self.total;
}

bt::object add(BtObject *self, bt::arguments arguments) BT_ATTACHED
{
    arguments.expect("add", 1);
    bt::buffer data(arguments[0]);   // pinned (R2)
    auto bytes = data.as<const std::uint8_t>();
    // Counted apart, so that threads that feed one histogram wait for each other only while they add up.
    counts counted;
    {
        bt::allow_threads_if block(bytes.size() >= release_min);
        counted = kernels::count(bytes);
    }
    // A bt::mutex detaches while it waits, so waiting for it attached blocks nobody.
    std::lock_guard<bt::mutex> guard(histogram(self).mutex);
    for (std::size_t value = 0; value < counted.size(); value++) {
        histogram(self).total[value] += counted[value];
    }
    return bt::none();
}

bt::object count_of(BtObject *self, bt::arguments arguments) BT_ATTACHED
{
    arguments.expect("count", 1);
    long long value = bt::integer(arguments[0]);
    if (value < 0 || value > 255) {
        throw bt::failure(BtExc_ValueError, "count: value must be 0 to 255, not " + std::to_string(value));
    }
    return bt::own(BtLong_FromUnsignedLongLong(copy(histogram(self))[static_cast<std::size_t>(value)]));
}

bt::object total(BtObject *self, bt::arguments arguments) BT_ATTACHED
{
    arguments.expect("total", 0);
    counts all = copy(histogram(self));
    return bt::own(BtLong_FromUnsignedLongLong(std::accumulate(all.begin(), all.end(), std::uint64_t{0})));
}

BtMethodDef methods[] = {
    bt::method<add>("add", "add($self, data, /)\n--\n\nCount the bytes of a bytes-like object."),
    bt::method<count_of>("count", "count($self, value, /)\n--\n\nReturn how often a value from 0 to 255 has occurred."),
    bt::method<total>("total", "total($self, /)\n--\n\nReturn how many bytes have been counted."),
    BT_METHOD_END,
};

BtDoc_STRVAR(type_doc, "Histogram()\n--\n\nA running count of byte values, which any thread may feed.");

// An object begins as zeros: an unlocked mutex and empty counts. It owns nothing, so making and freeing it are inherited.
BtType_Slot slots[] = {
    {Bt_tp_doc, const_cast<char *>(type_doc)},
    {Bt_tp_methods, methods},
    {0, nullptr},
};

}  // namespace

BtType_Spec histogram_spec = {
    "sample.Histogram", sizeof(Histogram), 0, BT_TPFLAGS_DEFAULT | BT_TPFLAGS_IMMUTABLETYPE, slots,
};
