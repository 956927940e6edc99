/// @file checked/unistd.h
/// The system's unistd.h with its waiting calls marked: reading, writing, sleeping. See blocking.h.
#pragma GCC system_header
#include_next <unistd.h>
#include <baton/blocking.h>

BT_BEGIN_DECLS
#if defined(__GLIBC__) && defined(_UNISTD_H) && !defined(BATON_CHECKED_UNISTD_)
#  define BATON_CHECKED_UNISTD_
BT_MARK_BLOCKING_(sleep);
BT_MARK_BLOCKING_(pause);
BT_MARK_BLOCKING_(read);
BT_MARK_BLOCKING_(write);
#  if defined(__USE_XOPEN) || defined(__USE_XOPEN2K)
BT_MARK_BLOCKING_(fsync);
#  endif
#  if defined(__USE_POSIX199309) || defined(__USE_UNIX98)
BT_MARK_BLOCKING_(fdatasync);
#  endif
#  if defined(__USE_UNIX98) || defined(__USE_XOPEN2K8)
BT_MARK_BLOCKING_(pread);
BT_MARK_BLOCKING_(pwrite);
#  endif
#  if (defined(__USE_XOPEN_EXTENDED) && !defined(__USE_XOPEN2K8)) || defined(__USE_MISC)
BT_MARK_BLOCKING_(usleep);
#  endif
#  if defined(__USE_MISC) || (defined(__USE_XOPEN_EXTENDED) && !defined(__USE_POSIX))
BT_MARK_BLOCKING_(lockf);
#  endif
#endif
BT_END_DECLS
