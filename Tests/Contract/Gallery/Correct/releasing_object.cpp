// gallery: correct
// title: a C++ object that releases in its constructor and restores in its destructor
#include "gallery.h"

class Release {
public:
    Release() : state_(BtEval_SaveThread()) {}
    ~Release() { BtEval_RestoreThread(state_); }
    Release(const Release &) = delete;
    Release &operator=(const Release &) = delete;

private:
    BtThreadState *state_;
};

static volatile int status = 3;

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(argument))
{
    long value = 0;
    {
        Release release;
        value = status * 31;
    }
    return BtLong_FromLong(value);
}

GALLERY_MODULE(releasing_object)
