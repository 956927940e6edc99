/// @file checked/stdio.h
/// The system's stdio.h with its waiting calls marked: reading from streams, closing pipes. See blocking.h.
#pragma GCC system_header
#include_next <stdio.h>
#include <baton/blocking.h>

BT_BEGIN_DECLS
#if defined(__GLIBC__) && defined(_STDIO_H) && !defined(BATON_CHECKED_STDIO_)
#  define BATON_CHECKED_STDIO_
BT_MARK_BLOCKING_(fread);
BT_MARK_BLOCKING_(fgets);
BT_MARK_BLOCKING_(fgetc);
BT_MARK_BLOCKING_(getchar);
#  if defined(__USE_XOPEN2K8)
BT_MARK_BLOCKING_(getline);
BT_MARK_BLOCKING_(getdelim);
#  endif
#  if defined(__USE_POSIX2)
BT_MARK_BLOCKING_(pclose);
#  endif
#endif
BT_END_DECLS
