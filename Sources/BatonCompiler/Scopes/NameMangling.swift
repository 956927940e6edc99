/// Private names of a class: `__x` in the body of `C` is `_C__x`.
public enum NameMangling {
    public static func mangle(_ name: String, in className: String?) -> String {
        guard let className, name.utf8.starts(with: "__".utf8), !name.utf8.hasSuffix("__"), !name.utf8.contains(0x2E)
        else { return name }
        let stem = className.drop { $0 == "_" }
        return stem.isEmpty ? name : "_\(stem)\(name)"
    }
}

extension String.UTF8View {
    fileprivate func hasSuffix(_ suffix: String) -> Bool {
        count >= suffix.utf8.count && self.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
    }
}
