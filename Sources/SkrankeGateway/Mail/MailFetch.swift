import SkrankeDomain
import SkrankeJournal
import SkrankeRuntime

/// Brings what is in the mailbox into the store: bytes first, whatever they mean. Nothing is marked, moved or
/// deleted in the mailbox before the store has it durably.
actor MailFetch {
    private let source: any MailSource
    private let store: any JournalStore
    private let clock: any Clock
    /// Until when it is said that the mailbox was renumbered (monotonic).
    private var renumberedUntil = Int64.min
    private var lastValidity: Int64?
    /// All numbers were compared since the last connection.
    private var isCompared = false

    /// Messages and bytes of one transaction.
    static let batch = 50
    static let batchBytes = 8_000_000
    static let remembersRenumbering: Int64 = 600_000

    init(source: any MailSource, store: any JournalStore, clock: any Clock) {
        self.source = source
        self.store = store
        self.clock = clock
    }

    enum Fault: Error {
        case mail(MailTrouble)
        case store(StoreFault)
    }

    /// One round: everything new is in the store. Returns what should be said though it worked.
    func round() async throws(Fault) -> MailTrouble? {
        let state = try await mail { () async throws(MailTrouble) in try await self.source.look() }
        let cursor = try await kept { () async throws(StoreFault) in
            try await self.store.mailCursor(self.source.mailbox)
        }
        defer { lastValidity = state.validity }
        if let cursor, cursor.validity != state.validity, lastValidity != state.validity {
            renumberedUntil = clock.monotonic + Self.remembersRenumbering
        }
        let isSame = cursor?.validity == state.validity
        let last = isSame ? cursor?.number ?? 0 : 0
        try await take(after: isCompared ? last : 0, state)
        isCompared = true
        if let missing = try await difference(state), missing > 0 {
            try await take(after: 0, state)
            if let still = try await difference(state), still > 0 {
                return MailTrouble(.incoming, .difference, "\(still)")
            }
        }
        return clock.monotonic < renumberedUntil ? MailTrouble(.incoming, .renumbered) : nil
    }

    func wait(seconds: Int) async throws(Fault) {
        try await mail { () async throws(MailTrouble) in try await self.source.wait(seconds: seconds) }
    }

    func disconnect() async {
        isCompared = false
        await source.disconnect()
    }

    /// How many messages more the server has than the store ever had under this numbering.
    private func difference(_ state: MailboxState) async throws(Fault) -> Int? {
        guard let count = state.count else { return nil }
        let cursor = try await kept { () async throws(StoreFault) in
            try await self.store.mailCursor(self.source.mailbox)
        }
        guard let cursor, cursor.validity == state.validity else { return count }
        return count - cursor.count
    }

    private func take(after number: Int64, _ state: MailboxState) async throws(Fault) {
        let marks = try await mail { () async throws(MailTrouble) in
            try await self.source.list(after: number)
        }
        var rest = marks[...]
        while !rest.isEmpty, !Task.isCancelled {
            let part = Array(rest.prefix(Self.batch))
            rest = rest.dropFirst(part.count)
            let keys = part.map { key($0, state) }
            let known = try await kept { () async throws(StoreFault) in
                try await self.store.knownOriginals(keys)
            }
            try await keep(part.filter { !known.contains(key($0, state)) }, state)
            await source.kept(part)
        }
    }

    private func keep(_ marks: [MailMark], _ state: MailboxState) async throws(Fault) {
        var batch: [NewOriginal] = []
        var bytes = 0
        for mark in marks {
            let found = try await mail { () async throws(MailTrouble) in try await self.source.read(mark) }
            // It went away between two commands: a human being deleted it.
            guard let found else { continue }
            batch.append(
                NewOriginal(
                    key: key(mark, state), number: mark.number, bytes: found.bytes, digest: found.digest,
                    storedAt: clock.now))
            bytes += found.bytes.count
            if bytes > Self.batchBytes {
                try await write(batch)
                (batch, bytes) = ([], 0)
            }
        }
        try await write(batch)
    }

    private func write(_ batch: [NewOriginal]) async throws(Fault) {
        if batch.isEmpty { return }
        _ = try await kept { () async throws(StoreFault) in try await self.store.keepOriginals(batch) }
    }

    private func key(_ mark: MailMark, _ state: MailboxState) -> OriginalKey {
        OriginalKey(mailbox: source.mailbox, validity: state.validity, mark: mark.mark)
    }

    private func mail<Value: Sendable>(
        _ body: () async throws(MailTrouble) -> Value
    ) async throws(Fault) -> Value {
        do throws(MailTrouble) { return try await body() } catch { throw .mail(error) }
    }

    private func kept<Value: Sendable>(
        _ body: () async throws(StoreFault) -> Value
    ) async throws(Fault) -> Value {
        do throws(StoreFault) { return try await body() } catch { throw .store(error) }
    }
}
