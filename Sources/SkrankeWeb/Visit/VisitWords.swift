import SkrankeDomain

/// The words of kiosk, display and booking in one language. A word that is missing does not compile.
struct VisitWords: Sendable {
    /// What the kiosk's script shows; all three languages travel with the page, so that it never has to load
    /// another one while the network is away.
    struct Kiosk: Sendable, Encodable {
        var title, takeTicket, takeTicketHelp, haveAppointment, haveAppointmentHelp, closed: String
        var whatAbout, other, needs, needsHelp, getTicket, back, start: String
        var wait, offline, gaveUp, yourNumber, keep, aheadNone, aheadOne, aheadMany: String
        var expected, expectedSoon, expectedUnknown, done, again: String
        var code, codeHelp, clear, checkIn, welcome, told, problem, language: String
    }
    struct Display: Sendable, Encodable {
        var title, nextNumber, number, counter, goTo, goToDesk, earlier, none, offline, soundOn,
            soundOff: String
        var called, calledDesk: String
    }
    struct Book: Sendable {
        var title, lead, choose, about, none, noHosts, times, visit, phone, video, minutes: String
        var name, email, telephone, reach, words, wordsHelp, book, other, back: String
        var yours, when, whom, place, code, codeHelp, keep, move, moveButton, cancel, cancelHelp: String
        var cancelButton, over, chooseTime: String
    }
    var kiosk: Kiosk
    var display: Display
    var book: Book

    static func of(_ language: Language) -> VisitWords {
        switch language {
        case .nb: bokmål
        case .nn: nynorsk
        case .en: english
        }
    }
}
