import SkrankeDomain

/// What a citizen is about to do, by the monotonic time at which he does it.
struct Agenda: Equatable, Sendable {
    private var entries: [(due: Int64, action: CitizenAction)] = []
    /// Rises with every change: an alarm of an older one is stale.
    private(set) var generation = 0

    static func == (a: Agenda, b: Agenda) -> Bool {
        a.generation == b.generation && a.entries.map(\.due) == b.entries.map(\.due)
            && a.entries.map(\.action) == b.entries.map(\.action)
    }

    /// Monotonic milliseconds; nil where nothing is planned.
    var nextDue: Int64? { entries.first?.due }

    /// Takes up a reaction of `now`. `real` turns demonstrated time into real time.
    mutating func take(_ reaction: Reaction, now: Int64, real: (Span) -> Span) {
        guard reaction.replaces || !reaction.steps.isEmpty else { return }
        if reaction.replaces { entries = [] }
        for step in reaction.steps {
            let due = now + real(step.after).milliseconds
            // Behind all of the same time: those of one reaction keep their order.
            let place = entries.firstIndex { $0.due > due } ?? entries.endIndex
            entries.insert((due, step.action), at: place)
        }
        generation += 1
    }

    /// The next action that is due, taken off.
    mutating func pop(now: Int64) -> CitizenAction? {
        guard let first = entries.first, first.due <= now else { return nil }
        entries.removeFirst()
        generation += 1
        return first.action
    }
}
