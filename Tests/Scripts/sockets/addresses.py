import socket


def attempt(*bodies):
    for body in bodies:
        try:
            print(body())
        except Exception as error:
            print(type(error).__name__, error)


attempt(
    lambda: socket.inet_aton("1.2"), lambda: socket.inet_aton("x"), lambda: socket.inet_ntoa(b"123"),
    lambda: socket.inet_ntoa(b"1234"), lambda: socket.inet_pton(socket.AF_INET, "1.2.3"),
    lambda: socket.inet_pton(socket.AF_INET, "1.2.3.4"), lambda: socket.inet_pton(socket.AF_INET6, "::1"),
    lambda: socket.inet_pton(99, "::1"), lambda: socket.inet_ntop(socket.AF_INET, b"1234"),
    lambda: socket.inet_ntop(socket.AF_INET, b"12345"), lambda: socket.inet_ntop(socket.AF_INET6, b"1234" * 4),
    lambda: socket.inet_ntop(socket.AF_INET6, bytes(15) + b"\1"), lambda: socket.inet_ntop(99, b"1234" * 4))
attempt(
    lambda: socket.htons(70000), lambda: socket.htons(-1), lambda: socket.htons("a"), lambda: socket.htonl(2**32),
    lambda: socket.htonl(-1), lambda: (socket.htons(1), socket.ntohs(256), socket.htonl(1), socket.ntohl(1 << 24)))
attempt(
    lambda: socket.getservbyname("http"), lambda: socket.getservbyname("http", "tcp"),
    lambda: socket.getservbyname("nope"), lambda: socket.getservbyport(80), lambda: socket.getservbyport(1234567),
    lambda: socket.getprotobyname("tcp"), lambda: socket.getprotobyname("nope"))
attempt(
    lambda: socket.getaddrinfo(1, None), lambda: socket.getaddrinfo("127.0.0.1", 1.5),
    lambda: socket.getaddrinfo("127.0.0.1", 80), lambda: socket.getaddrinfo("::1", 80, proto=socket.IPPROTO_TCP),
    lambda: socket.getaddrinfo("127.0.0.1", "http", type=socket.SOCK_STREAM),
    lambda: socket.getaddrinfo(b"127.0.0.1", b"80", proto=6, flags=socket.AI_CANONNAME),
    lambda: socket.getaddrinfo("no numbers", 80, flags=socket.AI_NUMERICHOST),
    lambda: socket.getaddrinfo(None, 0, socket.AF_INET, socket.SOCK_STREAM))
attempt(
    lambda: socket.gethostbyname("127.0.0.1"), lambda: socket.gethostbyname(3), lambda: socket.gethostbyname(""),
    lambda: socket.getnameinfo(("127.0.0.1", 80), socket.NI_NUMERICHOST),
    lambda: socket.getnameinfo(("127.0.0.1", 80), socket.NI_NUMERICHOST | socket.NI_NUMERICSERV),
    lambda: socket.getnameinfo(("no numbers", 80), 0), lambda: socket.getnameinfo("x", 0))
try:
    socket.getaddrinfo("no numbers", 80, flags=socket.AI_NUMERICHOST)
except socket.gaierror as error:
    print(error.errno == socket.EAI_NONAME, error.strerror, error.args)
attempt(
    lambda: socket.if_nametoindex("no such"), lambda: socket.if_indextoname(54321),
    lambda: (socket.if_nametoindex("lo"), socket.if_indextoname(socket.if_nametoindex("lo"))),
    lambda: any(name == "lo" for _, name in socket.if_nameindex()))
print(repr(socket.AF_INET), socket.SOCK_STREAM, repr(socket.AddressFamily(10)), socket.AddressFamily.__name__)
print(repr(socket.MSG_PEEK | socket.MSG_DONTWAIT), repr(socket.AI_PASSIVE), socket.SOL_SOCKET, socket.SO_REUSEADDR)
six = socket.socket(socket.AF_INET6)
attempt(
    lambda: six.bind("a"), lambda: six.bind(("::1", 0, 0, 0, 0)), lambda: six.bind(("::1", 0, 1 << 22)),
    lambda: six.bind(("::1", 0)), lambda: six.getsockname()[::2], lambda: six.bind(("::1", -1)))
six.close()
print(isinstance(socket.gethostname(), str), socket.has_ipv6, socket.getfqdn("") != "")
