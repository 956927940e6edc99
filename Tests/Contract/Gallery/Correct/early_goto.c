// gallery: correct
// title: goto to the clean-up, attached before it
#include "gallery.h"
#include <stdlib.h>

static volatile int status = -1;

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(argument))
{
    BtObject *result = NULL;
    char *memory = malloc(64);
    if (memory == NULL) {
        return BtErr_NoMemory();
    }
    Bt_BEGIN_ALLOW_THREADS
    for (int i = 0; i < 64; i++) {
        memory[i] = (char)i;
        if (status < 0 && i == 20) {
            Bt_BLOCK_THREADS
            result = BtLong_FromLong(i);
            goto done;
        }
    }
    Bt_END_ALLOW_THREADS
    result = BtLong_FromLong(memory[10]);
done:
    free(memory);
    return result;
}

GALLERY_MODULE(early_goto)
