import SkrankeDomain

/// A live claim with the time at which it was taken.
public struct HeldLease: Sendable, Equatable {
    public var lease: Lease
    public var takenAt: Moment
    public init(_ lease: Lease, takenAt: Moment) {
        self.lease = lease
        self.takenAt = takenAt
    }
}

extension Staffing {
    /// Who is at work, as sessions and leases say (law 3): a session counts for the lease time after its
    /// last heartbeat; an agent who holds something without a session counts with presence `off`.
    public init(sessions: [SessionRow], live: [AgentID: Int], now: Moment) {
        var members: [AgentID: Member] = [:]
        let limit = now - .seconds(Limits.leaseSeconds)
        for session in sessions.sorted(by: { $0.seen < $1.seen }) where session.seen >= limit {
            if session.presence == .off, members[session.agent] != nil { continue }
            members[session.agent] = Member(presence: session.presence, live: 0)
        }
        for (agent, count) in live {
            members[agent, default: Member(presence: .off, live: 0)].live = count
        }
        self.init(members: members)
    }
}

extension HeldLease {
    /// No heartbeat of its agent since `moment`, nor was it taken since.
    public func isLapsed(before moment: Moment, sessions: [SessionRow]) -> Bool {
        let seen = sessions.filter { $0.agent == lease.agent }.map(\.seen).max() ?? takenAt
        return max(seen, takenAt) < moment
    }
}

/// Contacts are found by what was meant, not by how it was typed.
public enum ContactKey {
    /// Digits and a leading plus.
    public static func phone(_ text: String) -> String {
        var key = ""
        for scalar in text.unicodeScalars where ("0"..."9").contains(scalar) || (scalar == "+" && key.isEmpty)
        {
            key.unicodeScalars.append(scalar)
        }
        return key
    }

    public static func email(_ text: String) -> String {
        let scalars = text.unicodeScalars.filter { !$0.properties.isWhitespace }
        return String(String.UnicodeScalarView(scalars)).lowercased()
    }
}

extension Contact {
    /// Its words for the search index; nil where it has none.
    public var searchText: String? {
        let words = [name, email, phone].compactMap { $0 }.filter { !$0.isEmpty }
        return words.isEmpty ? nil : words.joined(separator: " ")
    }
}
