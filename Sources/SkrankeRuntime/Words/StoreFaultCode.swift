import SkrankeJournal

extension StoreFault {
    /// A stable word for logs, JSON and `gateway.json`.
    public var code: String {
        switch self {
        case .full: "full"
        case .locked: "locked"
        case .unreadable: "unreadable"
        case .newer: "newer"
        case .upgradeBlocked: "upgrade-blocked"
        case .notOwned: "not-owned"
        case .corrupt: "corrupt"
        case .closed: "closed"
        case .failed: "failed"
        }
    }
}
