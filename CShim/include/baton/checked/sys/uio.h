/// @file checked/sys/uio.h
/// The system's sys/uio.h with its waiting calls marked: reading and writing. See blocking.h.
#pragma GCC system_header
#include_next <sys/uio.h>
#include <baton/blocking.h>

BT_BEGIN_DECLS
#if defined(__GLIBC__) && defined(_SYS_UIO_H) && !defined(BATON_CHECKED_SYS_UIO_)
#  define BATON_CHECKED_SYS_UIO_
BT_MARK_BLOCKING_(readv);
BT_MARK_BLOCKING_(writev);
#endif
BT_END_DECLS
