import SkrankeDomain
import SkrankeJournal
import SkrankeScreen

/// What lies over the panes and takes all keys until it is closed.
public enum Overlay: Sendable {
    case picker(Picker)
    case form(Form)
    case receipt(ReceiptCard)
    case find(FindCard)
    case history(ListView<InquiryID>)
    /// The key table; `top` is the first line that is seen.
    case help(top: Int)
    case menu(ListView<CommandName>)
    case log(top: Int)
    case debug
    /// The inquiries behind a figure.
    case behind(BehindCard)
    /// Agents needed by half-hours.
    case staffing(top: Int)
    case confirm(ConfirmCard)
    case directory(DirectoryCard)
    /// Words to be read out, under a title.
    case spoken(String, String)
}

/// A question with its answers: letters choose, or, where there are many, typing narrows them down.
public struct Picker: Sendable {
    public enum Purpose: Sendable, Equatable {
        case close(InquiryID, ClosingDraft)
        /// The citizen has written while closing was asked about.
        case closeAnyway(InquiryID, ClosingDraft)
        case topic(InquiryID)
        case unit(InquiryID)
        case move(InquiryID)
        case attempt(InquiryID)
        case meeting(InquiryID)
        case presence
        case register
        case void(InquiryID)
        case quit
        case merge(InquiryID)
        case mergeConfirm(InquiryID, into: InquiryID)
        case handOver
        case handOverTo([InquiryID])
        case assign(InquiryID)
        case moveAgent
        case moveAgentTo(AgentID)
        case moveReason(InquiryID, Channel)
        // The counter
        case service(InquiryID)
        case host(InquiryID)
        case slot(InquiryID)
        case newSlot(InquiryID)
        case absence(AgentID)
        case absenceUntil(AgentID, String)
    }
    public struct Option: Sendable, Equatable {
        public var value: Value
        /// Chooses at once; nil in lists that are searched.
        public var letter: Unicode.Scalar?
        public var label: String
        public var detail: String
        public var disabled: Reason?
        init(
            _ value: Value, _ letter: Unicode.Scalar? = nil, _ label: String, detail: String = "",
            disabled: Reason? = nil
        ) {
            self.value = value
            self.letter = letter
            self.label = label
            self.detail = detail
            self.disabled = disabled
        }
    }
    public enum Value: Hashable, Sendable {
        case result(ClosingResult)
        case topic(TopicCode)
        case archive(ArchiveDecision)
        case outcome(PhoneOutcome)
        case unit(UnitCode)
        case channel(Channel)
        case attempt(AttemptResult)
        case giveUp
        case meeting(MeetingAction)
        case presence(Presence)
        case void(VoidReason)
        case inquiry(InquiryID)
        case confirm, cancel
        case absence(String)
        case agent(AgentID)
        /// The queue, all of them, one's own words.
        case queue, all, other
        case pane(QueuePane)
        case reason(MoveReason)
        case handOver
        // The counter
        case colleague(AgentID)
        case slot(Appointment)
        case otherTime
        case absenceCode(String)
        case backAtWork
        case until(AwayUntil)
        /// The registration that was left half-way.
        case unfinished
    }
    public var purpose: Purpose
    public var title: String
    public var intro: [String]
    public var options: [Option]
    /// What was typed to narrow the list down; nil where letters choose.
    public var query: LineEditor?
    public var view = ListView<Value>()
    /// Nothing is chosen yet: Enter does nothing until a letter, an arrow or a word has chosen.
    public private(set) var isUnchosen: Bool

    /// - Parameter isUnchosen: the answer is a statement of fact, so none is offered as if it were known.
    init(
        _ purpose: Purpose, title: String, intro: [String] = [], options: [Option], searched: Bool = false,
        isUnchosen: Bool = false
    ) {
        self.purpose = purpose
        self.title = title
        self.intro = intro
        self.options = options
        self.isUnchosen = isUnchosen
        query = searched ? LineEditor(width: 30, scalarLimit: 60) : nil
        view.update(items, height: 12)
        if let possible = options.first(where: { $0.disabled == nil }) {
            view.select(possible.value, in: items)
        }
    }

    /// The options that fit what was typed.
    public var shown: [Option] {
        guard let query, !query.isEmpty else { return options }
        let words = query.text.lowercased()
        return options.filter {
            $0.label.lowercased().contains(words) || $0.detail.lowercased().contains(words)
        }
    }

    var items: ListItems<Value> { ListItems(shown.map(\.value)) }

    var selected: Option? { isUnchosen ? nil : shown.first { $0.value == view.selected } }

    mutating func choose(_ value: Value) {
        guard shown.contains(where: { $0.value == value }) else { return }
        view.select(value, in: items)
        isUnchosen = false
    }

    /// The first step chooses the first answer that is possible, or the last.
    mutating func move(_ movement: Movement) {
        guard isUnchosen else { return view.move(movement, in: items) }
        let possible = shown.filter { $0.disabled == nil }
        let isUp = movement == .up || movement == .end || movement == .pageUp
        if let first = isUp ? possible.last : possible.first { choose(first.value) }
    }

    /// What was typed leads to the first answer that fits; with nothing typed nothing is chosen.
    mutating func typed(_ change: (inout LineEditor) -> Void) {
        guard var query else { return }
        let before = query.text
        change(&query)
        self.query = query
        view.update(items)
        guard query.text != before else { return }
        if query.isEmpty {
            isUnchosen = asksForFact
        } else if isUnchosen, let first = shown.first {
            choose(first.value)
        }
    }

    private var asksForFact: Bool {
        switch purpose {
        case .close, .topic: true
        default: isUnchosen
        }
    }
}

/// What is known so far of how an inquiry ends.
public struct ClosingDraft: Equatable, Sendable {
    public var result: ClosingResult?
    public var topic: TopicCode?
    public var archive: ArchiveDecision?
    public var phoneOutcome: PhoneOutcome?
    public var referredTo: UnitCode?
    public var reason: String?
    /// The version that the agent has seen (law 3).
    var seen = 0
    /// How many of the citizen's messages he has seen.
    var heard = 0
    /// The first of those that came in between, while they are shown.
    var firstUnheard: Int?
    init() {}
    /// What was not asked again is as it was.
    func filled(from before: ClosingDraft?) -> ClosingDraft {
        var draft = self
        draft.result = result ?? before?.result
        draft.topic = topic ?? before?.topic
        draft.archive = archive ?? before?.archive
        draft.phoneOutcome = phoneOutcome ?? before?.phoneOutcome
        draft.referredTo = referredTo ?? before?.referredTo
        draft.reason = reason ?? before?.reason
        return draft
    }
    var details: ClosingDetails? {
        result.map {
            ClosingDetails(
                result: $0, topic: topic, archive: archive, phoneOutcome: phoneOutcome,
                referredTo: referredTo,
                reason: reason)
        }
    }
}

/// What can be done about a visit or an appointment at its counter.
public enum MeetingAction: String, Hashable, CaseIterable, Sendable {
    case call, start, finish, left
    case park, service, hand
    case arrived, held, noShow, reschedule, cancel
    case book
}

/// Typing the number is what makes it happen (craft §4.4, grade 2).
public struct ConfirmCard: Sendable {
    public enum Deed: Sendable, Equatable {
        case erase
        case void(VoidReason)
    }
    public var inquiry: InquiryID
    public var reference: String
    public var deed: Deed
    public var field = LineEditor(width: 20, scalarLimit: 20)
}

/// Search over the whole store.
public struct FindCard: Sendable {
    public var field = LineEditor(width: 40, scalarLimit: 200)
    public var hits: [SearchHit] = []
    /// What the console itself knows, until and beside the store's answer.
    var known: [InquiryHead] = []
    public var generation = 0
    /// The generation that `hits` answer.
    public var answered = 0
    public var view = ListView<Int64>()
    var items: ListItems<Int64> { ListItems(hits.map(\.row)) }
}

/// A receipt about to be given: its date, and its words to read out (R50).
public struct ReceiptCard: Sendable {
    public var inquiry: InquiryID
    public var expectedAt: Moment
    /// The date that the rules propose.
    public var proposed: Moment
    /// The date that the citizen already has; a change then needs a reason.
    public var promised: Moment?
    public var reason = LineEditor(width: 50, scalarLimit: 300)
    public var fault: Reason?
    var changesPromise: Bool { promised != nil && promised != expectedAt }
}

/// The `:` prompt and the `/` filter, in the flash line.
public struct Prompt: Sendable {
    public enum Kind: Sendable, Equatable {
        case command
        case filter(QueuePane)
    }
    public var kind: Kind
    public var field: LineEditor
    /// Which completion Tab offers next.
    var completion = 0
    /// What was typed before the completion.
    var stem: String?
}
