internal import Glibc

/// Where the program and what belongs to it are.
enum Installation {
    /// The path of the running program.
    static let program: String = {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
        let length = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        return length > 0 ? String(decoding: buffer[..<length].map(UInt8.init(bitPattern:)), as: UTF8.self) : "baton"
    }()

    /// The folder of the headers: `include/baton` beside the program's folder, or `CShim/include` of the checkout that the
    /// program was built in; nil if there is neither.
    static let headerFolder: String? = {
        var folder = parent(of: program)
        let installed = "\(parent(of: folder))/include/baton"
        if exists("\(installed)/baton.h") { return installed }
        while folder != "/" && !folder.isEmpty {
            let inCheckout = "\(folder)/CShim/include"
            if exists("\(inCheckout)/baton.h") { return inCheckout }
            folder = parent(of: folder)
        }
        return nil
    }()

    /// The folder of the sources of the Swift face, the module `Baton`: `share/baton/swift` beside the program's folder, or
    /// `Sources/Baton` of the checkout that the program was built in; nil if there is neither.
    static let swiftFaceFolder: String? = {
        var folder = parent(of: program)
        let installed = "\(parent(of: folder))/share/baton/swift"
        if exists("\(installed)/Attached.swift") { return installed }
        while folder != "/" && !folder.isEmpty {
            let inCheckout = "\(folder)/Sources/Baton"
            if exists("\(inCheckout)/Attached.swift") { return inCheckout }
            folder = parent(of: folder)
        }
        return nil
    }()

    static let headersAreMissing = Failure(
        "the headers are neither in an include folder nor in a checkout near \(program)")

    static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "" }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
}
