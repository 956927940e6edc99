/// @file checked/semaphore.h
/// The system's semaphore.h with its waiting calls marked: semaphores. See blocking.h.
#pragma GCC system_header
#include_next <semaphore.h>
#include <baton/blocking.h>

BT_BEGIN_DECLS
#if defined(__GLIBC__) && defined(_SEMAPHORE_H) && !defined(BATON_CHECKED_SEMAPHORE_)
#  define BATON_CHECKED_SEMAPHORE_
BT_MARK_BLOCKING_(sem_wait);
#  if defined(__USE_XOPEN2K)
BT_MARK_BLOCKING_(sem_timedwait);
#  endif
#endif
BT_END_DECLS
