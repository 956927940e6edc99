extension Instruction {
    enum IndexKind {
        case constant
        case site
        case cell
    }

    /// The constants, sites and cells that an instruction names.
    var indices: [(kind: IndexKind, number: Int)] {
        switch opcode {
        case .loadConstant, .checkBound, .deleteLocal: [(.constant, wide)]
        case .loadGlobal, .storeGlobal, .deleteGlobal, .loadName, .storeName, .deleteName: [(.site, wide)]
        case .loadAttribute, .storeAttribute, .deleteAttribute, .loadMethod, .importName, .importFrom: [(.site, c)]
        case .loadCell, .loadClassCell, .deleteCell: [(.cell, c)]
        case .makeFunction: [(.constant, b)]
        case .call, .callMethod: c == 0xFFFF ? [] : [(.constant, c)]
        default: []
        }
    }
}
