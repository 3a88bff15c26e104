/// When a gateway that is not there may be started (again): at once, and ever later for one that does not
/// come up. Pure; times are monotonic milliseconds.
struct RestartPolicy: Sendable {
    enum Ending: Equatable, Sendable {
        /// By `kill -9`: nothing is wrong with it.
        case killed
        /// By itself or by a fault: the same may happen again.
        case exit(Int32)
        case signal(Int32)
    }
    private var startedAt: Int64?
    private var notBefore = Int64.min
    private var failures = 0

    /// A run of this length counts as a success.
    static let goodRun: Int64 = 10_000
    static let longestPause: Int64 = 30_000
    static let secondLook: Int64 = 500

    func mayStart(at now: Int64) -> Bool { startedAt == nil && now >= notBefore }

    /// Somebody else's works: what ailed ours is over.
    mutating func othersWork() {
        failures = 0
        notBefore = .min
    }

    mutating func started(at now: Int64) { startedAt = now }

    mutating func ended(_ ending: Ending, at now: Int64) {
        let ran = now - (startedAt ?? now)
        startedAt = nil
        switch ending {
        case .killed,
            _ where ran >= Self.goodRun:
            failures = 0
            notBefore = now
        case .exit(0):
            // It was not needed: another one works, or is about to.
            notBefore = now + Self.secondLook
        case .exit, .signal:
            failures = min(failures + 1, 16)
            // 0.5 s, 1 s, 2 s ... 30 s
            notBefore = now + min(Self.longestPause, 250 << Int64(failures))
        }
    }

    /// Could not even be started.
    mutating func failed(at now: Int64) {
        startedAt = now
        ended(.exit(-1), at: now)
    }
}
