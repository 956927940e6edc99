// gallery: correct
// title: a block in each round of a loop, left by continue and break outside of it
#include "gallery.h"

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *argument)
{
    long total = 0;
    for (int i = 0; i < 8; i++) {
        long part;
        if (i == 3) {
            continue;
        }
        Bt_BEGIN_ALLOW_THREADS
        part = (long)i * i;
        Bt_END_ALLOW_THREADS
        total += part;
        if (total > 40) {
            break;
        }
    }
    BtObject *number = BtLong_FromLong(total);
    if (number == NULL || BtList_Append(argument, number) < 0) {
        Bt_XDECREF(number);
        return NULL;
    }
    return number;
}

GALLERY_MODULE(block_in_loop)
