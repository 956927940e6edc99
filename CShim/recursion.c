// The limit of recursion: an address on the thread's stack. In C because the inline guard of abstract.h calls it.
#define _GNU_SOURCE
#include <pthread.h>

#include "baton/host.h"

/// What stays free below the limit of a stack: native code that knows no guard, and raising the error. A stack that is
/// too small for that keeps two thirds.
static size_t reserve(size_t size)
{
    size_t most = size / 3 * 2;
    return most < BT_STACK_RESERVE ? most : BT_STACK_RESERVE;
}

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
    return (uintptr_t)start + reserve(size);
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
