internal import CBaton
internal import CBaton.Host

// The module `_warnings`: how modules that are scripts warn.

private let warnParameters = MethodParameters("warn", "message", "category", "stacklevel", "source", required: 1)

func makeWarningsModule() -> Ref? {
    makeNativeModule(
        "_warnings", doc: "Low-level interface to warnings functionality.",
        [
            fastKeywordMethod(
                "warn", BT_METH_FASTCALL | BT_METH_KEYWORDS, doc: "Issue a warning, or maybe ignore it or raise it."
            ) { _, args, nargs, kwnames in
                unpacked(warnParameters, args, nargs, kwnames) { slots in
                    let category = slots[1].flatMap { isNone($0) ? nil : $0 } ?? BtExc_UserWarning
                    guard let level = slots[2].map(sizeArgument) ?? 1 else { return nil }
                    return _bt_warn(category, slots[0], level, slots[3]) < 0 ? nil : noneRef
                }
            }
        ])
}
