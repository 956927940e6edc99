/// @file checked/sys/select.h
/// The system's sys/select.h with its waiting calls marked: waiting for descriptors. See blocking.h.
#pragma GCC system_header
#include_next <sys/select.h>
#include <baton/blocking.h>

BT_BEGIN_DECLS
#if defined(__GLIBC__) && defined(_SYS_SELECT_H) && !defined(BATON_CHECKED_SYS_SELECT_)
#  define BATON_CHECKED_SYS_SELECT_
BT_MARK_BLOCKING_(select);
#  if defined(__USE_XOPEN2K)
BT_MARK_BLOCKING_(pselect);
#  endif
#endif
BT_END_DECLS
