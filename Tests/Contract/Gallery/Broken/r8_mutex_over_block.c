// gallery: R8
// title: a native mutex locked while attached, and held over a whole block
// strict:  R8 @end
// relaxed: R8 @end
// gcc:     -
// run:     R8 @end
// mend: lock and unlock inside the block
#include "gallery.h"
#include <pthread.h>

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static long total;  // guarded by: mutex

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(argument))
{
    long seen;
    pthread_mutex_lock(&mutex);
    Bt_BEGIN_ALLOW_THREADS
    seen = ++total;
    Bt_END_ALLOW_THREADS  // @end
    pthread_mutex_unlock(&mutex);
    return BtLong_FromLong(seen);
}

GALLERY_MODULE(r8_mutex_over_block)
