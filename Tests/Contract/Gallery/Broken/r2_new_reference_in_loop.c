// gallery: R2
// title: references counted in a loop of native work
// strict:  R2 @count
// relaxed: R2 @count
// gcc:     R2 @count
// run:     R2 @count
// mend: let the loop note the indexes, and take the references after the block
#include "gallery.h"

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *argument)
{
    BtObject *found[2] = {NULL, NULL};
    Bt_BEGIN_ALLOW_THREADS
    for (int i = 0; i < 2; i++) {
        found[i] = Bt_NewRef(argument);  // @count
    }
    Bt_END_ALLOW_THREADS
    Bt_DECREF(found[0]);
    return found[1];
}

GALLERY_MODULE(r2_new_reference_in_loop)
