import SkrankeDomain
import SkrankeScreen
import Testing

@testable import SkrankeConsole

@Suite("The command table: everything that keys, menus and prompt know")
struct CommandTableTests {
    @Test func everyCommandIsThereOnce() {
        #expect(
            CommandTable.all.map(\.name).sorted { $0.rawValue < $1.rawValue }
                == CommandName.allCases.sorted { $0.rawValue < $1.rawValue })
    }

    @Test func noKeyMeansTwoThingsInOnePlace() {
        #expect(CommandTable.clashes.isEmpty, "\(CommandTable.clashes)")
    }

    @Test(arguments: CommandName.allCases, Language.allCases)
    func everyCommandIsHelpedAndTranslated(_ name: CommandName, _ language: Language) {
        let words = Texts(language).command(name)
        #expect(!words.label.isEmpty)
        #expect(words.help.hasSuffix("."), "the help of \(name) is a sentence")
        #expect(words.help.count >= 10)
        #expect(!words.word.isEmpty && !words.word.contains(" ") && words.word == words.word.lowercased())
        #expect(TextWidth.of(words.label) <= 18, "\(words.label) is too long for the key bar")
    }

    @Test(arguments: Language.allCases)
    func everyPromptWordMeansOneCommand(_ language: Language) {
        let texts = Texts(language)
        for command in CommandTable.all {
            for word in [command.name.rawValue, texts.command(command.name).word] {
                let found = CommandTable.matching(word, texts).first?.name
                #expect(found == command.name, "\(word) means \(String(describing: found))")
            }
        }
    }

    /// The keys of craft §4.2, as far as their capability exists.
    @Test(arguments: [
        ("n", CommandName.next), ("t", .claim), ("S", .release), ("s", .reply), ("c", .note), ("k", .receipt),
        ("v", .transfer), ("b", .moveChannel), ("l", .close), ("r", .callback), ("a", .appointment),
        ("N", .register),
        ("u", .withdraw), ("f", .find), ("i", .history), (",", .previousInquiry), (".", .nextInquiry),
        ("p", .presence), ("z", .zoom), ("y", .copyReference), ("1", .paneChat), ("2", .paneCallback),
        ("3", .paneVisit), ("4", .paneEmail), ("5", .paneInquiry), (" ", .menu), (":", .command),
        ("?", .help),
    ])
    func letterMeansTheSameInPaneAndInquiry(_ letter: String, _ name: CommandName) {
        let key = TestConsole.keys(letter)[0]
        #expect(CommandTable.command(for: key, in: .queue)?.name == name)
        #expect(CommandTable.command(for: key, in: .inquiry)?.name == name)
        #expect(CommandTable.command(for: key, in: .editor) == nil, "letters are text in a field")
    }

    @Test(arguments: [
        ("<c-q>", CommandName.quit), ("<c-l>", .redraw), ("<f1>", .help), ("<f2>", .overview),
        ("<f12>", .debug),
        ("<esc>", .back),
    ])
    func worksEverywhere(_ key: String, _ name: CommandName) {
        for context in KeyContext.allCases {
            #expect(CommandTable.command(for: TestConsole.keys(key)[0], in: context)?.name == name)
        }
    }

    @Test func inATextFieldOnlyWhatIsNoTextIsACommand() {
        for command in CommandTable.all {
            for binding in command.bindings where binding.contexts.contains(.editor) {
                let isLetter =
                    if case .scalar = binding.key.code { binding.key.modifiers.isEmpty } else { false }
                #expect(!isLetter, "\(command.name) would eat a letter")
                #expect(binding.key != Key(.tab), "Tab in a text field leaves the writer among commands")
                #expect(EditCommand(binding.key) == nil, "\(command.name) takes a key of the editor")
            }
        }
    }

    @Test(arguments: Language.allCases)
    func helpNamesEveryCommandWithItsKey(_ language: Language) {
        var console = TestConsole(language: language)
        console.press("?")
        let help = PagesView.help(console.state).map { $0.key + " " + $0.text }.joined(separator: "\n")
        for command in CommandTable.all {
            #expect(help.contains(Texts(language).command(command.name).help))
            if let key = command.mainKey { #expect(help.contains(Texts(language).key(key))) }
        }
    }

    @Test func destructiveCommandsHaveNoKey() {
        for command in CommandTable.all where command.risk == .destructive {
            #expect(command.bindings.isEmpty, "\(command.name)")
        }
    }

    /// Roles of model §5.5 against the table: who may not, is told so, and nothing is asked of the store.
    @Test(arguments: [
        CommandName.claim, .reply, .note, .close, .transfer, .moveChannel, .receipt, .register, .merge,
        .split,
        .replyReceived, .requestClearance, .clear, .refuseClearance,
    ])
    func administratorsSeeAndDoNothingAboutInquiries(_ name: CommandName) {
        var console = TestConsole(DemoDay.morning().desk, agent: Demo.admin, roles: [.admin])
        console.clearEffects()
        #expect(CommandTable[name]?.disabledReason(console.state) != nil)
        _ = console.state.run(name)
        #expect(console.state.flash?.kind == .error)
    }
}
