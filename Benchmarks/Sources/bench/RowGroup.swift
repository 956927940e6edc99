/// Rows that are measured together, and fail together.
struct RowGroup {
    /// What they are; by a part of it they are chosen.
    let name: String
    let measure: () throws -> [Row]

    /// Say whether one of some texts, in letters of any case, is in the name; without texts every group is chosen.
    func isChosen(by texts: [String]) -> Bool {
        texts.isEmpty || texts.contains { name.lowercased().contains($0.lowercased()) }
    }
}
