/// Slips of the finger, as people make them on a phone.
enum Typist {
    /// `text` with about one slip in `every` letters. Digits, marks and the first letter stay as they are,
    /// so that nobody asks for another house number than he meant.
    static func misspelled(_ text: String, every: Int, _ random: inout SeededRandom) -> String {
        var letters = Array(text)
        var index = 1
        while index + 1 < letters.count {
            let isInWord = letters[index].isLetter && letters[index + 1].isLetter
            if isInWord, random.below(every) == 0 {
                switch random.below(3) {
                case 0: letters.swapAt(index, index + 1)
                case 1: letters.remove(at: index)
                default: letters.insert(letters[index], at: index)
                }
                index += 4
            }
            index += 1
        }
        return String(letters)
    }

    /// Written in haste: no capitals, no full stops, no commas.
    static func hasty(_ text: String) -> String {
        String(text.lowercased().filter { $0 != "." && $0 != "," && $0 != "!" })
    }
}
