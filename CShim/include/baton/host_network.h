/// @file host_network.h
/// What the modules socket and select keep, and what they need of the C library; a part of host.h.
#ifndef BATON_HOST_NETWORK_H
#define BATON_HOST_NETWORK_H

#include "../baton.h"

#include <netdb.h>
#include <sys/epoll.h>
#include <sys/socket.h>

BT_BEGIN_DECLS

/// Guard: attached; each is set once, when the module is made, and stays.
struct BtNetwork_ {
    BtTypeObject *socket_type BT_GUARDED;  ///< _socket.socket
    BtTypeObject *poll_type BT_GUARDED;    ///< select.poll
    BtTypeObject *epoll_type BT_GUARDED;   ///< select.epoll
    BtObject *gaierror BT_GUARDED;         ///< a failure of getaddrinfo
    BtObject *herror BT_GUARDED;
    Bt_ssize_t default_timeout BT_GUARDED; ///< of new sockets, in nanoseconds; below 0: none
};
BT_DATA struct BtNetwork_ _bt_network;

/// The state of a socket object. Guard: attached; a descriptor that is in use by a detached thread may be closed by
/// another, as in C.
typedef struct BtSocketState_ {
    int fd BT_GUARDED;              ///< -1: closed
    int family BT_GUARDED;
    int type BT_GUARDED;            ///< without SOCK_CLOEXEC and SOCK_NONBLOCK
    int protocol BT_GUARDED;
    Bt_ssize_t timeout BT_GUARDED;  ///< in nanoseconds; below 0: none. Not below 0: the descriptor does not wait
} BtSocketState_;

/// accept4 with SOCK_CLOEXEC.
int _bt_accept(int descriptor, struct sockaddr *address, socklen_t *length) BT_ANY_STATE;
/// gethostbyname_r and gethostbyaddr_r, into `buffer`; 0, or the number of the failure, of herror.
int _bt_host_by_name(const char *name, int family, struct hostent *result, char *buffer, size_t size) BT_ANY_STATE;
int _bt_host_by_address(
    const void *address, socklen_t length, int family, struct hostent *result, char *buffer, size_t size) BT_ANY_STATE;

BT_END_DECLS

#endif
