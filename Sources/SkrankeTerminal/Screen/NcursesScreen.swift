import CNcurses
import CPosix
import Glibc
import SkrankeScreen
import Synchronization

/// The one file that touches ncurses: frames in, bytes for the terminal out.
///
/// ncurses writes into a file in memory, so a frame leaves whole, and it draws without any terminal at
/// all (D2 tests). It keeps global state: one screen a process, always on the same thread.
public final class NcursesScreen {
    private static let taken = Mutex(false)

    private let screen: OpaquePointer
    private let memory: Int32
    private var isClosed = false
    public private(set) var size: Size
    public let colours: ColourDepth
    /// The terminal type in use; differs from TERM where that one isn't known.
    public let term: String
    /// Whether window titles mean anything to this terminal.
    public let hasTitle: Bool
    /// Whether the alternate screen keeps the old title by itself.
    public let keepsTitle: Bool

    private var palette: Palette
    private let hasDefaultColours: Bool
    private let pairLimit: Int
    /// Colours to pair number; a pair that could not be had is 0.
    private var pairs: [UInt32: Int32] = [0: 0]
    private var styles: [CellPaint?]
    private var last: Grid?
    private var trim = ColourTrim()
    private var row: [skr_cell] = []
    /// Of the cell that was appended last.
    private var paint = CellPaint(attributes: [], pair: 0, background: nil)
    /// That cell was a piece of a frame, or there is none.
    private var isAfterLine = true

    /// Opens a screen for the terminal type `term`, or for xterm-256color when that isn't known.
    /// `colours` limits what the terminal could do.
    public init(term wanted: String, size: Size, palette: Palette, colours limit: ColourDepth = .twoFiftySix)
        throws(TerminalFailure)
    {
        guard skr_locale_utf8() else { throw .noUnicodeLocale }
        let free = Self.taken.withLock { taken in
            defer { taken = true }
            return !taken
        }
        guard free else { throw .inUse }
        let (opened, name, file): (OpaquePointer, String, Int32)
        do throws(TerminalFailure) {
            (opened, name, file) = try Self.open(wanted)
        } catch {
            Self.taken.withLock { $0 = false }
            throw error
        }
        (screen, term, memory) = (opened, name, file)
        let depth = ColourDepth(count: Int(skr_colours()))
        colours = depth.rawValue < limit.rawValue ? depth : limit
        hasDefaultColours = colours != .none && skr_default_colours()
        pairLimit = colours == .none ? 0 : Int(skr_pairs())
        let known = ["xterm", "rxvt", "tmux", "screen", "foot", "alacritty", "konsole", "vte", "st-"]
        hasTitle = skr_flag("XT") || skr_capability("tsl") != nil || known.contains { wanted.hasPrefix($0) }
        keepsTitle = skr_capability("smcup").map { String(cString: $0).contains("[22;") } ?? false
        self.palette = palette
        self.size = size
        styles = Array(repeating: nil, count: 0x800)
        resize(to: size)
        skr_show_cursor()
    }

    deinit { close() }

    private static func open(_ wanted: String) throws(TerminalFailure) -> (OpaquePointer, String, Int32) {
        let memory = skr_memfd("skranke-frame")
        guard memory >= 0 else { throw .system(call: "memfd_create", number: errno) }
        for name in [wanted, "xterm-256color", "xterm", "vt100"] where !name.isEmpty {
            guard let screen = skr_screen_open(name, memory) else { continue }
            if skr_capability("cup") != nil { return (screen, name, memory) }
            skr_screen_close(screen)
            Glibc.close(memory)
            throw .cannotMoveCursor(name)
        }
        Glibc.close(memory)
        throw .unknownTerminal(wanted)
    }

    /// Follows the terminal; the next frame paints everything. At most 500x200 are used.
    public func resize(to wanted: Size) {
        size = Size(width: min(max(wanted.width, 1), 500), height: min(max(wanted.height, 1), 200))
        _ = skr_resize(Int32(size.height), Int32(size.width))
        repaint()
    }

    /// The next frame paints everything, whatever the terminal shows.
    public func repaint() {
        last = nil
        trim.forget()
        skr_repaint()
    }

    public func use(_ palette: Palette) {
        self.palette = palette
        styles = Array(repeating: nil, count: styles.count)
        last = nil
    }

    /// The bytes that change the terminal from what it shows to the frame; none when nothing changed.
    public func bytes(for frame: Frame) -> [UInt8] {
        let grid = frame.grid
        let previous = grid.size == size ? last : nil
        for y in 0..<size.height where previous.map({ $0.row(y) != grid.row(y) }) ?? true {
            put(y, y < grid.size.height ? grid.row(y) : [])
        }
        last = grid.size == size ? grid : nil
        let x = min(max(frame.cursor.x, 0), size.width - 1)
        let y = min(max(frame.cursor.y, 0), size.height - 1)
        _ = skr_move(Int32(y), Int32(x))
        _ = skr_refresh()
        return collect()
    }

    /// Leaves the alternate screen; the next frame enters it again.
    public func leave() -> [UInt8] {
        _ = skr_leave()
        repaint()
        return collect()
    }

    /// What brings back the terminal's normal state without ncurses, for a signal handler.
    public func resetSequence() -> String {
        let names = ["sgr0", "op", "cnorm", "rmcup"]
        let parts = names.compactMap { name in skr_capability(name).map { String(cString: $0) } }
        return Self.withoutPadding(parts.joined()) + (skr_capability("rmcup") == nil ? "\r\n" : "")
    }

    /// Takes out terminfo's delays, `$<2>`.
    static func withoutPadding(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "$"), let end = rest[open...].firstIndex(of: ">"),
            rest.index(after: open) < rest.endIndex, rest[rest.index(after: open)] == "<"
        {
            result += rest[..<open]
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }

    public func close() {
        guard !isClosed else { return }
        isClosed = true
        _ = skr_leave()
        skr_screen_close(screen)
        Glibc.close(memory)
        Self.taken.withLock { $0 = false }
    }

    /// What ncurses holds at a place: base and marks, attributes and whether a colour pair is used.
    /// For tests that compare it with the grid.
    public func held(x: Int, y: Int) -> (text: [UInt32], attributes: Look.Attributes, hasPair: Bool)? {
        var cell = skr_cell()
        guard skr_cell_get(Int32(y), Int32(x), &cell) else { return nil }
        let all = [cell.text.0, cell.text.1, cell.text.2, cell.text.3, cell.text.4]
        return (all.filter { $0 != 0 }, Look.Attributes(rawValue: UInt8(cell.attributes)), cell.pair != 0)
    }

    /// Columns of a scalar as the C library counts them; -1 for what is not printable.
    public static func columns(of scalar: UInt32) -> Int { Int(skr_wcwidth(scalar)) }
    /// For `skranke doctor`.
    public static var version: String { String(cString: skr_version()) }

    // MARK: cells

    private func put(_ y: Int, _ cells: ArraySlice<Cell>) {
        row.removeAll(keepingCapacity: true)
        isAfterLine = true
        var x = 0
        while x < size.width {
            let cell = x < cells.count ? cells[cells.startIndex + x] : .blank(Style(.text))
            let rest = cells.dropFirst(x + 1).prefix(size.width - x - 1)
            let paint = style(cell.style).carried(from: cell.isBlank ? neighbour(rest) : nil, onto: cell)
            isAfterLine = cell.isLine
            x += append(cell, paint, isWide: rest.first?.base == 0)
        }
        _ = row.withUnsafeBufferPointer { skr_row_put(Int32(y), $0.baseAddress, Int32($0.count)) }
    }

    /// Whose colours a blank takes: those of the text before it, or, behind a frame, of the text after it.
    private func neighbour(_ rest: ArraySlice<Cell>) -> CellPaint? {
        guard isAfterLine else { return paint }
        guard let text = rest.prefix(4).first(where: { !$0.isBlank }), !text.isLine else { return nil }
        return style(text.style)
    }

    /// Appends a cell as ncurses takes it; the columns that it fills. Where the C library counts other
    /// columns than the grid, a substitute keeps the row aligned.
    private func append(_ cell: Cell, _ look: CellPaint, isWide: Bool) -> Int {
        var new = skr_cell()
        paint = look
        // The C side's attributes are numbered like ours.
        new.attributes = UInt32(look.attributes.rawValue)
        new.pair = look.pair
        new.text.0 = cell.base == 0 ? 0x20 : cell.base
        if new.text.0 > 0x7E || new.text.0 < 0x20 {
            let columns = CellText.isAllowed(new.text.0) ? skr_wcwidth(new.text.0) : -1
            if columns == 2, isWide {
                marks(of: cell, &new)
                row.append(new)
                return 2
            }
            if columns != 1 { new.text.0 = CellText.substitute }
        }
        marks(of: cell, &new)
        row.append(new)
        return 1
    }

    private func marks(of cell: Cell, _ new: inout skr_cell) {
        guard cell.marks != .zero else { return }
        var kept: [UInt32] = []
        for index in 0..<4 {
            let mark = cell.marks[index]
            if CellText.isAllowed(mark), skr_wcwidth(mark) == 0 { kept.append(mark) }
        }
        kept += [0, 0, 0, 0]
        (new.text.1, new.text.2, new.text.3, new.text.4) = (kept[0], kept[1], kept[2], kept[3])
    }

    // MARK: colours

    private func style(_ style: Style) -> CellPaint {
        let index = Int(style.rawValue) & 0x7FF
        if let known = styles[index] { return known }
        let look = palette.look(of: style, colours: colours)
        let made = CellPaint(
            attributes: look.attributes, pair: pair(look.foreground, look.background),
            background: look.background)
        styles[index] = made
        return made
    }

    private func pair(_ foreground: UInt8?, _ background: UInt8?) -> Int32 {
        guard colours != .none, foreground != nil || background != nil else { return 0 }
        let front = foreground.map(Int32.init) ?? (hasDefaultColours ? -1 : 7)
        let back = background.map(Int32.init) ?? (hasDefaultColours ? -1 : 0)
        let key = UInt32(front + 1) << 16 | UInt32(back + 1)
        if let known = pairs[key] { return known }
        let number = Int32(pairs.count)
        // A pair that could not be made would come out black on black.
        let works = Int(number) < pairLimit && skr_pair_init(number, front, back)
        pairs[key] = works ? number : 0
        return pairs[key] ?? 0
    }

    // MARK: the file in memory

    private func collect() -> [UInt8] {
        let count = Int(lseek(memory, 0, SEEK_END))
        guard count > 0 else { return [] }
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = max(0, pread(memory, buffer.baseAddress, count, 0))
        }
        ftruncate(memory, 0)
        lseek(memory, 0, SEEK_SET)
        return trim.trim(bytes)
    }
}
