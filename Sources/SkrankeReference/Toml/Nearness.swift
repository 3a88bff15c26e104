/// Finds what a slip of the hand probably meant.
enum Nearness {
    /// The candidate with the fewest changed letters, if there are at most two, and at most half of them.
    static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
        let letters = Array(word.unicodeScalars.prefix(40))
        var best: (distance: Int, word: String)?
        for candidate in candidates {
            let distance = Nearness.distance(letters, Array(candidate.unicodeScalars.prefix(40)))
            let isNear = distance <= 2 && distance * 2 <= letters.count
            if isNear, best.map({ (distance, candidate) < $0 }) ?? true { best = (distance, candidate) }
        }
        return best?.word
    }

    /// Letters to insert, drop or change (Levenshtein).
    private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        var row = Array(0...b.count)
        for (i, letter) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in b.enumerated() {
                let change = diagonal + (letter == other ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(change, row[j] + 1, diagonal + 1)
            }
        }
        return row[b.count]
    }
}
