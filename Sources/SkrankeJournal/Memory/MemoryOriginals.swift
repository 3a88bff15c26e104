import SkrankeDomain

/// An original in memory.
struct KeptOriginal: Sendable {
    var row: OriginalRow
    var number: Int64
    var digest: String
    var bytes: [UInt8]?
}

extension MemoryState {
    func original(_ key: OriginalKey) -> OriginalRow? { originalPlaces[key].map { originals[$0].row } }

    mutating func keep(_ new: NewOriginal) -> Bool {
        guard originalPlaces[new.key] == nil else { return false }
        let isSame = originals.contains {
            $0.digest == new.digest && $0.row.key.mailbox == new.key.mailbox
        }
        originalPlaces[new.key] = originals.count
        originals.append(
            KeptOriginal(
                row: OriginalRow(
                    key: new.key, state: isSame ? .same : .unread, storedAt: new.storedAt, attempts: 0,
                    size: isSame ? 0 : new.bytes.count, inquiry: nil),
                number: new.number, digest: new.digest, bytes: isSame ? nil : new.bytes))
        return !isSame
    }

    func cursor(_ mailbox: String) -> MailCursor? {
        guard let last = originals.last(where: { $0.row.key.mailbox == mailbox }) else { return nil }
        let validity = last.row.key.validity
        let all = originals.filter { $0.row.key.mailbox == mailbox && $0.row.key.validity == validity }
        return MailCursor(validity: validity, number: all.map(\.number).max() ?? 0, count: all.count)
    }

    mutating func settle(_ settlement: OriginalSettlement) {
        guard let place = originalPlaces[settlement.key] else { return }
        originals[place].row.state = settlement.state
        originals[place].row.inquiry = settlement.inquiry
    }

    mutating func eraseOriginals(of inquiry: InquiryID) {
        for place in originals.indices where originals[place].row.inquiry == inquiry {
            originals[place].row.state = .erased
            originals[place].row.size = 0
            originals[place].bytes = nil
        }
    }
}

extension MemoryStore {
    public func keepOriginals(_ new: [NewOriginal]) async throws(StoreFault) -> Int {
        try write { state in
            var count = 0
            for original in new where state.keep(original) { count += 1 }
            return (count, count > 0)
        }
    }

    public func mailCursor(_ mailbox: String) async throws(StoreFault) -> MailCursor? {
        try read { $0.cursor(mailbox) }
    }

    public func knownOriginals(_ keys: [OriginalKey]) async throws(StoreFault) -> Set<OriginalKey> {
        try read { state in Set(keys.filter { state.originalPlaces[$0] != nil }) }
    }

    public func unreadOriginals(limit: Int) async throws(StoreFault) -> [OriginalRow] {
        try read { state in
            state.originals.lazy.map(\.row).filter { $0.state == .unread }.prefix(max(0, limit)).map { $0 }
        }
    }

    public func originalBytes(_ key: OriginalKey) async throws(StoreFault) -> [UInt8]? {
        try read { state in state.originalPlaces[key].flatMap { state.originals[$0].bytes } }
    }

    public func countAttempts(_ keys: [OriginalKey]) async throws(StoreFault) {
        try write { state in
            for key in keys {
                if let place = state.originalPlaces[key] { state.originals[place].row.attempts += 1 }
            }
            return ((), false)
        }
    }

    public func originals(of inquiry: InquiryID) async throws(StoreFault) -> [OriginalRow] {
        try read { $0.originals.map(\.row).filter { $0.inquiry == inquiry } }
    }
}

// Letters on their way

extension MemoryStore {
    public func dueMail(at now: Moment, limit: Int) async throws(StoreFault) -> [OutboxRow] {
        try read { state in
            state.outbox.values.filter { $0.state == .ready && $0.channel == .email && $0.until <= now }
                .sorted { ($0.until, $0.message) < ($1.until, $1.message) }
                .prefix(max(0, limit)).map { $0 }
        }
    }

    public func mailBeingSent() async throws(StoreFault) -> [OutboxRow] {
        try read { state in
            state.outbox.values.filter { $0.state == .sending && $0.channel == .email }
                .sorted { ($0.until, $0.message) < ($1.until, $1.message) }
        }
    }

    public func postponeMail(_ message: MessageID, until moment: Moment) async throws(StoreFault) {
        try write { state in
            if state.outbox[message]?.state == .sending {
                state.outbox[message]?.state = .ready
                state.outbox[message]?.until = moment
                state.outbox[message]?.attempts += 1
            }
            return ((), true)
        }
    }
}
