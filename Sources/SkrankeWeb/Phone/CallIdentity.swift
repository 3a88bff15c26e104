import Crypto
import SkrankeDomain
import SkrankeJournal

/// Which inquiry a call is: it follows from the call's own number in the telephone system, so no table is
/// kept, and a kill between commit and answer doubles nothing.
///
/// Telephone systems begin their numbers anew after a restart. A number that is used again more than an hour
/// after its call ended is another call: each of them is a generation of the number.
struct CallIdentity: Sendable {
    let store: any JournalStore

    /// More calls than ever had the same number.
    private static let generations = 1 << 20

    static func inquiry(_ callID: String, generation: Int) -> InquiryID {
        let name = Array("skranke/call/1".utf8) + [0] + Array(callID.utf8) + [0] + Array("\(generation)".utf8)
        let digest = Array(SHA256.hash(data: name))
        let half = { (bytes: ArraySlice<UInt8>) in bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) } }
        return InquiryID(Identifier(high: half(digest[0..<8]), low: half(digest[8..<16])))
    }

    /// The inquiry of the call that an event at `now` is about.
    ///
    /// - Parameter begins: a late hangup belongs to the call that ended, everything else may begin a new one.
    func inquiry(_ callID: String, begins: Bool, now: Moment) async throws(StoreFault) -> InquiryID {
        guard let newest = try await newest(callID) else {
            return Self.inquiry(callID, generation: 0)
        }
        let isOver = newest.call?.isLongOver(at: now) ?? false
        return Self.inquiry(callID, generation: newest.generation + (begins && isOver ? 1 : 0))
    }

    /// The inquiry of the latest call of that number; nil where there was none.
    func known(_ callID: String) async throws(StoreFault) -> InquiryID? {
        try await newest(callID).map { Self.inquiry(callID, generation: $0.generation) }
    }

    private struct Found {
        var generation: Int
        var call: Call?
    }

    /// Generations have no gap: double steps, then halves between.
    private func newest(_ callID: String) async throws(StoreFault) -> Found? {
        guard var found = try await find(callID, 0) else { return nil }
        var step = 1
        while step < Self.generations, let next = try await find(callID, found.generation + step) {
            found = next
            step *= 2
        }
        while step > 1 {
            step /= 2
            if let next = try await find(callID, found.generation + step) { found = next }
        }
        return found
    }

    private func find(_ callID: String, _ generation: Int) async throws(StoreFault) -> Found? {
        let id = Self.inquiry(callID, generation: generation)
        let events = try await store.events(of: .inquiry(id), after: 0)
        guard !events.isEmpty else { return nil }
        var fold = CallFold()
        for envelope in events { fold.apply(envelope.event, at: envelope.at, of: id) }
        return Found(generation: generation, call: fold.calls.values.first)
    }
}
