// The parameters of methods that take keywords.

extension ByteString {
    static let splitParameters = MethodParameters("split", "sep", "maxsplit")
    static let rsplitParameters = MethodParameters("rsplit", "sep", "maxsplit")
    static let splitlinesParameters = MethodParameters("splitlines", "keepends")
    static let translateParameters = MethodParameters("translate", "", "delete", required: 1)
    static let expandtabsParameters = MethodParameters("expandtabs", "tabsize")
    static let decodeParameters = MethodParameters("decode", "encoding", "errors")
    static let hexParameters = MethodParameters("hex", "sep", "bytes_per_sep")
    static let bytesParameters = MethodParameters("bytes", "source", "encoding", "errors")
    static let byteArrayParameters = MethodParameters("bytearray", "source", "encoding", "errors")
}
