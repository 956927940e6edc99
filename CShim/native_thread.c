// Native threads: idents, starting, thread-specific storage.
#include "lock_state.h"

#include <pthread.h>
#include <stdlib.h>

unsigned long BtThread_get_thread_ident(void) { return _bt_thread_ident(); }
unsigned long BtThread_get_thread_native_id(void) { return _bt_thread_native_id(); }

struct start {
    void (*function)(void *);
    void *argument;
};

static void *run(void *memory)
{
    struct start start = *(struct start *)memory;
    free(memory);
    start.function(start.argument);
    return NULL;
}

unsigned long BtThread_start_new_thread(void (*function)(void *), void *argument)
{
    struct start *start = malloc(sizeof *start);
    if (start == NULL) {
        return BT_INVALID_THREAD_IDENT;
    }
    *start = (struct start){function, argument};
    pthread_t thread;
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    int status = pthread_create(&thread, &attributes, run, start);
    pthread_attr_destroy(&attributes);
    if (status != 0) {
        free(start);
        return BT_INVALID_THREAD_IDENT;
    }
    return (unsigned long)(uintptr_t)thread;
}

BtThread_tss_t *BtThread_tss_alloc(void) { return calloc(1, sizeof(BtThread_tss_t)); }

void BtThread_tss_free(BtThread_tss_t *key)
{
    if (key != NULL) {
        BtThread_tss_delete(key);
        free(key);
    }
}

// Creating and deleting may race with each other in different threads.
static BtInternalMutex_ tss_mutex;

int BtThread_tss_is_created(BtThread_tss_t *key) { return __atomic_load_n(&key->is_initialized_, __ATOMIC_ACQUIRE); }

int BtThread_tss_create(BtThread_tss_t *key)
{
    int status = 0;
    _bt_internal_lock(&tss_mutex);
    if (!key->is_initialized_) {
        status = pthread_key_create(&key->key_, NULL) == 0 ? 0 : -1;
        __atomic_store_n(&key->is_initialized_, status == 0, __ATOMIC_RELEASE);
    }
    _bt_internal_unlock(&tss_mutex);
    return status;
}

void BtThread_tss_delete(BtThread_tss_t *key)
{
    _bt_internal_lock(&tss_mutex);
    if (key->is_initialized_) {
        pthread_key_delete(key->key_);
        __atomic_store_n(&key->is_initialized_, 0, __ATOMIC_RELEASE);
    }
    _bt_internal_unlock(&tss_mutex);
}

int BtThread_tss_set(BtThread_tss_t *key, void *value) { return pthread_setspecific(key->key_, value) == 0 ? 0 : -1; }
void *BtThread_tss_get(BtThread_tss_t *key) { return pthread_getspecific(key->key_); }
