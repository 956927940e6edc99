// gallery: R8
// title: a lock for readers and writers held over the end of a block
// strict:  R8 @end
// relaxed: R8 @end
// gcc:     -
// run:     R8 @end
// mend: unlock before the end of the block
#include "gallery.h"
#include <pthread.h>

static pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;
static long total = 7;  // guarded by: lock

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(argument))
{
    long seen;
    Bt_BEGIN_ALLOW_THREADS
    pthread_rwlock_rdlock(&lock);
    seen = total;
    Bt_END_ALLOW_THREADS  // @end
    pthread_rwlock_unlock(&lock);
    return BtLong_FromLong(seen);
}

GALLERY_MODULE(r8_reader_lock_over_end)
