import SkrankeScreen
import Testing

/// What terminals send, as tables: bytes and the events that they mean.
struct Sent: CustomTestStringConvertible, Sendable {
    let bytes: [UInt8]
    let events: [InputEvent]
    /// Whether silence has to follow for the events to come.
    var needsSilence = false

    init(_ text: String, _ events: InputEvent...) { (bytes, self.events) = (Array(text.utf8), events) }
    init(bytes: [UInt8], _ events: InputEvent...) { (self.bytes, self.events) = (bytes, events) }
    init(_ text: String, _ code: Key.Code, _ modifiers: Key.Modifiers = []) {
        self.init(text, .key(Key(code, modifiers)))
    }

    var testDescription: String {
        bytes.map { (0x21...0x7E).contains($0) ? String(UnicodeScalar($0)) : "<\($0)>" }.joined()
    }
}

func typed(_ text: String, _ modifiers: Key.Modifiers = []) -> [InputEvent] {
    text.unicodeScalars.map { .key(Key(.scalar($0.value), modifiers)) }
}

enum KeyTable {
    /// Keys that every terminal has, in both cursor modes; what rxvt and the Linux console do differently.
    static let plain: [Sent] = [
        Sent("a", .scalar(0x61)), Sent("æ", .scalar(0xE6)), Sent("Å", .scalar(0xC5)),
        Sent("漢", .scalar(0x6F22)),
        Sent("😀", .scalar(0x1F600)), Sent(" ", .scalar(0x20)), Sent("\r", .enter), Sent("\t", .tab),
        Sent("\u{7F}", .backspace), Sent("\u{8}", .backspace), Sent("\n", .scalar(0x6A), .control),
        Sent("\u{0}", .scalar(0x20), .control), Sent("\u{3}", .scalar(0x63), .control),
        Sent("\u{13}", .scalar(0x73), .control), Sent("\u{1A}", .scalar(0x7A), .control),
        Sent("\u{1C}", .scalar(0x5C), .control), Sent("\u{1F}", .scalar(0x5F), .control),
        Sent("\u{1B}[A", .up), Sent("\u{1B}[B", .down), Sent("\u{1B}[C", .right), Sent("\u{1B}[D", .left),
        Sent("\u{1B}OA", .up), Sent("\u{1B}OB", .down), Sent("\u{1B}OC", .right), Sent("\u{1B}OD", .left),
        Sent("\u{1B}[H", .home), Sent("\u{1B}[F", .end), Sent("\u{1B}OH", .home), Sent("\u{1B}OF", .end),
        Sent("\u{1B}[1~", .home), Sent("\u{1B}[4~", .end), Sent("\u{1B}[7~", .home), Sent("\u{1B}[8~", .end),
        Sent("\u{1B}[2~", .insert), Sent("\u{1B}[3~", .delete), Sent("\u{1B}[5~", .pageUp),
        Sent("\u{1B}[6~", .pageDown), Sent("\u{1B}[Z", .backTab), Sent("\u{1B}OM", .enter),
        Sent("\u{1B}Op", .scalar(0x30)), Sent("\u{1B}Oy", .scalar(0x39)), Sent("\u{1B}Ok", .scalar(0x2B)),
    ]

    static let functions: [Sent] = [
        Sent("\u{1B}OP", .function(1)), Sent("\u{1B}OS", .function(4)), Sent("\u{1B}[P", .function(1)),
        Sent("\u{1B}[11~", .function(1)), Sent("\u{1B}[15~", .function(5)), Sent("\u{1B}[17~", .function(6)),
        Sent("\u{1B}[21~", .function(10)), Sent("\u{1B}[23~", .function(11)),
        Sent("\u{1B}[24~", .function(12)),
        Sent("\u{1B}[25~", .function(13)), Sent("\u{1B}[26~", .function(14)),
        Sent("\u{1B}[28~", .function(15)),
        Sent("\u{1B}[29~", .function(16)), Sent("\u{1B}[31~", .function(17)),
        Sent("\u{1B}[34~", .function(20)),
        Sent("\u{1B}[[A", .function(1)), Sent("\u{1B}[[E", .function(5)),
    ]

    static let modified: [Sent] = [
        Sent("\u{1B}[1;2A", .up, .shift), Sent("\u{1B}[1;3B", .down, .alt),
        Sent("\u{1B}[1;5C", .right, .control),
        Sent("\u{1B}[1;8D", .left, [.control, .alt, .shift]), Sent("\u{1B}[1;5P", .function(1), .control),
        Sent("\u{1B}[1;2R", .function(3), .shift), Sent("\u{1B}[3;5~", .delete, .control),
        Sent("\u{1B}[24;2~", .function(12), .shift), Sent("\u{1B}[5;3~", .pageUp, .alt),
        Sent("\u{1B}O5A", .up, .control), Sent("\u{1B}O2P", .function(1), .shift),
        Sent("\u{1B}[a", .up, .shift), Sent("\u{1B}Oa", .up, .control), Sent("\u{1B}[3$", .delete, .shift),
        Sent("\u{1B}[3^", .delete, .control), Sent("\u{1B}[3@", .delete, [.control, .shift]),
        Sent("\u{1B}x", .scalar(0x78), .alt), Sent("\u{1B}æ", .scalar(0xE6), .alt),
        Sent("\u{1B}\r", .enter, .alt), Sent("\u{1B}\u{7F}", .backspace, .alt),
        Sent("\u{1B}\u{6}", .scalar(0x66), [.control, .alt]), Sent("\u{1B}\u{1B}[A", .up, .alt),
        Sent("\u{1B}\u{1B}OB", .down, .alt), Sent("\u{1B}\u{1B}[5~", .pageUp, .alt),
        Sent("\u{1B}[27;5;13~", .enter, .control), Sent("\u{1B}[13;5u", .enter, .control),
        Sent("\u{1B}[97;5u", .scalar(0x61), .control), Sent("\u{1B}[230;3u", .scalar(0xE6), .alt),
        Sent("\u{1B}[27u", .escape), Sent("\u{1B}[9;2u", .backTab), Sent("\u{1B}[97;1:1u", .scalar(0x61)),
    ]

    static let mouse: [Sent] = [
        Sent("\u{1B}[<0;1;1M", .mouse(Mouse(action: .press, button: 0, at: Point(x: 0, y: 0)))),
        Sent("\u{1B}[<0;190;36m", .mouse(Mouse(action: .release, button: 0, at: Point(x: 189, y: 35)))),
        Sent("\u{1B}[<2;5;6M", .mouse(Mouse(action: .press, button: 2, at: Point(x: 4, y: 5)))),
        Sent("\u{1B}[<32;7;8M", .mouse(Mouse(action: .drag, button: 0, at: Point(x: 6, y: 7)))),
        Sent("\u{1B}[<64;300;2M", .mouse(Mouse(action: .wheelUp, button: 0, at: Point(x: 299, y: 1)))),
        Sent(
            "\u{1B}[<81;3;2M",
            .mouse(Mouse(action: .wheelDown, button: 0, at: Point(x: 2, y: 1), modifiers: .control))),
        Sent(
            "\u{1B}[<12;3;2M",
            .mouse(Mouse(action: .press, button: 0, at: Point(x: 2, y: 1), modifiers: [.shift, .alt]))),
        // The old form, beyond column 95 no UTF-8 any more.
        Sent("\u{1B}[M !!", .mouse(Mouse(action: .press, button: 0, at: Point(x: 0, y: 0)))),
        Sent("\u{1B}[M#\"#", .mouse(Mouse(action: .release, button: 0, at: Point(x: 1, y: 2)))),
        Sent(
            bytes: [0x1B, 0x5B, 0x4D, 0x60, 0xFF, 0x21],
            .mouse(Mouse(action: .wheelUp, button: 0, at: Point(x: 222, y: 0)))),
    ]

    static let others: [Sent] = [
        Sent("\u{1B}[I", .focus(true)), Sent("\u{1B}[O", .focus(false)),
        Sent("\u{1B}[200~hei\r\nå\u{1B}[201~", .paste("hei\r\nå")),
        Sent("\u{1B}[200~\u{1B}[201~", .paste("")),
        Sent("\u{1B}[200~\u{1B}[A \u{1B}\u{1B}[20\u{1B}[201~", .paste("\u{1B}[A \u{1B}\u{1B}[20")),
    ]

    /// Answers and dialects that must never come out as typed text.
    static let swallowed: [Sent] = [
        Sent("\u{1B}[?62;4c"), Sent("\u{1B}[>41;354;0c"), Sent("\u{1B}[24;80R"), Sent("\u{1B}[0n"),
        Sent("\u{1B}[?2026;2$y"), Sent("\u{1B}[?1u"), Sent("\u{1B}[97;1:3u"), Sent("\u{1B}[57441u"),
        Sent("\u{1B}]11;rgb:1e1e/1e1e/1e1e\u{7}"), Sent("\u{1B}]11;rgb:1e1e/1e1e\u{1B}\\"),
        Sent("\u{1B}]52;c;aGVp\u{1B}\\"), Sent("\u{1B}P>|XTerm(380)\u{1B}\\"), Sent("\u{1B}P1+r544e\u{1B}\\"),
        Sent("\u{1B}_Gi=31;OK\u{1B}\\"), Sent("\u{1B}[8;36;120t"), Sent("\u{1B}[<35;4;5M"),
        Sent("\u{1B}[<66;4;5M"),
        Sent("\u{1B}[<0;0;5M"), Sent("\u{1B}[<0;5M"), Sent("\u{1B}[999~"), Sent("\u{1B}[1;5\u{18}"),
        Sent("\u{1B}[1;1;1A"), Sent("\u{1B}[[Z"), Sent("\u{1B}[12 q"),
        Sent("\u{1B}[" + String(repeating: "1;", count: 5000) + "A"),
        Sent(bytes: [0x1B, 0x5B, 0x4D, 0x01, 0x02, 0x03]),
    ]

    static let all = plain + functions + modified + mouse + others + swallowed
}
