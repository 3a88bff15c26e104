import SkrankeDomain
import SkrankeJournal
import SkrankeScreen

/// The call that this agent's telephone opened: while it lasts he is busy, then for a minute he writes it up.
public struct CallInHand: Equatable, Sendable {
    public var id: InquiryID
    /// When after-work began, on the uptime clock; nil while he talks.
    public var wrapUpSince: Uptime?
}

extension AppState {
    /// What his colleagues see and what stands in the header: the call's part of it goes before his own word.
    public var shownPresence: Presence {
        guard let call, presence != .off else { return presence }
        return call.wrapUpSince == nil ? .busy : .wrapUp
    }

    /// Seconds that after-work still has; nil outside it.
    public var wrapUpLeft: Int? {
        guard let since = call?.wrapUpSince else { return nil }
        return Int(max(0, policy.phone.wrapUpSeconds - (uptime - since) / 1_000))
    }

    /// A row changed: is it the call in hand, and is that over?
    mutating func followCall(_ head: InquiryHead) -> [Effect] {
        guard var call, call.id == head.id else { return [] }
        let before = shownPresence
        let isMine = head.owner == agent && head.state.isOpen && head.channel == .phone
        switch head.contactState {
        case .active where isMine: call.wrapUpSince = nil
        case .wrapUp where isMine: call.wrapUpSince = call.wrapUpSince ?? uptime
        default:
            self.call = nil
            return [.setPresence(presence)]
        }
        self.call = call
        return shownPresence == before ? [] : [.setPresence(shownPresence)]
    }

    mutating func takeUp(_ head: InquiryHead) -> [Effect] {
        call = CallInHand(id: head.id)
        return [.setPresence(shownPresence)]
    }
}
