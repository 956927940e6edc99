// gallery: R7
// title: sleeping while attached
// page: yes
// strict:  R7 @wait
// relaxed: -
// gcc:     -
// run:     R7 @run
// mend: a block around the call
#include "gallery.h"
#include <unistd.h>

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(argument))  // @run
{
    usleep(30000);  // @wait
    Bt_RETURN_NONE;
}

GALLERY_MODULE(r7_sleep_attached)
