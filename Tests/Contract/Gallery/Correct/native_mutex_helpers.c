// gallery: correct
// title: mutexes taken in helpers, on some paths, two at once
#include "gallery.h"
#include <pthread.h>

static pthread_mutex_t first = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t second = PTHREAD_MUTEX_INITIALIZER;
static long total;  // guarded by: first and second

static void lock_both(int needs_second)
{
    pthread_mutex_lock(&first);
    if (needs_second) {
        pthread_mutex_lock(&second);
    }
}

static void unlock_both(int needs_second)
{
    if (needs_second) {
        pthread_mutex_unlock(&second);
    }
    pthread_mutex_unlock(&first);
}

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(argument))
{
    long seen;
    Bt_BEGIN_ALLOW_THREADS
    lock_both(1);
    seen = ++total;
    unlock_both(1);
    Bt_END_ALLOW_THREADS
    return BtLong_FromLong(seen);
}

GALLERY_MODULE(native_mutex_helpers)
