// gallery: correct
// title: a critical section, with a block after it
#include "gallery.h"

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *argument)
{
    Bt_ssize_t size;
    Bt_BEGIN_CRITICAL_SECTION(argument)
    size = BtList_GET_SIZE(argument);
    Bt_END_CRITICAL_SECTION();
    Bt_BEGIN_ALLOW_THREADS
    size *= 2;
    Bt_END_ALLOW_THREADS
    return BtLong_FromSsize_t(size);
}

GALLERY_MODULE(critical_section)
