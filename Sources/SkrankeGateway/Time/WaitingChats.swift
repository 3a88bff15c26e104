import SkrankeDomain
import SkrankeJournal

/// The chats in which somebody waits: read from the open desk once, then followed through the changes.
actor WaitingChats {
    private let store: any JournalStore
    private var cursor: Int64?
    private var ids: Set<InquiryID> = []

    static let page = 500

    init(store: any JournalStore) { self.store = store }

    /// As the journal stands now, oldest first.
    func current() async throws(StoreFault) -> [InquiryID] {
        if let cursor { try await follow(from: cursor) } else { try await read() }
        return ids.sorted()
    }

    private func read() async throws(StoreFault) {
        let head = try await store.headSequence()
        var found: Set<InquiryID> = []
        var last: Urgency?
        while true {
            let heads = try await store.openHeads(after: last, limit: Self.page)
            for head in heads where head.isWaitingChat { found.insert(head.id) }
            guard heads.count == Self.page, let end = heads.last else { break }
            last = Urgency(end)
        }
        ids = found
        cursor = head
    }

    private func follow(from start: Int64) async throws(StoreFault) {
        var position = start
        while true {
            let changes = try await store.heads(changedAfter: position, limit: Self.page)
            for head in changes.heads {
                if head.isWaitingChat { ids.insert(head.id) } else { ids.remove(head.id) }
            }
            let isStuck = changes.through <= position
            position = max(position, changes.through)
            cursor = position
            if changes.isComplete || isStuck { return }
        }
    }
}

extension InquiryHead {
    /// A citizen is at the other end and nobody has come yet.
    var isWaitingChat: Bool { channel == .chat && contactState == .waiting && state.isOpen }
}
