/// @file checked/sys/file.h
/// The system's sys/file.h with its waiting calls marked: locks on files. See blocking.h.
#pragma GCC system_header
#include_next <sys/file.h>
#include <baton/blocking.h>

BT_BEGIN_DECLS
#if defined(__GLIBC__) && defined(_SYS_FILE_H) && !defined(BATON_CHECKED_SYS_FILE_)
#  define BATON_CHECKED_SYS_FILE_
BT_MARK_BLOCKING_(flock);
#endif
BT_END_DECLS
