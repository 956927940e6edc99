// gallery: correct
// title: BtMutex attached and detached; a pthread mutex inside the block alone
#include "gallery.h"
#include <pthread.h>

static BtMutex guard;
static long counted;  // guarded by: guard
static pthread_mutex_t native = PTHREAD_MUTEX_INITIALIZER;
static long total;  // guarded by: native

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(argument))
{
    long seen;
    BtMutex_Lock(&guard);
    counted++;
    BtMutex_Unlock(&guard);
    Bt_BEGIN_ALLOW_THREADS
    BtMutex_Lock(&guard);
    counted++;
    BtMutex_Unlock(&guard);
    pthread_mutex_lock(&native);
    seen = ++total;
    pthread_mutex_unlock(&native);
    Bt_END_ALLOW_THREADS
    return BtLong_FromLong(seen);
}

GALLERY_MODULE(own_mutex)
