// Functions of the C library, seen on their way. In C because they stand for the C library's own.
#define _GNU_SOURCE
#include "preload.h"

#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <stdint.h>
#include <unistd.h>

#include "batoncheck.h"

#define EXPORTED __attribute__((visibility("default")))
#define HELD 64
#define OWNERS 4096

// glibc's own names: they can be called before anything can be looked up.
void __libc_free(void *memory);
void *__libc_realloc(void *memory, size_t size);

static const BatonCheckHooks *hooks;  // atomic; written once

static int (*real_lock)(pthread_mutex_t *);
static int (*real_trylock)(pthread_mutex_t *);
static int (*real_unlock)(pthread_mutex_t *);
static int (*real_wait)(pthread_cond_t *, pthread_mutex_t *);
static int (*real_read_lock)(pthread_rwlock_t *);
static int (*real_write_lock)(pthread_rwlock_t *);
static int (*real_rwlock_unlock)(pthread_rwlock_t *);
static int (*real_timedwait)(pthread_cond_t *, pthread_mutex_t *, const struct timespec *);

static __attribute__((constructor)) void find_real(void)
{
    *(void **)&real_trylock = dlsym(RTLD_NEXT, "pthread_mutex_trylock");
    *(void **)&real_unlock = dlsym(RTLD_NEXT, "pthread_mutex_unlock");
    // The default version: the older one of the same name has another layout.
    *(void **)&real_wait = dlvsym(RTLD_NEXT, "pthread_cond_wait", "GLIBC_2.3.2");
    if (real_wait == NULL) {
        *(void **)&real_wait = dlsym(RTLD_NEXT, "pthread_cond_wait");
    }
    *(void **)&real_timedwait = dlvsym(RTLD_NEXT, "pthread_cond_timedwait", "GLIBC_2.3.2");
    if (real_timedwait == NULL) {
        *(void **)&real_timedwait = dlsym(RTLD_NEXT, "pthread_cond_timedwait");
    }
    *(void **)&real_read_lock = dlsym(RTLD_NEXT, "pthread_rwlock_rdlock");
    *(void **)&real_write_lock = dlsym(RTLD_NEXT, "pthread_rwlock_wrlock");
    *(void **)&real_rwlock_unlock = dlsym(RTLD_NEXT, "pthread_rwlock_unlock");
    *(void **)&real_lock = dlsym(RTLD_NEXT, "pthread_mutex_lock");
}

/// What this thread holds, in the order in which it was locked. More than HELD are not noted.
static __thread struct {
    void *mutex;
    void *code;
} held[HELD];
static __thread size_t held_count;
static __thread int is_inside;  // a hook runs: what it does is not watched

/// Who holds a mutex: an open table without deletion of places. `owner` 0: nobody. All fields atomic; a mutex takes a place
/// when it is first locked.
static struct owner {
    uintptr_t mutex;
    unsigned long owner;
    void *code;
} owners[OWNERS];

static struct owner *owner_of(void *mutex)
{
    size_t index = ((uintptr_t)mutex >> 3) * 0x9E3779B97F4A7C15u >> 52;
    for (size_t tries = 0; tries < 64; tries++, index = (index + 1) % OWNERS) {
        uintptr_t seen = __atomic_load_n(&owners[index].mutex, __ATOMIC_ACQUIRE);
        if (seen == 0 && __atomic_compare_exchange_n(&owners[index].mutex, &seen, (uintptr_t)mutex, 0, __ATOMIC_ACQ_REL,
                                                     __ATOMIC_ACQUIRE)) {
            return &owners[index];
        }
        if (seen == (uintptr_t)mutex) {
            return &owners[index];
        }
    }
    return NULL;
}

static const BatonCheckHooks *watcher(const void *code)
{
    const BatonCheckHooks *to = __atomic_load_n(&hooks, __ATOMIC_ACQUIRE);
    return to != NULL && !is_inside && to->is_foreign(code) ? to : NULL;
}

static void took(void *mutex, void *code)
{
    if (held_count < HELD) {
        held[held_count].mutex = mutex;
        held[held_count++].code = code;
    }
    struct owner *owner = owner_of(mutex);
    if (owner != NULL) {
        __atomic_store_n(&owner->code, code, __ATOMIC_RELAXED);
        __atomic_store_n(&owner->owner, (unsigned long)gettid(), __ATOMIC_RELEASE);
    }
}

static void gave(void *mutex)
{
    for (size_t i = held_count; i > 0; i--) {
        if (held[i - 1].mutex == mutex) {
            for (; i < held_count; i++) {
                held[i - 1] = held[i];
            }
            held_count -= 1;
            struct owner *owner = owner_of(mutex);
            if (owner != NULL) {
                __atomic_store_n(&owner->owner, 0, __ATOMIC_RELEASE);
            }
            return;
        }
    }
}

EXPORTED int pthread_mutex_lock(pthread_mutex_t *mutex)
{
    void *code = __builtin_return_address(0);
    if (real_lock == NULL) {
        find_real();
    }
    const BatonCheckHooks *to = watcher(code);
    if (to == NULL) {
        return real_lock(mutex);
    }
    int status = real_trylock(mutex);
    if (status == EBUSY) {
        int is_attached = to->is_attached();
        if (is_attached) {
            struct owner *owner = owner_of(mutex);
            is_inside = 1;
            to->wait_begins(mutex, code, owner != NULL ? __atomic_load_n(&owner->owner, __ATOMIC_ACQUIRE) : 0,
                            owner != NULL ? __atomic_load_n(&owner->code, __ATOMIC_RELAXED) : NULL);
            is_inside = 0;
        }
        status = real_lock(mutex);
        if (is_attached) {
            is_inside = 1;
            to->wait_ends();
            is_inside = 0;
        }
    }
    if (status == 0 || status == EOWNERDEAD) {
        took(mutex, code);
    }
    return status;
}

EXPORTED int pthread_mutex_trylock(pthread_mutex_t *mutex)
{
    void *code = __builtin_return_address(0);
    if (real_trylock == NULL) {
        find_real();
    }
    int status = real_trylock(mutex);
    if ((status == 0 || status == EOWNERDEAD) && watcher(code) != NULL) {
        took(mutex, code);
    }
    return status;
}

EXPORTED int pthread_mutex_unlock(pthread_mutex_t *mutex)
{
    if (real_unlock == NULL) {
        find_real();
    }
    if (held_count != 0) {
        gave(mutex);
    }
    return real_unlock(mutex);
}

// A thread that waits for a condition does not hold the mutex meanwhile.

EXPORTED int pthread_cond_wait(pthread_cond_t *condition, pthread_mutex_t *mutex)
{
    size_t count = held_count;
    gave(mutex);
    int status = real_wait(condition, mutex);
    if (held_count != count) {
        took(mutex, __builtin_return_address(0));
    }
    return status;
}

EXPORTED int pthread_cond_timedwait(pthread_cond_t *condition, pthread_mutex_t *mutex, const struct timespec *until)
{
    size_t count = held_count;
    gave(mutex);
    int status = real_timedwait(condition, mutex, until);
    if (held_count != count) {
        took(mutex, __builtin_return_address(0));
    }
    return status;
}

// Locks for readers and writers: held, but who holds them up is not told.

static int lock_rwlock(int (*real)(pthread_rwlock_t *), pthread_rwlock_t *lock, void *code)
{
    int status = real(lock);
    if (status == 0 && watcher(code) != NULL) {
        took(lock, code);
    }
    return status;
}

EXPORTED int pthread_rwlock_rdlock(pthread_rwlock_t *lock)
{
    if (real_read_lock == NULL) {
        find_real();
    }
    return lock_rwlock(real_read_lock, lock, __builtin_return_address(0));
}

EXPORTED int pthread_rwlock_wrlock(pthread_rwlock_t *lock)
{
    if (real_write_lock == NULL) {
        find_real();
    }
    return lock_rwlock(real_write_lock, lock, __builtin_return_address(0));
}

EXPORTED int pthread_rwlock_unlock(pthread_rwlock_t *lock)
{
    if (real_rwlock_unlock == NULL) {
        find_real();
    }
    if (held_count != 0) {
        gave(lock);
    }
    return real_rwlock_unlock(lock);
}

static void tell_freed(void *memory, void *code)
{
    const BatonCheckHooks *to = __atomic_load_n(&hooks, __ATOMIC_ACQUIRE);
    if (to != NULL && memory != NULL && __atomic_load_n(to->is_watching, __ATOMIC_ACQUIRE) != 0 && !is_inside) {
        is_inside = 1;
        to->freed(memory, code);
        is_inside = 0;
    }
}

EXPORTED void free(void *memory)
{
    int error = errno;
    tell_freed(memory, __builtin_return_address(0));
    errno = error;
    __libc_free(memory);
}

EXPORTED void *realloc(void *memory, size_t size)
{
    tell_freed(memory, __builtin_return_address(0));
    return __libc_realloc(memory, size);
}

static void *held_at(size_t index, void **code)
{
    if (index >= held_count) {
        return NULL;
    }
    *code = held[held_count - 1 - index].code;
    return held[held_count - 1 - index].mutex;
}

EXPORTED const BatonCheckLibrary *batoncheck_start(const BatonCheckHooks *to)
{
    static const BatonCheckLibrary library = {held_at};
    __atomic_store_n(&hooks, to, __ATOMIC_RELEASE);
    return &library;
}
