import SkrankeDomain

/// What the booking pages read; texts are raw, the template escapes them.
struct HostModel {
    var id: String
    var name: String
    var mode: String
    var minutes: String
    var place: String
    var next: String
    var href: String

    init(_ host: HostPolicy, _ words: VisitWords.Book, _ language: Language, next: String) {
        id = host.id
        name = host.name(language)
        mode =
            switch host.mode {
            case .visit: words.visit
            case .phone: words.phone
            case .video: words.video
            }
        minutes = words.minutes.replacing("{minutes}", with: String(host.minutes))
        place = host.place(language)
        self.next = next
        href = "/book?lang=\(language.rawValue)&host=\(host.id)"
    }
}

struct HostsModel {
    var frame: FrameModel
    var words: VisitWords.Book
    var hasHosts: Bool
    var hosts: [HostModel]
}

struct BookModel {
    var frame: FrameModel
    var words: VisitWords.Book
    var host: HostModel
    var days: [SlotDay]
    var isFull: Bool
    var action: String
    var key: String
    var name: String
    var email: String
    var phone: String
    var about: String
    var problem: String?
    var other: String
}

struct BookingModel {
    struct Booking {
        var when: String
        var time: String
        var host: String
        var place: String?
        var code: String
    }
    var frame: FrameModel
    var words: VisitWords.Book
    var status: PageWords.Status
    var lines: [StatusModel.Line]
    var booking: Booking?
    var days: [SlotDay]
    var canMove: Bool
    var moveAction: String
    var cancelAction: String
    var key: String
    var problem: String?
    var other: String
}

/// The free times of one day.
struct SlotDay {
    struct Time {
        var name: String
        /// Seconds since 1970: what the form sends.
        var value: String
        var chosen: Bool
    }
    var name: String
    var times: [Time]

    static func days(
        _ slots: [Appointment], _ zone: TimeZoneRules, _ language: Language, chosen: String?
    ) -> [SlotDay] {
        let phrases = Phrases(language)
        var days: [SlotDay] = []
        var last: CivilDate?
        for slot in slots {
            let wall = zone.wallTime(at: slot.from)
            if wall.date != last {
                last = wall.date
                let day = "\(phrases.name(of: wall.date.weekday)) \(phrases.dayAndMonth(wall.date))"
                days.append(SlotDay(name: day.prefix(1).uppercased() + day.dropFirst(), times: []))
            }
            let value = String(slot.from.seconds)
            days[days.count - 1].times.append(
                Time(name: phrases.time(wall.time), value: value, chosen: value == chosen))
        }
        return days
    }
}

/// The form of a booking as a browser sends it.
struct BookForm: Sendable, Encodable {
    var host = ""
    var slot: String?
    var name = ""
    var email = ""
    var phone = ""
    var about = ""
    var key = ""

    init() {}

    /// Nil where the host or the page's key is missing.
    init?(_ query: Query) {
        guard let host = query["host"], let key = query["key"] else { return nil }
        self.host = host
        self.key = key
        slot = query["slot"]
        name = query["name"] ?? ""
        email = query["email"] ?? ""
        phone = query["phone"] ?? ""
        about = query["about"] ?? ""
    }

    func slot(_ host: HostPolicy) -> Appointment? { Self.slot(slot, host) }

    /// The length is the host's, never the browser's.
    static func slot(_ text: String?, _ host: HostPolicy) -> Appointment? {
        guard let text, text.utf8.count <= 12, let seconds = Int64(text), seconds >= 0 else { return nil }
        let from = Moment(seconds: seconds)
        return Appointment(host: host.id, from: from, until: from + .minutes(max(5, host.minutes)))
    }
}
