// gallery: correct
// title: texts, comments and macros that only look like ways out of a block
#include "gallery.h"

#define STEP(value)          \
    do {                     \
        (value) += 1;        \
        if ((value) == 3) {  \
            break;           \
        }                    \
    } while (0)

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(argument))
{
    const char *text = "";
    int value = 0;
    Bt_BEGIN_ALLOW_THREADS
    // return NULL; would be wrong here
    text = "return; goto done; throw 'x'";
    STEP(value);
    /* break;
       BtLong_FromLong(1); */
    STEP(value);
    Bt_END_ALLOW_THREADS
    return BtUnicode_FromFormat("%s %d", text, value);
}

GALLERY_MODULE(macros_and_texts)
