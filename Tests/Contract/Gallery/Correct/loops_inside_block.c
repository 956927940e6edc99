// gallery: correct
// title: loops and a switch inside a block, with break, continue and goto that stay in it
#include "gallery.h"

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(argument))
{
    int found = 0;
    Bt_BEGIN_ALLOW_THREADS
    for (int i = 0; i < 100; i++) {
        if (i % 2) {
            continue;
        }
        switch (i) {
        case 4: found += 1; break;
        case 80: found += 2; break;
        default: break;
        }
        if (i == 90) {
            break;
        }
    }
    if (found == 3) {
        goto counted;
    }
    found = -1;
counted:
    found *= 2;
    Bt_END_ALLOW_THREADS
    return BtLong_FromLong(found);
}

GALLERY_MODULE(loops_inside_block)
