import SkrankeDomain

/// Somebody who comes in and takes a ticket.
public struct PlannedVisit: Sendable, Equatable {
    public var index: Int
    public var topic: TopicCode
    public var question: String
    public var language: Language
    /// What he tells the kiosk that he needs.
    public var needs: [String]
    /// He goes before he is called: nobody comes to the counter.
    public var isGone: Bool

    init(seed: UInt64, index: Int) {
        var random = SeededRandom(seed: seed, stream: 0xDA2_0000_0000 &+ UInt64(index))
        let language = random.pick([.nb, .nb, .nb, .nb, .nn, .en] as [Language]) ?? .nb
        let script = random.pick(Scripts.all(language)) ?? Scripts.bokmal[0]
        self.index = index
        self.language = language
        topic = script.topic
        question = script.question
        needs = random.chance(0.08) ? ["wheelchair"] : []
        isGone = random.chance(0.05)
    }
}
