import SkrankeDomain

/// All words that the console says, in three languages side by side: whoever adds one must give all three,
/// or it does not compile. Bokmål first, nynorsk equally good, English for those who have neither.
///
/// What a municipality says to its citizens is data (`CitizenTexts`), never here.
public struct Texts: Sendable {
    public let language: Language
    /// Where it is read: refusals name that place's own way out.
    var front = Front.screen
    public init(_ language: Language) { self.language = language }

    func t(
        _ nb: @autoclosure () -> String, _ nn: @autoclosure () -> String, _ en: @autoclosure () -> String
    ) -> String {
        switch language {
        case .nb: nb()
        case .nn: nn()
        case .en: en()
        }
    }

    /// The language that a word at the prompt means.
    static func language(_ word: String) -> Language? {
        switch word.lowercased() {
        case "nb", "no", "bokmål", "bokmal", "norsk": .nb
        case "nn", "nynorsk": .nn
        case "en", "engelsk", "english": .en
        default: nil
        }
    }

    /// «1 chat», «3 chatter».
    func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(number) \(number == 1 ? one : many)"
    }

    /// A clock time as it stands in a sentence: «10:42».
    func clock(_ moment: Moment, _ state: AppState) -> String {
        let wall = state.zone.wallTime(at: moment)
        return Phrases(language).brief(wall, today: state.zone.date(at: state.now))
    }
}

/// What is said of a command.
public struct CommandWords: Equatable, Sendable {
    /// One or two words for the key bar.
    public var label: String
    /// One sentence for the help.
    public var help: String
    /// The word at the `:` prompt, in this language.
    public var word: String
    init(_ label: String, _ help: String, _ word: String) {
        self.label = label
        self.help = help
        self.word = word
    }
}
