// gallery: correct
// title: helpers that say which state they need, and a native one that says nothing
#include "gallery.h"

static long measure(const char *text)
{
    long length = 0;
    while (text[length] != '\0') {
        length++;
    }
    return length;
}

static BtObject *first_text(BtObject *list) BT_ATTACHED;

static BtObject *first_text(BtObject *list)
{
    BtObject *item = BtList_GetItemRef(list, 0);
    if (item != NULL && !BtUnicode_Check(item)) {
        Bt_DECREF(item);
        return BtErr_Format(BtExc_TypeError, "run: a text was expected");
    }
    return item;
}

static long measure_detached(const char *text) BT_ATTACHED;

static long measure_detached(const char *text)
{
    long length;
    Bt_BEGIN_ALLOW_THREADS
    length = measure(text);
    Bt_END_ALLOW_THREADS
    return length;
}

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *argument)
{
    BtObject *text = first_text(argument);
    if (text == NULL) {
        return NULL;
    }
    const char *bytes = BtUnicode_AsUTF8(text);
    long length = bytes == NULL ? -1 : measure_detached(bytes);
    Bt_DECREF(text);
    return length < 0 ? NULL : BtLong_FromLong(length);
}

GALLERY_MODULE(helpers)
