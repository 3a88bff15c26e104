/// One block of a scrolled text: a message, a note, a rule. Its height is in lines at the present width.
public struct ScrollBlock<ID: Hashable & Sendable>: Equatable, Sendable {
    public var id: ID
    public var height: Int
    public init(_ id: ID, height: Int) {
        self.id = id
        self.height = max(0, height)
    }
}

/// A part of a block that is seen.
public struct ScrollSlice: Equatable, Sendable {
    /// The block's number.
    public var block: Int
    /// Its lines that are seen.
    public var lines: Range<Int>
    /// The row of the view that the first of them stands in.
    public var row: Int

    public init(block: Int, lines: Range<Int>, row: Int) {
        self.block = block
        self.lines = lines
        self.row = row
    }
}

/// The state of a scrolled text: a timeline, help, a knowledge article.
///
/// A timeline holds to its end: new blocks push the older ones up. Scrolled away from the end it holds to the
/// block at its top, so that neither new blocks, older ones loaded above nor another width move what is
/// being read; `unseen` says how many blocks have come since.
public struct ScrollView<ID: Hashable & Sendable>: Equatable, Sendable {
    /// Where an unmoved view stands: a timeline at its end, a document at its beginning.
    public enum Home: Hashable, Sendable { case end, beginning }

    public let home: Home
    public private(set) var height: Int
    /// The first visible line of all.
    public private(set) var top = 0
    /// Whether the end is in sight and followed.
    public private(set) var followsEnd: Bool
    /// Blocks added at the end since it was last in sight.
    public private(set) var unseen = 0
    /// The block at the top, the line in it, and how tall it was.
    private var anchor: Anchor?
    private var lastID: ID?

    private struct Anchor: Equatable, Sendable {
        var id: ID
        var line: Int
        var height: Int
    }

    public init(height: Int = 1, home: Home = .end) {
        self.height = max(1, height)
        self.home = home
        followsEnd = home == .end
    }

    /// Takes new contents (or the same in another width) or a new height.
    public mutating func update(_ blocks: [ScrollBlock<ID>], height newHeight: Int? = nil) {
        if let newHeight { height = max(1, newHeight) }
        countUnseen(blocks)
        let total = Self.total(blocks)
        var held: Int?
        if followsEnd {
            top = max(0, total - height)
        } else if let anchor, let place = Self.place(of: anchor.id, in: blocks) {
            top = place.line + Self.line(of: anchor, in: blocks[place.block])
            held = top
        }
        settle(blocks, total, held: held)
    }

    /// Scrolls. A page leaves one line in sight.
    public mutating func move(_ movement: Movement, in blocks: [ScrollBlock<ID>]) {
        switch movement {
        case .up: scroll(-1, in: blocks)
        case .down: scroll(1, in: blocks)
        case .pageUp: scroll(-max(1, height - 1), in: blocks)
        case .pageDown: scroll(max(1, height - 1), in: blocks)
        case .home: scroll(-Self.total(blocks), in: blocks)
        case .end: scroll(Self.total(blocks), in: blocks)
        }
    }

    /// Scrolls by lines; at the end the view follows it again.
    public mutating func scroll(_ lines: Int, in blocks: [ScrollBlock<ID>]) {
        update(blocks)
        let total = Self.total(blocks)
        let last = max(0, total - height)
        top = min(max(0, top + lines), last)
        followsEnd = home == .end && top == last
        settle(blocks, total)
    }

    /// Brings a block into sight, its first line at the top if it was not seen (a search hit, «nye
    /// meldinger»).
    public mutating func reveal(_ id: ID, in blocks: [ScrollBlock<ID>]) {
        update(blocks)
        guard let place = Self.place(of: id, in: blocks) else { return }
        let end = place.line + min(blocks[place.block].height, height)
        if place.line < top || end > top + height { scroll(place.line - top, in: blocks) }
    }

    /// The visible parts of blocks, first to last. A text that is shorter than the view stands at its top.
    public func slices(_ blocks: [ScrollBlock<ID>]) -> [ScrollSlice] {
        var slices: [ScrollSlice] = []
        var line = 0
        for (index, block) in blocks.enumerated() {
            let first = max(0, top - line)
            let end = min(block.height, top + height - line)
            if first < end {
                slices.append(ScrollSlice(block: index, lines: first..<end, row: line + first - top))
            }
            line += block.height
            if line >= top + height { break }
        }
        return slices
    }

    /// Lines that are hidden above and below the view.
    public func hidden(_ blocks: [ScrollBlock<ID>]) -> (above: Int, below: Int) {
        (top, max(0, Self.total(blocks) - top - height))
    }

    /// Sets limits and remembers what stands at the top; an anchor that still holds `top` stays as it was, so
    /// that narrowing and widening again ends where it began.
    private mutating func settle(_ blocks: [ScrollBlock<ID>], _ total: Int, held: Int? = nil) {
        let last = max(0, total - height)
        top = min(max(0, top), last)
        if top == last {
            unseen = 0
            if home == .end { followsEnd = true }
        }
        lastID = blocks.last?.id
        if held == top { return }
        anchor = Self.block(atLine: top, in: blocks).map {
            Anchor(id: blocks[$0.block].id, line: $0.line, height: blocks[$0.block].height)
        }
    }

    /// Counts blocks behind the one that was last.
    private mutating func countUnseen(_ blocks: [ScrollBlock<ID>]) {
        guard home == .end, !followsEnd, let lastID,
            let seen = blocks.lastIndex(where: { $0.id == lastID })
        else { return }
        unseen += blocks.count - 1 - seen
    }

    /// The anchor's line in a block whose height may have changed with the width: the same share of it.
    private static func line(of anchor: Anchor, in block: ScrollBlock<ID>) -> Int {
        if anchor.height == block.height { return anchor.line }
        return min(anchor.line * block.height / max(1, anchor.height), max(0, block.height - 1))
    }

    private static func total(_ blocks: [ScrollBlock<ID>]) -> Int { blocks.reduce(0) { $0 + $1.height } }

    private static func place(of id: ID, in blocks: [ScrollBlock<ID>]) -> (block: Int, line: Int)? {
        var line = 0
        for (index, block) in blocks.enumerated() {
            if block.id == id { return (index, line) }
            line += block.height
        }
        return nil
    }

    private static func block(atLine line: Int, in blocks: [ScrollBlock<ID>]) -> (block: Int, line: Int)? {
        var left = line
        for (index, block) in blocks.enumerated() {
            if left < block.height { return (index, left) }
            left -= block.height
        }
        return nil
    }
}
