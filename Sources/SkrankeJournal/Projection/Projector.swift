import SkrankeDomain

/// How a console comes to know the desk and stays up to date: first the open rows page by page, most urgent
/// first, then whatever changed after its cursor. Pure: it says what to read next and takes what was read.
public struct Projector: Sendable {
    public enum Step: Equatable, Sendable {
        /// `headSequence()`; hand the answer to `begin`.
        case findStart
        case readOpen(after: Urgency?, limit: Int)
        case readChanges(after: Int64, limit: Int)
        /// Nothing until the next hint.
        case rest
    }

    public private(set) var desk = DeskProjection()
    /// The journal's sequence up to which the desk is known to be right.
    public private(set) var cursor: Int64 = 0
    public private(set) var next: Step = .findStart
    /// All open rows have been read once.
    public private(set) var isComplete = false

    private let firstPage: Int
    private let page: Int

    /// - Parameters:
    ///   - firstPage: rows that fill a screen, read before all others.
    ///   - page: rows of each later read.
    public init(firstPage: Int = 200, page: Int = 2_000) {
        self.firstPage = max(1, firstPage)
        self.page = max(1, page)
    }

    /// The journal stood at `sequence` before the first page: all that comes later will be followed.
    public mutating func begin(at sequence: Int64) {
        guard next == .findStart else { return }
        cursor = sequence
        next = .readOpen(after: nil, limit: firstPage)
    }

    /// - Returns: nothing to be alarmed about: these were there before.
    public mutating func take(open rows: [InquiryHead]) {
        guard case .readOpen(let after, let limit) = next else { return }
        desk.apply(rows)
        // A page that leads nowhere (a damaged row) must not be asked for for ever.
        let isStuck = rows.last.map { Urgency($0) <= after ?? Urgency($0) && after != nil } ?? true
        if rows.count < limit || isStuck {
            isComplete = true
            next = .readChanges(after: cursor, limit: page)
        } else {
            next = .readOpen(after: rows.last.map(Urgency.init), limit: page)
        }
    }

    /// Also fit while the open rows still stream in.
    @discardableResult
    public mutating func take(_ changes: HeadChanges) -> [DeskChange] {
        let told = desk.apply(changes.heads)
        cursor = max(cursor, changes.through)
        if case .readOpen = next { return told }
        next = changes.isComplete ? .rest : .readChanges(after: cursor, limit: page)
        return told
    }

    /// The journal may have moved.
    public mutating func hint() {
        if next == .rest { next = .readChanges(after: cursor, limit: page) }
    }
}

extension Projector {
    /// Does the next step against `store`. The driver of a loop, or of a test.
    /// - Returns: what changed; nil at rest.
    public mutating func step(_ store: any JournalStore) async throws(StoreFault) -> [DeskChange]? {
        switch next {
        case .rest: return nil
        case .findStart:
            begin(at: try await store.headSequence())
            return []
        case .readOpen(let after, let limit):
            take(open: try await store.openHeads(after: after, limit: limit))
            return []
        case .readChanges(let after, let limit):
            return take(try await store.heads(changedAfter: after, limit: limit))
        }
    }

    /// Steps until there is nothing left to read.
    public mutating func catchUp(_ store: any JournalStore) async throws(StoreFault) -> [DeskChange] {
        hint()
        var told: [DeskChange] = []
        while let changes = try await step(store) { told += changes }
        return told
    }
}
