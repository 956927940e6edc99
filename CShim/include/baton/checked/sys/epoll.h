/// @file checked/sys/epoll.h
/// The system's sys/epoll.h with its waiting calls marked: waiting for descriptors. See blocking.h.
#pragma GCC system_header
#include_next <sys/epoll.h>
#include <baton/blocking.h>

BT_BEGIN_DECLS
#if defined(__GLIBC__) && defined(_SYS_EPOLL_H) && !defined(BATON_CHECKED_SYS_EPOLL_)
#  define BATON_CHECKED_SYS_EPOLL_
BT_MARK_BLOCKING_(epoll_wait);
BT_MARK_BLOCKING_(epoll_pwait);
#endif
BT_END_DECLS
