/// @file checked/sys/socket.h
/// The system's sys/socket.h with its waiting calls marked: sockets. See blocking.h.
#pragma GCC system_header
#include_next <sys/socket.h>
#include <baton/blocking.h>

BT_BEGIN_DECLS
#if defined(__GLIBC__) && defined(_SYS_SOCKET_H) && !defined(BATON_CHECKED_SYS_SOCKET_)
#  define BATON_CHECKED_SYS_SOCKET_
BT_MARK_BLOCKING_(connect);
BT_MARK_BLOCKING_(accept);
BT_MARK_BLOCKING_(send);
BT_MARK_BLOCKING_(recv);
BT_MARK_BLOCKING_(sendto);
BT_MARK_BLOCKING_(recvfrom);
BT_MARK_BLOCKING_(sendmsg);
BT_MARK_BLOCKING_(recvmsg);
#  if defined(__USE_GNU)
BT_MARK_BLOCKING_(accept4);
#  endif
#endif
BT_END_DECLS
