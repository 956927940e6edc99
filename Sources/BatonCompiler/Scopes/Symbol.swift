/// What one scope knows of one name.
struct Symbol {
    /// What the scope's own text does with the name.
    struct Uses: OptionSet {
        var rawValue: UInt16
        static let declaredGlobal = Uses(rawValue: 0x01)
        static let declaredNonlocal = Uses(rawValue: 0x02)
        static let assigned = Uses(rawValue: 0x04)
        static let parameter = Uses(rawValue: 0x08)
        static let imported = Uses(rawValue: 0x10)
        static let annotated = Uses(rawValue: 0x20)
        static let read = Uses(rawValue: 0x40)
        /// A `for` of a comprehension assigns it.
        static let iteration = Uses(rawValue: 0x80)

        static let bound: Uses = [.assigned, .parameter, .imported]
    }

    enum Resolution {
        case local
        /// A local variable that an inner scope reads or writes.
        case cell
        /// Another scope's cell.
        case free
        case globalExplicit
        case globalImplicit
    }

    var uses: Uses = []
    var resolution = Resolution.globalImplicit
    /// A name of a class body that is also a free variable of a scope inside: the class hands the cell on.
    var passesThrough = false
}
