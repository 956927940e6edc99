/// @file checked/time.h
/// The system's time.h with its waiting calls marked: sleeping. See blocking.h.
#pragma GCC system_header
#include_next <time.h>
#include <baton/blocking.h>

BT_BEGIN_DECLS
#if defined(__GLIBC__) && defined(_TIME_H) && !defined(BATON_CHECKED_TIME_)
#  define BATON_CHECKED_TIME_
#  if defined(__USE_POSIX199309)
BT_MARK_BLOCKING_(nanosleep);
#  endif
#  if defined(__USE_POSIX199309) && defined(__USE_XOPEN2K)
BT_MARK_BLOCKING_(clock_nanosleep);
#  endif
#endif
BT_END_DECLS
