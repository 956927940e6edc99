import selectors
import socket


def attempt(*bodies):
    for body in bodies:
        try:
            print(body())
        except Exception as error:
            print(type(error).__name__, str(error).split("<")[0])


for kind in (selectors.SelectSelector, selectors.PollSelector, selectors.EpollSelector, selectors.DefaultSelector):
    a, b = socket.socketpair()
    with kind() as selector:
        key = selector.register(a, selectors.EVENT_READ, data="reads")
        print(key.fileobj is a, key.fd == a.fileno(), key.events, key.data, len(selector.get_map()))
        print(selector.select(0), selector.select(0.001), selector.select(-1))
        b.send(b"x")
        print([(key.data, events) for key, events in selector.select()])
        selector.modify(a, selectors.EVENT_READ | selectors.EVENT_WRITE, data="both")
        print([(key.data, events) for key, events in selector.select(5)])
        print(selector.get_key(a).data, selector.get_map()[a].events, a in selector.get_map(), list(selector.get_map()) == [a.fileno()])
        attempt(
            lambda: selector.register(a, 1), lambda: selector.register(b, 0), lambda: selector.register(b, 9),
            lambda: selector.unregister(b), lambda: selector.get_key(b), lambda: selector.register("x", 1),
            lambda: selector.modify(b, 1), lambda: selector.register(-1, 1))
        print(selector.unregister(a).data, len(selector.get_map()), selector.select(0))
    print(selector.get_map())
    attempt(lambda: selector.get_key(a))
    a.close()
    b.close()
