/// Text on its way into the log: JSON that no terminal obeys, and nothing that tells who a citizen is.
///
/// The log never holds citizens' words. What stands here is the second fence behind that rule: addresses and
/// long numbers (telephone, national identity) are masked, whoever wrote them.
enum LogText {
    /// Longest message and longest value, in scalars.
    static let limit = 500

    /// A JSON string with its quotation marks. Controls, bidirectional and invisible scalars are `\uXXXX`.
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in scrubbed(text).unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case _ where isUnsafe(scalar): result += escaped(scalar)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// Masked and cut.
    static func scrubbed(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars.prefix(limit + 1))
        var words = split(scalars.prefix(limit))
        for index in words.indices where isAddress(words[index]) {
            words[index] = Array("<address>".unicodeScalars)
        }
        var result = String.UnicodeScalarView()
        var index = 0
        while index < words.count {
            let end = endOfNumber(words, from: index)
            result.append(contentsOf: end > index ? Array("<number>".unicodeScalars) : words[index])
            index = max(end, index + 1)
        }
        return String(result) + (scalars.count > limit ? "…" : "")
    }

    /// Words, and what stands between them, one scalar each.
    private static func split(_ scalars: ArraySlice<Unicode.Scalar>) -> [[Unicode.Scalar]] {
        var words: [[Unicode.Scalar]] = []
        var isInWord = false
        for (index, scalar) in zip(scalars.indices, scalars) {
            let next = index + 1 < scalars.endIndex ? scalars[index + 1] : " "
            let joins = "@._+-".unicodeScalars.contains(scalar) && isLetterOrDigit(next)
            let isPart = isLetterOrDigit(scalar) || joins
            if isPart, isInWord { words[words.count - 1].append(scalar) } else { words.append([scalar]) }
            isInWord = isPart
        }
        return words
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    private static func isAddress(_ word: [Unicode.Scalar]) -> Bool {
        guard let at = word.firstIndex(of: "@") else { return false }
        return at > 0 && at < word.count - 1
    }

    /// Where a number of eight or more digits ends that begins here, spaces between its groups or not;
    /// `start` itself where none does.
    private static func endOfNumber(_ words: [[Unicode.Scalar]], from start: Int) -> Int {
        var (digits, end, index) = (0, start, start)
        while index < words.count, isNumber(words[index]) {
            digits += words[index].count
            end = index + 1
            guard end < words.count, words[end] == [" "] || words[end] == ["\u{A0}"] else { break }
            index = end + 1
        }
        return digits >= 8 ? end : start
    }

    /// Digits alone, with a plus before them or not.
    private static func isNumber(_ word: [Unicode.Scalar]) -> Bool {
        let digits = word.first == "+" ? word.dropFirst() : word[...]
        return !digits.isEmpty && digits.allSatisfy { $0.properties.numericType != nil }
    }

    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: true
        default: false
        }
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        String(scalar).utf16.map { unit in
            let digits = String(unit, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
    }
}
