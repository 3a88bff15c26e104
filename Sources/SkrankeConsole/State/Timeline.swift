import SkrankeDomain
import SkrankeScreen

/// The story of an open inquiry, wrapped for the width at hand; made when the file, the width or the language
/// changes, so that a frame only looks up the lines it shows.
public struct Timeline: Sendable {
    public struct Entry: Sendable, Equatable {
        public enum Kind: Sendable, Equatable {
            case citizen, agent, system, note, event, broken, erased
            /// Waits in the outbox until then.
            case held(Moment)
            case withdrawn
        }
        public var kind: Kind
        public var at: Moment
        public var author: String
        public var text: String
        /// The same on one line, from the longest to the shortest; empty for what always stands whole.
        public var folded: [String] = []

        /// Stands beside the conversation: events, and our own letters while they are folded.
        var isAside: Bool { kind.isEvent || !folded.isEmpty }
    }
    public struct Line: Sendable, Equatable {
        /// The entry that it belongs to; nil for blank lines and the rule.
        public var entry: Int?
        /// 0 for the entry's first line.
        public var row: Int
        public var text: String
        public var isRule = false
        /// What stands under held or withdrawn text; its words change with the clock.
        public var isNote = false
    }
    /// What the lines were made from.
    struct Key: Equatable, Sendable {
        var version: Int
        var texts: Int
        var width: Int
        var language: Language
        var today: CivilDate
        var isUnfolded: Bool
    }
    public private(set) var entries: [Entry] = []
    public private(set) var lines: [Line] = []
    /// The citizen's words that nobody has answered, by number; nil where all are answered.
    public private(set) var unanswered: ClosedRange<Int>?
    var key: Key?
    /// Columns before the text: time and author.
    public private(set) var indent = 0
    /// Columns of the time.
    static let timeWidth = 6

    init() {}

    init(_ story: Story, width: Int, authorWidth: Int, key: Key) {
        let entries = story.entries
        self.entries = entries
        self.key = key
        unanswered = story.unanswered
        indent = Timeline.timeWidth + authorWidth
        let room = max(8, width - indent)
        var previous: Entry?
        for (index, entry) in entries.enumerated() {
            if index == story.newFrom {
                lines.append(Line(entry: nil, row: 0, text: "", isRule: true))
            } else if let previous, previous.isAside != entry.isAside, !lines.isEmpty, room > 44 {
                lines.append(Line(entry: nil, row: 0, text: ""))
            }
            let words = Timeline.lines(of: entry, isUnfolded: key.isUnfolded, room: room)
            for (row, text) in words.enumerated() {
                lines.append(Line(entry: index, row: row, text: text))
            }
            if entry.kind.hasNote {
                let row = lines.last.map { $0.row + 1 } ?? 0
                lines.append(Line(entry: index, row: row, text: "", isNote: true))
            }
            previous = entry
        }
    }

    /// The entry wrapped; our own letters on one line unless they are unfolded.
    private static func lines(of entry: Entry, isUnfolded: Bool, room: Int) -> [String] {
        guard !isUnfolded, let shortest = entry.folded.last else {
            return TextWrap.lines(entry.text, width: room)
        }
        let fitting = entry.folded.first { TextWidth.of($0) <= room }
        return [fitting ?? TextWidth.truncate(shortest, to: room)]
    }

    /// The first line of a view of so many rows, for an anchor.
    func top(_ anchor: TimelineAnchor, height: Int) -> Int {
        let last = max(0, lines.count - height)
        switch anchor {
        case .end: return last
        case .news: return min(last, newsTop(height))
        case .entry(let entry, let row):
            guard let first = lines.firstIndex(where: { $0.entry == entry }) else { return last }
            let count = lines[first...].prefix { $0.entry == entry }.count
            return min(first + min(row, count - 1), last)
        }
    }

    /// The highest line that may be at the top if the unanswered words are to be seen: all of them where
    /// they fit, else the last of them from its beginning.
    private func newsTop(_ height: Int) -> Int {
        guard let unanswered,
            let start = lines.firstIndex(where: { $0.entry == unanswered.lowerBound }),
            let final = lines.lastIndex(where: { $0.entry == unanswered.upperBound }),
            let latest = lines.firstIndex(where: { $0.entry == unanswered.upperBound })
        else { return lines.count }
        let first = start > 0 && lines[start - 1].isRule ? start - 1 : start
        if final - first < height { return first }
        return final - start < height ? start : latest
    }

    /// The anchor that keeps a line at the top.
    func anchor(top: Int, height: Int) -> TimelineAnchor {
        if top >= lines.count - height { return .end }
        guard let line = lines[max(0, top)...].first(where: { $0.entry != nil }), let entry = line.entry
        else {
            return .end
        }
        return .entry(entry, line: line.row)
    }
}

extension Timeline.Entry.Kind {
    /// A line under it tells what becomes of it.
    var hasNote: Bool {
        switch self {
        case .held, .withdrawn: true
        default: false
        }
    }

    /// Something that happened, not something that was said.
    var isEvent: Bool {
        switch self {
        case .event, .broken: true
        default: false
        }
    }
}
