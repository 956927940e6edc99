// gallery: correct
// title: setjmp and longjmp of a native library's error handler, in a native function that a block calls
#include "gallery.h"
#include <setjmp.h>

static jmp_buf failed;

static void library_step(int step)
{
    if (step > 5) {
        longjmp(failed, step);
    }
}

static int work(void) BT_ANY_STATE;

static int work(void)
{
    int code = setjmp(failed);
    if (code != 0) {
        return code;
    }
    for (int step = 0;; step++) {
        library_step(step);
    }
}

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(argument))
{
    int code;
    Bt_BEGIN_ALLOW_THREADS
    code = work();
    Bt_END_ALLOW_THREADS
    return BtLong_FromLong(code);
}

GALLERY_MODULE(jump_inside_block)
