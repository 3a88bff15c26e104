import SkrankeDomain

/// One thing that a colleague did or does at the desk, ready for `CommandDesk` once the version is known.
public struct MorningStep: Equatable, Sendable {
    public enum Act: Equatable, Sendable {
        case register(Registration)
        case claim
        case receipt
        case note(String)
        case answer(String)
        case spokenAnswer(String)
        case attempt(AttemptResult)
        case callVisitor(counter: String)
        case startVisit
        case reclassify(ErrandKind)
        case transfer(UnitCode, brief: String)
        case close(ClosingDetails)
        /// What the telephone exchange told.
        case call(PhoneEvent)
        case topic(TopicCode)
    }

    /// On the demonstration's clock.
    public var at: Moment
    public var inquiry: InquiryID
    public var agent: AgentID
    public var act: Act

    /// The intent of the step. `seen` is the version that the colleague looked at: the last answer's.
    public func intent(seen: Int) -> Intent {
        switch act {
        case .register(let registration): .registerInquiry(id: inquiry, registration)
        case .claim: .claim(inquiry)
        case .receipt: .sendReceipt(inquiry, expectedAt: nil)
        case .note(let text): .addNote(inquiry, text: text)
        case .answer(let text):
            .sendMessage(inquiry, text: text, seen: seen, final: true, immediately: true)
        case .spokenAnswer(let text): .giveSpokenAnswer(inquiry, summary: text, seen: seen)
        case .attempt(let result): .attemptCallback(inquiry, result)
        case .callVisitor(let counter): .callVisitor(inquiry, counter: counter)
        case .startVisit: .startVisit(inquiry)
        case .reclassify(let kind): .reclassify(inquiry, kind)
        case .transfer(let unit, let brief): .transferToUnit(inquiry, unit, brief: brief)
        case .close(let details): .close(inquiry, details, seen: seen)
        case .call(let event): .callReported(inquiry, event)
        case .topic(let topic): .setTopic(inquiry, topic)
        }
    }

    /// Who gives the command: a colleague, all of whom are agents, or the exchange.
    public var caller: Caller {
        if case .call = act { return Caller(.system(.intake), terminal: "demo") }
        return Caller(.agent(agent), roles: [.agent], terminal: "demo")
    }
}
