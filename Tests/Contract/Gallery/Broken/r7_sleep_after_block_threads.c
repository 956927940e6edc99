// gallery: R7
// title: sleeping between Bt_BLOCK_THREADS and Bt_UNBLOCK_THREADS
// strict:  R7 @wait
// relaxed: -
// gcc:     -
// run:     R7 @run
// mend: sleep after Bt_UNBLOCK_THREADS
#include "gallery.h"
#include <time.h>
#include <unistd.h>

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *argument)  // @run
{
    int status;
    Bt_BEGIN_ALLOW_THREADS
    Bt_BLOCK_THREADS
    status = BtList_Append(argument, Bt_None);
    usleep(30000);  // @wait
    Bt_UNBLOCK_THREADS
    Bt_END_ALLOW_THREADS
    return BtLong_FromLong(status);
}

GALLERY_MODULE(r7_sleep_after_block_threads)
