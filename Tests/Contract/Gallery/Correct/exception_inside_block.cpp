// gallery: correct
// title: a C++ exception thrown and caught inside a block, raised after it
#include "gallery.h"
#include <stdexcept>
#include <string>

static volatile int status = -1;

static int work()
{
    if (status < 0) {
        throw std::runtime_error("no data");
    }
    return status;
}

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(argument))
{
    std::string failure;
    int result = 0;
    Bt_BEGIN_ALLOW_THREADS
    try {
        result = work();
        if (result > 100) {
            throw std::out_of_range("too much");
        }
    } catch (const std::exception &error) {
        failure = error.what();
    }
    Bt_END_ALLOW_THREADS
    if (!failure.empty()) {
        return BtUnicode_FromString(failure.c_str());
    }
    return BtLong_FromLong(result);
}

GALLERY_MODULE(exception_inside_block)
