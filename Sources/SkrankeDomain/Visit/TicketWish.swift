/// What a visitor tells the kiosk when he takes a ticket; all of it is optional (R29, K18).
public struct TicketWish: Equatable, Sendable {
    public var topic: TopicCode?
    public var language: Language?
    /// Each once, in the order in which the kiosk asks.
    public var needs: [AccessNeed]
    public init(topic: TopicCode? = nil, language: Language? = nil, needs: [AccessNeed] = []) {
        self.topic = topic
        self.language = language
        self.needs = needs
    }
}

/// What a visitor needs so that he can be served. It may tell about his health, so it stands in erasable
/// content only, never in an event (law 10).
public enum AccessNeed: String, CaseIterable, Sendable, Codable {
    /// A counter that can be reached with a wheelchair.
    case wheelchair
    /// Hard of hearing: a hearing loop, or writing.
    case hearing
    /// Sees badly: called by voice, led to the counter.
    case sight
    /// An interpreter, or somebody who speaks slowly.
    case interpreter
    /// Cannot stand for long.
    case seat

    /// What the municipality calls it.
    public var text: CitizenTexts.Key {
        switch self {
        case .wheelchair: .needWheelchair
        case .hearing: .needHearing
        case .sight: .needSight
        case .interpreter: .needInterpreter
        case .seat: .needSeat
        }
    }
}

/// A meeting that a citizen wants, as `/book` sends it.
public struct BookingWish: Equatable, Sendable {
    public var host: String
    public var from: Moment
    public var until: Moment
    public var contact: ContactDetails
    public var topic: TopicCode?
    public var language: Language?
    /// What it is about, in his own words; blank = not told.
    public var about: String
    public init(
        host: String, from: Moment, until: Moment, contact: ContactDetails, topic: TopicCode? = nil,
        language: Language? = nil, about: String = ""
    ) {
        self.host = host
        self.from = from
        self.until = until
        self.contact = contact
        self.topic = topic
        self.language = language
        self.about = about
    }

    public var slot: Appointment { Appointment(host: host, from: from, until: until) }
}
