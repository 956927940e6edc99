// The limit of recursion: an address on the thread's stack. In C because the inline guard of abstract.h calls it.
#define _GNU_SOURCE
#include <pthread.h>

#include "baton/host.h"

/// What stays free below the limit: native code that knows no guard, and raising the error.
#define RESERVE (128 * 1024)

static uintptr_t stack_limit(void)
{
    pthread_attr_t attributes;
    void *start = NULL;
    size_t size = 0;
    if (pthread_getattr_np(pthread_self(), &attributes) != 0) {
        return 0;
    }
    if (pthread_attr_getstack(&attributes, &start, &size) != 0) {
        start = NULL;
    }
    pthread_attr_destroy(&attributes);
    if (start == NULL) {
        return 0;
    }
    return (uintptr_t)start + (size / 4 < RESERVE ? size / 4 : RESERVE);
}

int _bt_recursion_slow(const char *where)
{
    // A thread begins with the highest limit, so that its first guarded call comes here.
    if (_bt_current.stack_limit == UINTPTR_MAX) {
        _bt_current.stack_limit = stack_limit();
    }
    if ((uintptr_t)__builtin_frame_address(0) > _bt_current.stack_limit) {
        return 0;
    }
    return _bt_raise_recursion_error(where);
}
