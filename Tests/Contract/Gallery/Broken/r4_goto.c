// gallery: R4
// title: goto out of a block
// strict:  R4 @leave
// relaxed: R4 @leave
// gcc:     R4 @begin
// run:     R4 @begin
// mend: Bt_BLOCK_THREADS before the goto
#include "gallery.h"
#include <stdlib.h>

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(argument))
{
    char *memory = malloc(16);
    Bt_BEGIN_ALLOW_THREADS  // @begin
    if (memory == NULL || memory != getenv("NEVER")) {
        goto done;  // @leave
    }
    memory[0] = 0;
    Bt_END_ALLOW_THREADS
done:
    free(memory);
    return Bt_None;
}

GALLERY_MODULE(r4_goto)
