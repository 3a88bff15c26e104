import SkrankeDomain
import SkrankeScreen

/// A row of the one command table (law 6, habit 1).
///
/// Its words (label, help, prompt word) are `Texts.command(_:)`. Key bar, help, menu, prompt, permissions and
/// the documentation are folds over `CommandTable.all`.
public struct ConsoleCommand: Sendable {
    public let name: CommandName
    public let group: CommandGroup
    public let risk: Risk
    /// The keys by context; the first is the one that is shown.
    public let bindings: [Binding]
    /// Takes a word at the prompt, e.g. `:language nn`.
    public let takesArgument: Bool
    /// Why it is not possible now; nil where it is. Shares the guards of the domain.
    public let disabledReason: @Sendable (AppState) -> Reason?
    let perform: @Sendable (inout AppState, String) -> [Effect]

    public struct Binding: Hashable, Sendable {
        public let key: Key
        public let contexts: Set<KeyContext>
        public init(_ key: Key, _ contexts: Set<KeyContext>) {
            self.key = key
            self.contexts = contexts
        }
    }

    init(
        _ name: CommandName, _ group: CommandGroup, _ risk: Risk = .none, _ bindings: [Binding] = [],
        takesArgument: Bool = false, unless reason: @escaping @Sendable (AppState) -> Reason? = { _ in nil },
        perform: @escaping @Sendable (inout AppState, String) -> [Effect]
    ) {
        self.name = name
        self.group = group
        self.risk = risk
        self.bindings = bindings
        self.takesArgument = takesArgument
        disabledReason = reason
        self.perform = perform
    }

    /// The key that is shown for it in a context, if it has one there.
    public func key(in context: KeyContext) -> Key? { bindings.first { $0.contexts.contains(context) }?.key }

    /// The key that is shown where no context is given.
    public var mainKey: Key? { bindings.first?.key }
}

/// Why a command is not possible now: a rule of the domain, or of the console.
public enum Reason: Error, Equatable, Sendable {
    case refusal(Refusal)
    case nothingSelected
    case nothingOpen
    case nothingWaits
    case stillLoading
    case isSending
    case alreadyYours
    case notYours
    case nobodyHasIt
    case noOtherOpen
    case nothingToUndo
    /// The last act can't be taken back, and none before it is meant.
    case lastIsFinal
    case noText
    case notInField
    case noTargets
    case mayNotRead
    case storeAway
    case unknownArgument(String)
    case unknownCommand(String)
    /// The agent's chats are full and nothing else waits.
    case onlyChatsWait(limit: Int)
    /// What waits is for colleagues who know its topic, language or queue.
    case onlyForOthers
    /// Nothing is in this agent's hands.
    case nothingHeld
    case noColleagues
    case noCall
    case notAway
}

extension Set<KeyContext> {
    /// Everywhere but in text fields.
    static var lists: Set<KeyContext> { [.queue, .inquiry] }
    static var plain: Set<KeyContext> { [.queue, .inquiry, .overview] }
    static var everywhere: Set<KeyContext> { [.queue, .inquiry, .overview, .editor] }
}

extension ConsoleCommand.Binding {
    /// A letter in some contexts.
    static func letter(_ scalar: Unicode.Scalar, _ contexts: Set<KeyContext> = .lists) -> Self {
        Self(.scalar(scalar), contexts)
    }
    static func control(_ scalar: Unicode.Scalar, _ contexts: Set<KeyContext> = .everywhere) -> Self {
        Self(.control(scalar), contexts)
    }
    static func key(_ code: Key.Code, _ contexts: Set<KeyContext> = .everywhere) -> Self {
        Self(Key(code), contexts)
    }
}
