internal import CBaton

// What all characters of a text have in common: str.isalpha() and its like.

/// Whether there are characters and all fulfil `condition`.
@inline(__always)
func allCharacters(_ text: Ref, _ condition: (UInt32) -> Bool) -> Bool {
    let view = TextView(text)
    for index in 0..<view.count where !condition(view[index]) { return false }
    return view.count > 0
}

/// Whether there are cased characters and all are lower case, or all upper case.
func isOfCase(_ text: Ref, upper: Bool) -> Bool {
    let view = TextView(text)
    var cased = false
    for index in 0..<view.count {
        let character = view[index]
        if upper ? isLowercase(character) || isTitlecase(character) : isUppercase(character) || isTitlecase(character) {
            return false
        }
        cased = cased || (upper ? isUppercase(character) : isLowercase(character))
    }
    return cased
}

/// Whether upper-case characters begin words and lower-case ones go on.
func isTitle(_ text: Ref) -> Bool {
    let view = TextView(text)
    var cased = false
    var inWord = false
    for index in 0..<view.count {
        let character = view[index]
        if isUppercase(character) || isTitlecase(character) {
            if inWord { return false }
            inWord = true
            cased = true
        } else if isLowercase(character) {
            if !inWord { return false }
            cased = true
        } else {
            inWord = false
        }
    }
    return cased
}

/// Whether the text is a name by Python's rules.
func isIdentifier(_ text: Ref) -> Bool {
    let view = TextView(text)
    guard view.count > 0, isNameStart(view[0]) else { return false }
    for index in 1..<view.count where !isNameContinue(view[index]) { return false }
    return true
}
