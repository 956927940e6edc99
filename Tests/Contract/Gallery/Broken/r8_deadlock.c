// gallery: R8
// title: a thread with the lock waits for a mutex whose holder waits for the lock
// strict:  R8 @attach
// relaxed: R8 @attach
// gcc:     -
// run:     R8 @attach, R8 @wait
// mend: BtMutex, which detaches while it waits; or never attach with the mutex held
#include "gallery.h"
#include <pthread.h>
#include <semaphore.h>

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static sem_t has_mutex;
static sem_t has_lock;

static void *other_thread(void *unused)
{
    pthread_mutex_lock(&mutex);
    sem_post(&has_mutex);
    sem_wait(&has_lock);
    BtGILState_STATE state = BtGILState_Ensure();  // @attach
    BtGILState_Release(state);
    pthread_mutex_unlock(&mutex);
    return unused;
}

static BT_METHOD(run, O);

static BtObject *run(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(argument))
{
    pthread_t thread;
    sem_init(&has_mutex, 0, 0);
    sem_init(&has_lock, 0, 0);
    pthread_create(&thread, NULL, other_thread, NULL);
    Bt_BEGIN_ALLOW_THREADS
    sem_wait(&has_mutex);
    Bt_END_ALLOW_THREADS
    sem_post(&has_lock);
    pthread_mutex_lock(&mutex);  // @wait
    pthread_mutex_unlock(&mutex);
    Bt_RETURN_NONE;
}

GALLERY_MODULE(r8_deadlock)
