/// @file checked/sys/poll.h
/// The system's sys/poll.h with its waiting calls marked: waiting for descriptors. See blocking.h.
#pragma GCC system_header
#include_next <sys/poll.h>
#include <baton/blocking.h>

BT_BEGIN_DECLS
#if defined(__GLIBC__) && defined(_SYS_POLL_H) && !defined(BATON_CHECKED_SYS_POLL_)
#  define BATON_CHECKED_SYS_POLL_
BT_MARK_BLOCKING_(poll);
#  if defined(__USE_GNU)
BT_MARK_BLOCKING_(ppoll);
#  endif
#endif
BT_END_DECLS
