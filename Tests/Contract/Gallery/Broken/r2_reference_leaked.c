// gallery: R2
// title: a reference taken for a block and never dropped
// strict:  -
// relaxed: -
// gcc:     -
// run:     R2 @take
// mend: drop what was taken, behind the block
#include "gallery.h"
#include <string.h>

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *argument)
{
    const char *text = BtUnicode_AsUTF8(BtList_GET_ITEM(argument, 0));
    if (text == NULL) {
        return NULL;
    }
    size_t length;
    Bt_INCREF(argument);  // @take
    Bt_BEGIN_ALLOW_THREADS
    length = strlen(text);
    Bt_END_ALLOW_THREADS
    return BtLong_FromSize_t(length);
}

GALLERY_MODULE(r2_reference_leaked)
