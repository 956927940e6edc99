/// @file checked/sys/wait.h
/// The system's sys/wait.h with its waiting calls marked: waiting for processes. See blocking.h.
#pragma GCC system_header
#include_next <sys/wait.h>
#include <baton/blocking.h>

BT_BEGIN_DECLS
#if defined(__GLIBC__) && defined(_SYS_WAIT_H) && !defined(BATON_CHECKED_SYS_WAIT_)
#  define BATON_CHECKED_SYS_WAIT_
BT_MARK_BLOCKING_(wait);
BT_MARK_BLOCKING_(waitpid);
#  if defined(__USE_XOPEN_EXTENDED) || defined(__USE_XOPEN2K8)
BT_MARK_BLOCKING_(waitid);
#  endif
#endif
BT_END_DECLS
