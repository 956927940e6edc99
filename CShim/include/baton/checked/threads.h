/// @file checked/threads.h
/// The system's threads.h with its waiting calls marked: waiting for threads; mutexes. See blocking.h.
#pragma GCC system_header
#include_next <threads.h>
#include <baton/blocking.h>

BT_BEGIN_DECLS
#if defined(__GLIBC__) && defined(_THREADS_H) && !defined(BATON_CHECKED_THREADS_)
#  define BATON_CHECKED_THREADS_
BT_MARK_BLOCKING_(thrd_sleep);
BT_MARK_BLOCKING_(thrd_join);
BT_MARK_BLOCKING_(cnd_wait);
BT_MARK_BLOCKING_(cnd_timedwait);
BT_MARK_LOCKING_(mtx_lock);
BT_MARK_UNLOCKING_(mtx_unlock);
#endif
BT_END_DECLS
