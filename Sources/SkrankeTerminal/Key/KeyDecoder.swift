import SkrankeScreen

/// Makes events out of the bytes that a terminal sends: a pure state machine, the same whatever pieces
/// the bytes come in. Nothing that a terminal answers or that a stranger sends leaks as typed text, and
/// nothing that comes in can make it grow beyond `pasteLimit` (DESIGN law 5).
///
/// Time stays outside: after `patience` milliseconds without a byte the owner calls `timeout()`.
public struct KeyDecoder {
    /// The longest paste in bytes of UTF-8; what is beyond is dropped. An editor that gets a paste as long
    /// as this says so.
    public static let pasteLimit = 1 << 20
    /// Answers to questions (OSC, DCS, APC) are swallowed up to this length.
    static let answerLimit = 4096

    enum State: Equatable {
        case ground
        /// ESC; `again` when a second one came, which means Alt in front of a sequence.
        case escape(again: Bool)
        case csi
        /// `ESC [ [`: function keys of the Linux console.
        case linuxFunction
        case ss3(modifier: Int)
        case oldMouse([UInt8])
        /// A string that ends in ST or BEL; `length` bytes swallowed, `introducer` the byte after ESC.
        case answer(introducer: UInt8, length: Int)
        case answerEscape(length: Int)
        case paste
    }

    var state = State.ground
    var sequence = ControlSequence()
    /// Alt in front of what is being read.
    var isAlt = false
    private var text = UTF8Assembler()
    private var paste: PasteCollector

    public init(pasteLimit: Int = KeyDecoder.pasteLimit) {
        paste = PasteCollector(limit: max(1, pasteLimit))
    }

    /// Whether the meaning of what came depends on whether more follows soon.
    public var pendingEscape: Bool { patience != nil }

    /// Milliseconds of silence after which `timeout()` is due; nil when nothing waits. A lone ESC is told
    /// from a sequence after 25 ms; a sequence that began may be torn apart by a slow line, a paste more so.
    public var patience: Int64? {
        switch state {
        case .ground: nil
        case .escape: 25
        case .csi where sequence.isEmpty, .ss3(modifier: 0), .answer(_, length: 0): 100
        case .paste: 10_000
        default: 1000
        }
    }

    /// The events that these bytes complete.
    public mutating func feed(_ bytes: some Sequence<UInt8>) -> [InputEvent] {
        var events: [InputEvent] = []
        for byte in bytes { take(byte, &events) }
        return events
    }

    /// Silence: a lone ESC was the Escape key, `ESC [` was Alt+[, half a sequence is dropped.
    public mutating func timeout() -> [InputEvent] {
        defer { state = state == .ground ? .ground : rest() }
        switch state {
        case .escape(let again):
            return Array(repeating: .key(Key(.escape)), count: again ? 2 : 1)
        case .csi where sequence.isEmpty: return [.key(Key(.scalar(0x5B), .alt))]
        case .ss3(modifier: 0): return [.key(Key(.scalar(0x4F), .alt))]
        case .answer(let introducer, length: 0): return [.key(Key(.scalar(UInt32(introducer)), .alt))]
        case .paste: return [.paste(paste.finish())]
        default: return []
        }
    }

    /// Forgets what is half read, after the terminal was away.
    public mutating func reset() {
        state = rest()
        text.reset()
        _ = paste.finish()
    }

    /// One byte in the present state; a state that can't use it hands it back to the ground.
    mutating func take(_ byte: UInt8, _ events: inout [InputEvent]) {
        switch state {
        case .ground: ground(byte, &events)
        case .escape(let again): escape(byte, again, &events)
        case .csi: csi(byte, &events)
        case .linuxFunction: linuxFunction(byte, &events)
        case .ss3(let modifier): ss3(byte, modifier, &events)
        case .oldMouse(let bytes): oldMouse(bytes + [byte], &events)
        case .answer(let introducer, let length): answer(byte, introducer, length, &events)
        case .answerEscape(let length): answerEscape(byte, length, &events)
        case .paste:
            guard let pasted = paste.take(byte) else { return }
            state = rest()
            events.append(.paste(pasted))
        }
    }

    /// Back to the ground; Alt is spent.
    mutating func rest() -> State {
        isAlt = false
        sequence.clear()
        return .ground
    }

    /// The byte ends what is being read and stands for itself.
    mutating func abort(_ byte: UInt8, _ events: inout [InputEvent]) {
        state = rest()
        take(byte, &events)
    }

    mutating func ground(_ byte: UInt8, _ events: inout [InputEvent]) {
        if !text.isInside, byte == 0x1B {
            state = .escape(again: false)
            return
        }
        switch text.take(byte) {
        case .more: break
        case .scalar(let scalar): typed(scalar, &events)
        case .broken: typed(UTF8Assembler.replacement, &events)
        case .brokenAgain:
            typed(UTF8Assembler.replacement, &events)
            take(byte, &events)
        }
    }

    private mutating func typed(_ scalar: UInt32, _ events: inout [InputEvent]) {
        var key = TypedKey.key(scalar)
        if isAlt { key.modifiers.insert(.alt) }
        isAlt = false
        events.append(.key(key))
    }
}

/// What a single scalar means as a key.
enum TypedKey {
    static func key(_ scalar: UInt32) -> Key {
        switch scalar {
        case 0x00: Key(.scalar(0x20), .control)
        case 0x08, 0x7F: Key(.backspace)
        case 0x09: Key(.tab)
        case 0x0D: Key(.enter)
        case 0x1B: Key(.escape)
        case 0x01...0x1A: Key(.scalar(scalar + 0x60), .control)
        case 0x1C...0x1F: Key(.scalar(scalar + 0x40), .control)
        // C1 controls in UTF-8: never a character that somebody typed.
        case 0x80...0x9F: Key(.scalar(UTF8Assembler.replacement))
        default: Key(.scalar(scalar))
        }
    }
}
