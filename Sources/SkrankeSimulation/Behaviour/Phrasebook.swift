import SkrankeDomain

/// What citizens say besides their question, in each language. Written for the demonstration.
struct Phrasebook: Sendable {
    var nudges: [String]
    var greetings: [String]
    var waits: [String]
    var thanks: [String]
    /// To "anything else?".
    var nothingMore: [String]
    var farewells: [String]
    var confirmations: [String]
    var staysAnonymous: String
    var givesUp: [String]
    var stillThere: [String]
    /// Before the question with which somebody comes back.
    var oneMoreThing: [String]
    var tooLong: String
    var whenever: String

    static func of(_ language: Language) -> Phrasebook {
        switch language {
        case .nb: nb
        case .nn: nn
        case .en: en
        }
    }

    private static let nb = Phrasebook(
        nudges: [
            "Er dere der?", "Hallo?", "Er det noen her??", "Venter dere på meg, eller venter jeg på dere?",
        ],
        greetings: ["Hei!", "Hei, så fint at det er noen der.", "Hei 🙂"],
        waits: ["Fint, jeg venter.", "Ok, ta den tiden du trenger.", "Supert, jeg blir her."],
        thanks: [
            "Tusen takk!", "Å ja, da skjønner jeg. Takk!", "Så bra, takk for hjelpen.",
            "Takk, det var akkurat det jeg lurte på.",
        ],
        nothingMore: [
            "Nei, det var alt. Tusen takk!", "Nei takk, nå er jeg fornøyd.",
            "Det var bare det. Ha en fin dag!",
        ],
        farewells: ["Takk, i like måte!", "Ha det!", "Du også!"],
        confirmations: ["Ja, det stemmer.", "Ja, det er riktig.", "Jepp."],
        staysAnonymous: "Jeg vil helst ikke si hva jeg heter, er det greit?",
        givesUp: [
            "Da prøver jeg igjen seinere.", "Jeg rekker ikke å vente lenger, beklager.", "Jeg ringer heller.",
        ],
        stillThere: ["Er du der fortsatt?", "Fant du ut av det?"],
        oneMoreThing: ["Unnskyld, en ting til:", "Jeg glemte å spørre:"],
        tooLong: "Så lenge kan jeg ikke vente. Jeg prøver en annen dag.",
        whenever: "Når som helst, men helst før tolv.")

    private static let nn = Phrasebook(
        nudges: ["Er de der?", "Hallo?", "Er det nokon her??"],
        greetings: ["Hei!", "Hei, så fint at det er nokon der."],
        waits: ["Fint, eg ventar.", "Ok, ta den tida du treng."],
        thanks: ["Tusen takk!", "Å ja, då skjønar eg. Takk!", "Så bra, takk for hjelpa."],
        nothingMore: ["Nei, det var alt. Tusen takk!", "Nei takk, no er eg nøgd."],
        farewells: ["Takk, i like måte!", "Ha det!"],
        confirmations: ["Ja, det stemmer.", "Ja, det er rett."],
        staysAnonymous: "Eg vil helst ikkje seie kva eg heiter, er det greitt?",
        givesUp: ["Då prøver eg att seinare.", "Eg rekk ikkje å vente lenger."],
        stillThere: ["Er du der framleis?", "Fann du ut av det?"],
        oneMoreThing: ["Orsak, ein ting til:", "Eg gløymde å spørje:"],
        tooLong: "Så lenge kan eg ikkje vente. Eg prøver ein annan dag.",
        whenever: "Når som helst, men helst før tolv.")

    private static let en = Phrasebook(
        nudges: ["Hello? Is anyone there?", "Are you there?"],
        greetings: ["Hi!", "Hello, glad to find somebody."],
        waits: ["Sure, I will wait.", "OK, take your time."],
        thanks: ["Thank you so much!", "Ah, now I understand. Thanks!", "Great, thanks for your help."],
        nothingMore: ["No, that was all. Thank you!", "No thanks, I am happy now."],
        farewells: ["Thanks, same to you!", "Bye!"],
        confirmations: ["Yes, that is right.", "Yes, correct."],
        staysAnonymous: "I would rather not give my name, is that all right?",
        givesUp: ["I will try again later.", "I can't wait any longer, sorry."],
        stillThere: ["Are you still there?", "Did you find out?"],
        oneMoreThing: ["Sorry, one more thing:", "I forgot to ask:"],
        tooLong: "I can't wait that long. I will try another day.",
        whenever: "Any time, but before noon if possible.")
}
