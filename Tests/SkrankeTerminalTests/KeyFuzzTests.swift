import SkrankeScreen
import Testing

@testable import SkrankeTerminal

@Suite struct KeyFuzzTests {
    /// Bytes that like to stand together in sequences, so that random streams reach every state.
    static let spice: [[UInt8]] =
        KeyTable.all.filter { $0.bytes.count < 100 }.map(\.bytes) + [
            [0x1B], [0x1B, 0x5B], [0x1B, 0x4F], [0x1B, 0x5D], [0x1B, 0x50], [0x3B], [0x30], [0x7E], [0x5C],
            [0x07],
            Array("\u{1B}[200~".utf8), Array("\u{1B}[201~".utf8), [0xC3], [0xF0, 0x9F], [0xA6], [0xFF],
            [0x24],
        ]

    static func stream(_ seed: UInt64, length: Int) -> [UInt8] {
        var random = Seeded(seed)
        var bytes: [UInt8] = []
        while bytes.count < length {
            if Bool.random(using: &random) {
                bytes += spice[Int.random(in: 0..<spice.count, using: &random)]
            } else {
                bytes.append(UInt8.random(in: 0...255, using: &random))
            }
        }
        return bytes
    }

    @Test(arguments: Array(UInt64(0)..<60))
    func anyPiecesGiveTheSameEvents(_ seed: UInt64) {
        let bytes = Self.stream(seed, length: 1500)
        var whole = KeyDecoder()
        let expected = whole.feed(bytes)
        var random = Seeded(seed &+ 1000)
        for _ in 0..<5 {
            var decoder = KeyDecoder()
            var events: [InputEvent] = []
            var rest = bytes[...]
            while !rest.isEmpty {
                let piece = rest.prefix(Int.random(in: 1...9, using: &random))
                events += decoder.feed(piece)
                rest = rest.dropFirst(piece.count)
            }
            #expect(events == expected)
            #expect(decoder.patience == whole.patience)
        }
    }

    /// Silence anywhere loses no more than what hung in the air, and no control character is ever typed.
    @Test(arguments: Array(UInt64(100)..<140))
    func silenceAnywhereIsHarmless(_ seed: UInt64) {
        var random = Seeded(seed)
        var decoder = KeyDecoder(pasteLimit: 64)
        var events: [InputEvent] = []
        for byte in Self.stream(seed, length: 3000) {
            events += decoder.feed([byte])
            if Int.random(in: 0..<8, using: &random) == 0, decoder.pendingEscape {
                events += decoder.timeout()
                #expect(!decoder.pendingEscape)
            }
        }
        for event in events {
            switch event {
            case .key(let key):
                guard case .scalar(let value) = key.code else { continue }
                #expect(value >= 0x20 && !(0x7F...0x9F).contains(value))
                #expect(Unicode.Scalar(value) != nil)
            case .paste(let text): #expect(text.utf8.count <= 64 * 3)
            case .mouse(let mouse):
                #expect(mouse.at.x >= 0 && mouse.at.y >= 0 && (0...2).contains(mouse.button))
            case .focus, .resize: break
            }
        }
    }

    /// Text without control characters comes out as Swift's own decoder reads it, repairs included.
    @Test(arguments: Array(UInt64(200)..<240))
    func textIsReadLikeSwiftReadsIt(_ seed: UInt64) {
        var random = Seeded(seed)
        var bytes: [UInt8] = []
        while bytes.count < 2000 {
            if Bool.random(using: &random) {
                bytes.append(UInt8.random(in: 0x80...0xFF, using: &random))
            } else {
                let value = UInt32.random(in: 0x20...0x10FFFF, using: &random)
                guard let scalar = Unicode.Scalar(value), !(0x7F...0x9F).contains(value) else { continue }
                bytes += Array(String(scalar).utf8)
            }
        }
        bytes.append(0x61)
        var decoder = KeyDecoder()
        let expected = String(decoding: bytes, as: UTF8.self).unicodeScalars.map { scalar in
            (0x80...0x9F).contains(scalar.value) ? "\u{FFFD}" : scalar
        }
        #expect(decoder.feed(bytes) == expected.map { .key(Key(.scalar($0.value))) })
    }

    @Test func aFloodDoesNotMakeItGrow() {
        var decoder = KeyDecoder(pasteLimit: 1000)
        for begin in ["\u{1B}[", "\u{1B}]", "\u{1B}P", "\u{1B}O", "\u{1B}[200~"] {
            _ = decoder.feed(begin.utf8)
            for _ in 0..<100 { _ = decoder.feed(repeatElement(UInt8(0x31), count: 10_000)) }
            #expect(decoder.sequence.bytes.count <= ControlSequence.limit)
            decoder.reset()
            #expect(decoder.sequence.bytes.isEmpty)
        }
    }
}
