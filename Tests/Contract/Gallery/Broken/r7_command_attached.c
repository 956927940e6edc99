// gallery: R7
// title: running a command while attached
// strict:  R7 @wait
// relaxed: -
// gcc:     -
// run:     R7 @run
// mend: a block around the call
#include "gallery.h"
#include <stdlib.h>

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(argument))  // @run
{
    return BtLong_FromLong(system("sleep 0.03"));  // @wait
}

GALLERY_MODULE(r7_command_attached)
