import CPosix
import Glibc
import SkrankeScreen

/// The real screen: ncurses draws into memory, and what it drew leaves in one write, in the brackets of
/// synchronized output, through our own non-blocking description of the terminal.
///
/// Used on one thread. A frame is drawn only when the last one has left completely: a terminal that stops
/// reading holds up nothing, and gets the newest frame when it reads again.
public final class NcursesTerminal: TerminalDevice {
    public struct Options: Sendable {
        /// The terminal type; nil = the environment's TERM.
        public var term: String?
        /// Descriptors to look for a terminal, in order.
        public var descriptors: [Int32] = [0, 1]
        public var palette: Palette = .skranke
        /// Fewer colours than the terminal has: `.none` where NO_COLOR is set.
        public var colours: ColourDepth = .twoFiftySix
        public var mouse = true
        /// Whether standard error is led away while the screen is up.
        public var leadErrorsAway = true
        /// Where standard error goes while the screen is up; nil keeps it and tells it afterwards.
        public var errorFile: String?
        /// Told on the restored terminal after a crash, e.g. where the trace is. In the user's language.
        public var farewell = ""
        public init() {}
    }

    let line: TerminalLine
    private let screen: NcursesScreen
    private let options: Options
    private let errors: ErrorStream
    private var decoder = KeyDecoder()
    private var output = OutputQueue()
    private var title: String?
    private var isEntered = false
    private var isClosed = false

    /// Takes over the terminal; the first frame shows the screen.
    public init(_ options: Options) throws(TerminalFailure) {
        self.options = options
        line = try TerminalLine(of: options.descriptors)
        let term = options.term ?? getenv("TERM").map { String(cString: $0) } ?? ""
        screen = try NcursesScreen(
            term: term, size: line.size ?? Size(width: 80, height: 24), palette: options.palette,
            colours: options.colours)
        errors = ErrorStream(path: options.errorFile)
        takeOver()
    }

    deinit { close() }

    public var size: Size { screen.size }
    public var colours: ColourDepth { screen.colours }
    /// The terminal type in use; differs from TERM where that isn't known.
    public var term: String { screen.term }
    /// Some of the last frame is still waiting for the terminal.
    public var wantsWrite: Bool { !output.isEmpty }
    /// Milliseconds of silence after which `silence()` is due; nil when no key hangs in the air.
    public var patience: Int64? { decoder.patience }

    // MARK: input

    /// At most 64 kB are read in one go, so that frames come between the pieces of a long paste.
    public func events() throws(TerminalGone) -> [InputEvent] {
        var result: [InputEvent] = []
        for _ in 0..<16 {
            switch line.receive() {
            case .bytes(let bytes):
                result += decoder.feed(bytes)
                if bytes.count < 4096 { return result }
            case .nothing: return result
            case .gone:
                // What was read is still good; the next call finds the same.
                if result.isEmpty { throw TerminalGone() }
                return result
            }
        }
        return result
    }

    /// Nothing came for `patience`: what that means.
    public func silence() -> [InputEvent] { decoder.timeout() }

    // MARK: output

    public func present(_ frame: Frame) throws(TerminalGone) -> Bool {
        try send()
        guard output.isEmpty, !isClosed else { return false }
        var bytes: [UInt8] = []
        if !isEntered {
            bytes += ModeSequences.enter(mouse: options.mouse, title: pushesTitle).utf8
            isEntered = true
        }
        if screen.hasTitle, title != frame.title {
            title = frame.title
            bytes += ModeSequences.title(frame.title).utf8
        }
        bytes += screen.bytes(for: frame)
        guard !bytes.isEmpty else { return true }
        output.append(ModeSequences.beginFrame.utf8)
        output.append(bytes)
        output.append(ModeSequences.endFrame.utf8)
        try send()
        return true
    }

    /// Sends what waits, as far as the terminal takes it.
    public func send() throws(TerminalGone) { try output.flush(line) }

    public func bell() throws(TerminalGone) { try say(ModeSequences.bell) }

    /// Puts text on the clipboard of whoever sits at the terminal (OSC 52), where it lets us; at most 4 kB.
    public func copy(_ text: String) throws(TerminalGone) { try say(ModeSequences.copy(text)) }

    /// Something beside the frames; a terminal that does not read never gets it.
    private func say(_ text: String) throws(TerminalGone) {
        try send()
        guard isEntered, output.isEmpty else { return }
        output.append(text.utf8)
        try send()
    }

    /// Another theme, seen with the next frame.
    public func use(_ palette: Palette) { screen.use(palette) }

    // MARK: size

    /// Follows the line's size; the event when it changed.
    public func resize() -> InputEvent? {
        guard let size = line.size else { return nil }
        let before = screen.size
        screen.resize(to: size)
        return screen.size == before ? nil : .resize(screen.size)
    }

    /// The next frame paints everything: somebody else wrote on the terminal.
    public func repaint() { screen.repaint() }

    // MARK: taking and leaving

    /// We keep the old title where the terminal's own description doesn't.
    private var pushesTitle: Bool { screen.hasTitle && !screen.keepsTitle }

    /// Gives the terminal back as it was, stops the process, and takes the terminal again when it is
    /// continued. Present a frame afterwards.
    public func stop() {
        leave()
        skr_stop_here()
        takeOver()
    }

    /// After a stop that we did not order: modes and screen are anew what they have to be.
    public func takeAgain() {
        isEntered = false
        takeOver()
    }

    public func close() {
        guard !isClosed else { return }
        isClosed = true
        leave()
        screen.close()
    }

    private func takeOver() {
        if options.leadErrorsAway { errors.leadAway() }
        line.makeRaw()
        decoder.reset()
        title = nil
        screen.repaint()
        let modes = ModeSequences.endFrame + ModeSequences.leave(mouse: options.mouse, title: pushesTitle)
        TerminalGuard.arm(line, reset: modes + screen.resetSequence(), farewell: options.farewell)
    }

    private func leave() {
        if isEntered {
            output.append(ModeSequences.leave(mouse: options.mouse, title: pushesTitle).utf8)
            output.append(screen.leave())
        }
        isEntered = false
        output.finish(line)
        output.clear()
        TerminalGuard.disarm()
        line.restore()
        errors.giveBack()
    }
}
