import SkrankeDomain

/// A row of the read table of absences: the latest that was said of a person, with its words. A cleared one has no
/// row. One that is over stands until the next is said, without its words; whoever reads asks `isActive`.
public struct AbsenceRow: Equatable, Sendable {
    public var absence: Absence
    /// For colleagues; erased with the row, and once the absence is over (law 10).
    public var words: String?
    public init(absence: Absence, words: String? = nil) {
        self.absence = absence
        self.words = words
    }

    public var person: AgentID { absence.person }

    /// The row of a person's stream after `envelope`: what every engine writes.
    public static func after(
        _ envelope: Envelope, _ before: AbsenceRow?, _ texts: [ContentID: String]
    ) -> AbsenceRow? {
        guard let absence = Absence.after(envelope.event, at: envelope.at, before?.absence) else {
            return nil
        }
        return AbsenceRow(absence: absence, words: absence.text.flatMap { texts[$0] })
    }
}

extension StreamID {
    /// The person whose absence it tells.
    public var absentee: AgentID? { if case .absence(let person) = self { person } else { nil } }
}
