extension StaffDirectory {
    /// Who fits what was typed: every word begins a part of the name, title, unit, topic, elected role or number.
    /// Names first, then the rest; each in the order of the alphabet. Empty text finds everybody.
    ///
    /// - Parameters:
    ///   - unit: a unit's name in the reader's language.
    ///   - topic: a topic's name.
    public func find(
        _ text: String, unit: (UnitCode) -> String, topic: (TopicCode) -> String
    ) -> [StaffEntry] {
        let words = StaffSearch.words(text)
        guard !words.isEmpty else { return ordered }
        var named: [StaffEntry] = []
        var others: [StaffEntry] = []
        for person in ordered {
            let name = StaffSearch.words(person.name) + [person.id.rawValue]
            if words.allSatisfy({ word in name.contains { $0.hasPrefix(word) } }) {
                named.append(person)
                continue
            }
            var parts = name + StaffSearch.words(person.title) + StaffSearch.words(unit(person.unit))
            parts += person.topics.flatMap { StaffSearch.words(topic($0)) + StaffSearch.words($0.rawValue) }
            parts += StaffSearch.words(person.electedRole ?? "")
            parts += [person.phone, person.mobileMayBeTold ? person.mobile : nil].compactMap { $0 }.map {
                $0.filter { $0.isNumber }
            }
            if words.allSatisfy({ word in parts.contains { $0.hasPrefix(word) } }) { others.append(person) }
        }
        return named + others
    }
}

enum StaffSearch {
    /// Small letters, cut at everything that is none; `aa` is written for `å` in many names, and both find both.
    static func words(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }
            .map { String($0).replacing("aa", with: "å") }
    }
}
