// gallery: R2
// title: a reference dropped inside a block, which may free the object
// page: yes
// strict:  R2 @count
// relaxed: R2 @count
// gcc:     R2 @count
// run:     R2 @count
// mend: drop the reference after the block: what the block works on is pinned until it ends
#include "gallery.h"

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *argument)
{
    BtObject *text = BtObject_Repr(argument);
    size_t marks = 0;
    if (text == NULL) {
        return NULL;
    }
    const char *bytes = BtUnicode_AsUTF8(text);
    if (bytes == NULL) {
        Bt_DECREF(text);
        return NULL;
    }
    Bt_BEGIN_ALLOW_THREADS
    for (const char *c = bytes; *c != '\0'; c++) {
        marks += *c == '\'';
    }
    Bt_DECREF(text);  // @count
    Bt_END_ALLOW_THREADS
    return BtLong_FromSize_t(marks);
}

GALLERY_MODULE(r2_decref_in_block)
