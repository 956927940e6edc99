// "Did you mean …?": the nearest of the names that there are, by the measure that CPython uses: an edit costs 2, a change of
// case 1.

private let moveCost = 2
private let caseCost = 1
private let mostCandidates = 750
private let longestName = 40

/// The candidate that is nearest to a name that was not found, if one is near enough.
func suggestion(for name: String, among candidates: [String]) -> String? {
    guard candidates.count < mostCandidates else { return nil }
    let wrong = Array(name.utf8)
    var best: (name: String, distance: Int)?
    for candidate in candidates where candidate != name {
        let letters = Array(candidate.utf8)
        // No more than a third of the letters may be wrong.
        let most = min((wrong.count + letters.count + 3) * moveCost / 6, (best?.distance ?? Int.max) - 1)
        let distance = editDistance(wrong, letters, most)
        if distance <= most { best = (candidate, distance) }
    }
    return best?.name
}

private func substitutionCost(_ left: UInt8, _ right: UInt8) -> Int {
    if left & 31 != right & 31 { return moveCost }
    if left == right { return 0 }
    func lower(_ byte: UInt8) -> UInt8 { byte >= 65 && byte <= 90 ? byte + 32 : byte }
    return lower(left) == lower(right) ? caseCost : moveCost
}

/// The Levenshtein distance of two names, or more than `most` where it is more.
private func editDistance(_ first: [UInt8], _ second: [UInt8], _ most: Int) -> Int {
    if first == second { return 0 }
    var (left, right) = (first[...], second[...])
    while let x = left.first, x == right.first {
        left.removeFirst()
        right.removeFirst()
    }
    while let x = left.last, x == right.last {
        left.removeLast()
        right.removeLast()
    }
    if left.isEmpty || right.isEmpty { return (left.count + right.count) * moveCost }
    if left.count > longestName || right.count > longestName { return most + 1 }
    if right.count < left.count { swap(&left, &right) }
    if (right.count - left.count) * moveCost > most { return most + 1 }
    var row = (1...left.count).map { $0 * moveCost }
    var result = 0
    for (rightIndex, code) in right.enumerated() {
        var distance = rightIndex * moveCost
        result = distance
        var minimum = Int.max
        for (leftIndex, letter) in left.enumerated() {
            let substitute = distance + substitutionCost(code, letter)
            distance = row[leftIndex]
            let move = min(result, distance) + moveCost
            result = min(move, substitute)
            row[leftIndex] = result
            minimum = min(minimum, result)
        }
        if minimum > most { return most + 1 }
    }
    return result
}
