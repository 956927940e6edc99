/// @file checked/pthread.h
/// The system's pthread.h with its waiting calls marked: waiting for threads; mutexes. See blocking.h.
#pragma GCC system_header
#include_next <pthread.h>
#include <baton/blocking.h>

BT_BEGIN_DECLS
#if defined(__GLIBC__) && defined(_PTHREAD_H) && !defined(BATON_CHECKED_PTHREAD_)
#  define BATON_CHECKED_PTHREAD_
BT_MARK_BLOCKING_(pthread_join);
BT_MARK_BLOCKING_(pthread_cond_wait);
BT_MARK_BLOCKING_(pthread_cond_timedwait);
#  if defined(__USE_XOPEN2K)
BT_MARK_BLOCKING_(pthread_barrier_wait);
#  endif
BT_MARK_LOCKING_(pthread_mutex_lock);
BT_MARK_UNLOCKING_(pthread_mutex_unlock);
#  if defined(__USE_UNIX98) || defined(__USE_XOPEN2K)
BT_MARK_LOCKING_(pthread_rwlock_rdlock);
BT_MARK_LOCKING_(pthread_rwlock_wrlock);
BT_MARK_UNLOCKING_(pthread_rwlock_unlock);
#  endif
#  if defined(__USE_XOPEN2K)
BT_MARK_LOCKING_(pthread_spin_lock);
BT_MARK_UNLOCKING_(pthread_spin_unlock);
#  endif
#endif
BT_END_DECLS
