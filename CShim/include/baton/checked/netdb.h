/// @file checked/netdb.h
/// The system's netdb.h with its waiting calls marked: asking for names. See blocking.h.
#pragma GCC system_header
#include_next <netdb.h>
#include <baton/blocking.h>

BT_BEGIN_DECLS
#if defined(__GLIBC__) && defined(_NETDB_H) && !defined(BATON_CHECKED_NETDB_)
#  define BATON_CHECKED_NETDB_
BT_MARK_BLOCKING_(gethostbyname);
BT_MARK_BLOCKING_(gethostbyaddr);
#  if defined(__USE_XOPEN2K)
BT_MARK_BLOCKING_(getaddrinfo);
BT_MARK_BLOCKING_(getnameinfo);
#  endif
#endif
BT_END_DECLS
