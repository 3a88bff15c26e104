import SkrankeJournal

/// Faults as arguments of a test.
enum StoreFaultKind: Sendable {
    case full, locked, failed, closed
    var fault: StoreFault {
        switch self {
        case .full: .full
        case .locked: .locked(holder: 1)
        case .failed: .failed("x")
        case .closed: .closed
        }
    }
}
