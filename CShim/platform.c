// What the lock needs of the operating system. In C because futexes and membarrier are system calls without a Swift
// face.
#define _GNU_SOURCE
#include "platform.h"

#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#if defined(__linux__)
#  include <linux/futex.h>
#  include <sys/syscall.h>
#endif

#if defined(__linux__) && !defined(BT_NO_FUTEX)

BtWaitResult_ _bt_wait_on(uint32_t *word, uint32_t expected, uint64_t timeout_ns)
{
    struct timespec timeout;
    struct timespec *limit = NULL;
    if (timeout_ns != BT_NO_TIMEOUT) {
        timeout.tv_sec = (time_t)(timeout_ns / 1000000000u);
        timeout.tv_nsec = (long)(timeout_ns % 1000000000u);
        limit = &timeout;
    }
    if (syscall(SYS_futex, word, FUTEX_WAIT_PRIVATE, expected, limit, NULL, 0) == 0) {
        return BT_WAIT_WOKEN;
    }
    return errno == ETIMEDOUT ? BT_WAIT_TIMED_OUT : errno == EINTR ? BT_WAIT_INTERRUPTED : BT_WAIT_WOKEN;
}

void _bt_wake_one(uint32_t *word)
{
    syscall(SYS_futex, word, FUTEX_WAKE_PRIVATE, 1, NULL, NULL, 0);
}

#else

// Sleepers of a word share the condition of its bucket; a wake wakes all of the bucket, and each looks at its word.
#  define BUCKET_COUNT 64
static struct bucket {
    pthread_mutex_t mutex;
    pthread_cond_t condition;
} buckets[BUCKET_COUNT];
static pthread_once_t buckets_once = PTHREAD_ONCE_INIT;

static void make_buckets(void)
{
    for (int i = 0; i < BUCKET_COUNT; i++) {
        pthread_mutex_init(&buckets[i].mutex, NULL);
        pthread_cond_init(&buckets[i].condition, NULL);
    }
}

static struct bucket *bucket_of(uint32_t *word)
{
    pthread_once(&buckets_once, make_buckets);
    return &buckets[((uintptr_t)word >> 6) % BUCKET_COUNT];
}

BtWaitResult_ _bt_wait_on(uint32_t *word, uint32_t expected, uint64_t timeout_ns)
{
    struct bucket *bucket = bucket_of(word);
    int status = 0;
    pthread_mutex_lock(&bucket->mutex);
    if (__atomic_load_n(word, __ATOMIC_SEQ_CST) == expected) {
        if (timeout_ns == BT_NO_TIMEOUT) {
            pthread_cond_wait(&bucket->condition, &bucket->mutex);
        } else {
            struct timespec until;
            clock_gettime(CLOCK_REALTIME, &until);
            uint64_t nanoseconds = (uint64_t)until.tv_nsec + timeout_ns % 1000000000u;
            until.tv_sec += (time_t)(timeout_ns / 1000000000u + nanoseconds / 1000000000u);
            until.tv_nsec = (long)(nanoseconds % 1000000000u);
            status = pthread_cond_timedwait(&bucket->condition, &bucket->mutex, &until);
        }
    }
    pthread_mutex_unlock(&bucket->mutex);
    return status == ETIMEDOUT ? BT_WAIT_TIMED_OUT : BT_WAIT_WOKEN;
}

void _bt_wake_one(uint32_t *word)
{
    struct bucket *bucket = bucket_of(word);
    pthread_mutex_lock(&bucket->mutex);
    pthread_cond_broadcast(&bucket->condition);
    pthread_mutex_unlock(&bucket->mutex);
}

#endif

#if defined(__linux__) && defined(SYS_membarrier)

// Of linux/membarrier.h, which old systems lack.
enum { REGISTER_PRIVATE_EXPEDITED = 1 << 4, PRIVATE_EXPEDITED = 1 << 3 };

int _bt_membarrier_register(void) { return syscall(SYS_membarrier, REGISTER_PRIVATE_EXPEDITED, 0, 0) == 0; }
void _bt_membarrier(void) { syscall(SYS_membarrier, PRIVATE_EXPEDITED, 0, 0); }

#else

int _bt_membarrier_register(void) { return 0; }
void _bt_membarrier(void) { __atomic_thread_fence(__ATOMIC_SEQ_CST); }

#endif

// How long the internal mutex spins before it sleeps: what it guards takes less than a microsecond, or one membarrier.
#define INTERNAL_SPINS 100

void _bt_internal_lock_slow(BtInternalMutex_ *mutex)
{
    for (int i = 0; i < INTERNAL_SPINS; i++) {
        uint32_t expected = 0;
        if (__atomic_load_n(&mutex->word, __ATOMIC_RELAXED) == 0
            && __atomic_compare_exchange_n(&mutex->word, &expected, 1, 0, __ATOMIC_SEQ_CST, __ATOMIC_RELAXED)) {
            return;
        }
        _bt_relax();
    }
    while (__atomic_exchange_n(&mutex->word, 2, __ATOMIC_SEQ_CST) != 0) {
        _bt_wait_on(&mutex->word, 2, BT_NO_TIMEOUT);
    }
}

void _bt_internal_unlock_slow(BtInternalMutex_ *mutex) { _bt_wake_one(&mutex->word); }

uint64_t _bt_clock_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

unsigned long _bt_thread_ident(void) { return (unsigned long)(uintptr_t)pthread_self(); }

unsigned long _bt_thread_native_id(void)
{
#if defined(__linux__)
    return (unsigned long)syscall(SYS_gettid);
#elif defined(__APPLE__)
    uint64_t id = 0;
    pthread_threadid_np(NULL, &id);
    return (unsigned long)id;
#else
    return _bt_thread_ident();
#endif
}

void _bt_thread_name(unsigned long ident, char *name)
{
    name[0] = '\0';
#if defined(__linux__) || defined(__APPLE__)
    pthread_getname_np((pthread_t)(uintptr_t)ident, name, 32);
#else
    (void)ident;
#endif
}

int _bt_processor_count(void)
{
    long count = sysconf(_SC_NPROCESSORS_ONLN);
    return count < 1 ? 1 : (int)count;
}

uint32_t _bt_processor(void)
{
#if defined(__linux__)
    return (uint32_t)sched_getcpu();
#else
    return UINT32_MAX;
#endif
}
