import SkrankeDomain

/// Names of things in the user's language, from the municipality's data; a code where it has none.
struct Naming: Sendable {
    let policy: DeskPolicy
    let names: DeskNames
    let language: Language

    func topic(_ code: TopicCode) -> String {
        pick(policy.services[code]?.name) ?? pick(names.topics[code]) ?? code.rawValue
    }

    func unit(_ code: UnitCode) -> String { pick(policy.units[code]?.name) ?? code.rawValue }

    /// «Liv T.»: as a colleague is called in a narrow column.
    func short(_ agent: AgentID) -> String {
        let words = full(agent).split(separator: " ")
        guard words.count > 1, let first = words.first, let initial = words.last?.first else {
            return full(agent)
        }
        return "\(first) \(initial)."
    }

    func full(_ agent: AgentID) -> String { policy.staff[agent]?.name ?? agent.rawValue }

    private func pick(_ names: [Language: String]?) -> String? {
        guard let names else { return nil }
        return names[language] ?? names[.nb] ?? names.min { $0.key.rawValue < $1.key.rawValue }?.value
    }

    /// Whether there is any topic to choose; asked for every frame.
    var hasTopics: Bool { !(policy.topics.isEmpty && policy.services.isEmpty && names.topics.isEmpty) }

    /// All topics that may be chosen, in the order of the Norwegian alphabet.
    func topics() -> [(code: TopicCode, name: String)] {
        var codes = Set(policy.services.keys)
        codes.formUnion(names.topics.keys)
        if !policy.topics.isEmpty { codes.formIntersection(policy.topics) }
        codes.formUnion(policy.topics)
        return codes.map { ($0, topic($0)) }.sorted { Naming.key($0.1) < Naming.key($1.1) }
    }

    /// Units of the municipality, or other bodies, in order.
    func units(external: Bool) -> [(code: UnitCode, name: String)] {
        policy.units.filter { $0.value.isExternal == external }.map { ($0.key, unit($0.key)) }
            .sorted { Naming.key($0.1) < Naming.key($1.1) }
    }

    /// æ, ø, å come last and in this order; å lies before them in Unicode.
    static func key(_ name: String) -> [UInt32] {
        name.lowercased().unicodeScalars.map { scalar in
            switch scalar {
            case "æ", "ä": 0x1_0000
            case "ø", "ö": 0x1_0001
            case "å": 0x1_0002
            default: scalar.value
            }
        }
    }
}

extension [UInt32] {
    static func < (a: [UInt32], b: [UInt32]) -> Bool { a.lexicographicallyPrecedes(b) }
}

extension AppState {
    var naming: Naming { Naming(policy: policy, names: names, language: language) }
}
