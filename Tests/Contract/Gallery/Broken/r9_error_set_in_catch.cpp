// gallery: R9
// title: a C++ exception turned into an error inside the block
// strict:  -
// relaxed: -
// gcc:     R9 @set
// run:     R1 @set
// mend: catch it in the block, keep its text, and set the error after the block (clang does not look into handlers, gcc does)
#include "gallery.h"
#include <stdexcept>

static volatile int status = -1;

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(argument))
{
    bool failed = false;
    Bt_BEGIN_ALLOW_THREADS
    try {
        if (status < 0) {
            throw std::runtime_error("no data");
        }
    } catch (const std::runtime_error &error) {
        BtErr_SetString(BtExc_ValueError, error.what());  // @set
        failed = true;
    }
    Bt_END_ALLOW_THREADS
    if (failed) {
        return NULL;
    }
    Bt_RETURN_NONE;
}

GALLERY_MODULE(r9_error_set_in_catch)
