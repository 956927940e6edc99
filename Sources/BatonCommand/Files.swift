internal import Glibc

/// An errno value, told as the system tells it.
struct SystemError: Error, CustomStringConvertible {
    let code: CInt

    var description: String { String(cString: strerror(code)) }
}

/// The first bytes of a file, at most `limit`.
func readFile(_ path: String, limit: Int) -> Result<[UInt8], SystemError> {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return .failure(SystemError(code: errno)) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 256 * 1024)
    while bytes.count < limit {
        let count = read(descriptor, &buffer, min(buffer.count, limit - bytes.count))
        if count < 0 {
            if errno == EINTR { continue }
            return .failure(SystemError(code: errno))
        }
        if count == 0 { break }
        bytes += buffer[..<count]
    }
    return .success(bytes)
}
