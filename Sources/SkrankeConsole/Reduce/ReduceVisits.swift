import SkrankeDomain
import SkrankeJournal

/// A visitor who concerns this agent: handed to him, or here for his meeting. Said in the flash line and by the
/// bell; the focus stays where it is.
extension AppState {
    mutating func tellHost(_ old: InquiryHead, _ head: InquiryHead) {
        guard !isLoading, head.version > old.version, !isPending(head.id) else { return }
        guard head.owner == agent else { return tellDesk(old, head) }
        let who = mayRead ? head.name ?? texts.unknownCitizen : texts.unknownCitizen
        if head.channel == .visit, old.owner != agent, head.contactState == .waiting, let ticket = head.ticket
        {
            let by = old.owner.map(naming.short) ?? texts.deskWord
            say(.info, texts.visitorForYou(texts.ticket(ticket), by))
        } else if head.channel == .appointment, old.contactState == .booked, head.contactState == .arrived {
            say(.info, texts.visitorIsHere(head.reference.short, who))
        }
    }

    /// Nobody has the visitor of a meeting: his host is not at work, or not named. The desk meets him.
    private mutating func tellDesk(_ old: InquiryHead, _ head: InquiryHead) {
        guard head.owner == nil, head.channel == .appointment, old.contactState == .booked,
            head.contactState == .arrived, mayRead
        else { return }
        let who = head.name ?? texts.unknownCitizen
        say(.info, texts.visitorWithoutHost(head.reference.short, who))
    }

    /// Before the visitor is sent up: whether the one whom he is to meet is at work (scenario 13).
    func hostWarning(_ head: InquiryHead) -> [String] {
        guard head.channel == .appointment,
            let slot = file(head.id)?.inquiry.open(.appointment)?.appointment
        else { return [] }
        let host = policy.visits.host(slot.host)
        let person = host?.person ?? AgentID(slot.host)
        let name = policy.staff[person]?.name ?? host?.name(language) ?? slot.host
        let isHere = sessions.contains { $0.agent == person && $0.presence != .off }
        return [isHere ? texts.hostIsHere(name) : texts.hostIsAway(name)]
    }
}
