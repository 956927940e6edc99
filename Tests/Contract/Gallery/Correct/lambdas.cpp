// gallery: correct
// title: C++ lambdas: a native one called in a block, one marked BT_ATTACHED outside of it
#include "gallery.h"

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *argument)
{
    auto square = [](Bt_ssize_t value) {
        if (value < 0) {
            return Bt_ssize_t(0);
        }
        return value * value;
    };
    auto measure = [argument]() BT_ATTACHED { return BtObject_Length(argument); };
    Bt_ssize_t size = measure();
    if (size < 0) {
        return nullptr;
    }
    Bt_BEGIN_ALLOW_THREADS
    auto twice = [&](Bt_ssize_t value) { return square(value) * 2; };
    size = twice(size);
    Bt_END_ALLOW_THREADS
    return BtLong_FromSsize_t(size);
}

GALLERY_MODULE(lambdas)
