// gallery: R3
// title: C++ objects that release in their constructor, one inside the other
// strict:  -
// relaxed: -
// gcc:     -
// run:     R3 @save
// mend: one object for both steps (clang does not look into constructors and destructors)
#include "gallery.h"

class Release {
public:
    Release() : state_(BtEval_SaveThread()) {}  // @save
    ~Release() { BtEval_RestoreThread(state_); }
    Release(const Release &) = delete;

private:
    BtThreadState *state_;
};

static int step(int value)
{
    Release release;
    return value * 31 + 7;
}

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(argument))
{
    int value;
    {
        Release release;
        value = step(1);
    }
    return BtLong_FromLong(value);
}

GALLERY_MODULE(r3_releasing_object)
