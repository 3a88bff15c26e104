import SkrankeDomain

/// The page's own words in one language; what the municipality says to its citizens is data
/// (`CitizenTexts`). A word that is missing in a language does not compile.
struct PageWords: Sendable {
    struct Frame: Sendable {
        var skip, languages, contact, phone, email, address, hours, closedDay, website, privacy: String
        var accessibility, home: String
    }
    struct Ask: Sendable {
        var title, openNow, closesAt, closedNow, opensAt, today, tomorrow, openLead, awayLead,
            closedLead: String
        var question, questionHelp, contact, contactHelp, name, email, phone, answerLanguage, send,
            noScript: String
    }
    struct Status: Sendable {
        var title, reference, received, expected, answered, closed, state, conversation, empty,
            refresh: String
        var keepLink, erased, you, desk, system, receipt: String
        var states: [InquiryState: String]
    }
    /// What the script needs; it travels with the page.
    struct Talk: Sendable, Encodable {
        var title, waiting, left, active, ended, position, next, lessThanMinute, minutes, typing: String
        var reply, replyHint, send, sending, failed, retry, end, endQuestion, endYes, endNo, new: String
        var receipt, reference, statusLink, reconnecting, connected, gone, offline, tooLong: String
        var you, desk, system, log: String
    }
    var frame: Frame
    var ask: Ask
    var status: Status
    var talk: Talk

    static func of(_ language: Language) -> PageWords {
        switch language {
        case .nb: bokmål
        case .nn: nynorsk
        case .en: english
        }
    }

    static func name(of language: Language) -> String {
        switch language {
        case .nb: "Bokmål"
        case .nn: "Nynorsk"
        case .en: "English"
        }
    }
}
