/// @file checked/stdlib.h
/// The system's stdlib.h with its waiting calls marked: running a command. See blocking.h.
#pragma GCC system_header
#include_next <stdlib.h>
#include <baton/blocking.h>

BT_BEGIN_DECLS
#if defined(__GLIBC__) && defined(_STDLIB_H) && !defined(BATON_CHECKED_STDLIB_)
#  define BATON_CHECKED_STDLIB_
BT_MARK_BLOCKING_(system);
#endif
BT_END_DECLS
