import SkrankeScreen
import Testing

@testable import SkrankeTerminal

@Suite struct KeyDecoderTests {
    @Test(arguments: KeyTable.all)
    func means(_ sent: Sent) {
        var decoder = KeyDecoder()
        #expect(decoder.feed(sent.bytes) == sent.events)
        #expect(!decoder.pendingEscape)
    }

    @Test(arguments: KeyTable.all)
    func meansTheSameByteByByteAndLeavesNothingBehind(_ sent: Sent) {
        var decoder = KeyDecoder()
        var events: [InputEvent] = []
        for byte in sent.bytes { events += decoder.feed([byte]) }
        events += decoder.feed("ø".utf8)
        #expect(events == sent.events + typed("ø"))
    }

    @Test(
        arguments: [
            ("\u{1B}", [Key(.escape)], 25), ("\u{1B}\u{1B}", [Key(.escape), Key(.escape)], 25),
            ("\u{1B}[", [Key(.scalar(0x5B), .alt)], 100), ("\u{1B}O", [Key(.scalar(0x4F), .alt)], 100),
            ("\u{1B}]", [Key(.scalar(0x5D), .alt)], 100), ("\u{1B}P", [Key(.scalar(0x50), .alt)], 100),
            ("\u{1B}[1;", [], 1000), ("\u{1B}]11;r", [], 1000), ("\u{1B}[[", [], 1000),
            ("\u{1B}[M!", [], 1000),
        ] as [(String, [Key], Int64)])
    func silence(_ text: String, _ keys: [Key], _ patience: Int64) {
        var decoder = KeyDecoder()
        #expect(decoder.feed(text.utf8) == [])
        #expect(decoder.pendingEscape)
        #expect(decoder.patience == patience)
        #expect(decoder.timeout() == keys.map(InputEvent.key))
        #expect(!decoder.pendingEscape)
        #expect(decoder.feed("ny".utf8) == typed("ny"))
    }

    @Test func escapeThenLetterAfterSilenceAreTwoKeys() {
        var decoder = KeyDecoder()
        #expect(decoder.feed([0x1B]) == [])
        #expect(decoder.timeout() == [.key(Key(.escape))])
        #expect(decoder.feed("[A".utf8) == typed("[A"))
    }

    @Test func threeEscapesAndALetter() {
        var decoder = KeyDecoder()
        let events = decoder.feed("\u{1B}\u{1B}\u{1B}x".utf8)
        #expect(events == [.key(Key(.escape)), .key(Key(.escape)), .key(Key(.scalar(0x78), .alt))])
    }

    /// What is not UTF-8 is shown as U+FFFD, one for each part, and the letters around it survive.
    @Test(
        arguments: [
            ([0xFF, 0x41, 0x42], "\u{FFFD}AB"), ([0xC3, 0x41], "\u{FFFD}A"),
            ([0xC0, 0xAF], "\u{FFFD}\u{FFFD}"),
            ([0xE0, 0x80, 0xAF], "\u{FFFD}\u{FFFD}\u{FFFD}"),
            ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}"),
            ([0xF4, 0x90, 0x80, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
            ([0xF0, 0x9F, 0x98, 0x41], "\u{FFFD}A"), ([0xC2, 0x9B, 0x41], "\u{FFFD}A"),
            ([0xE6, 0x41, 0xF8, 0x42, 0xE5, 0x43], "\u{FFFD}A\u{FFFD}B\u{FFFD}C"),
        ] as [([UInt8], String)])
    func invalidText(_ bytes: [UInt8], _ expected: String) {
        var decoder = KeyDecoder()
        #expect(decoder.feed(bytes) == typed(expected))
    }

    @Test func halfALetterAndAnEscapeSequence() {
        var decoder = KeyDecoder()
        #expect(decoder.feed([0xC3, 0x1B, 0x5B, 0x41]) == typed("\u{FFFD}") + [.key(Key(.up))])
    }

    /// An answer that never ends must not swallow what the agent types afterwards.
    @Test func anAnswerCutShort() {
        var decoder = KeyDecoder()
        #expect(decoder.feed("\u{1B}]11;rgb\r".utf8) == [.key(Key(.enter))])
        #expect(decoder.feed("\u{1B}P1+r\u{1B}[B".utf8) == [.key(Key(.down))])
        let endless = Array(repeating: UInt8(0x78), count: KeyDecoder.answerLimit + 2)
        #expect(decoder.feed([0x1B, 0x5D] + endless) == typed("x"))
    }

    @Test func aControlCharacterEndsASequence() {
        var decoder = KeyDecoder()
        #expect(decoder.feed("\u{1B}[1;\r".utf8) == [.key(Key(.enter))])
        #expect(decoder.feed("\u{1B}[1æ".utf8) == typed("æ"))
        #expect(decoder.feed("\u{1B}O\r".utf8) == [.key(Key(.enter))])
    }

    @Test func resetForgetsHalfASequence() {
        var decoder = KeyDecoder()
        #expect(decoder.feed("\u{1B}[200~abc".utf8) == [])
        decoder.reset()
        #expect(decoder.feed("d".utf8) == typed("d"))
        #expect(decoder.feed("\u{1B}[200~e\u{1B}[201~".utf8) == [.paste("e")])
    }
}

@Suite struct PasteTests {
    @Test func isCutAtTheLimitButNotInsideALetter() {
        for limit in 1...12 {
            var decoder = KeyDecoder(pasteLimit: limit)
            let events = decoder.feed("\u{1B}[200~aæ漢😀bcdefgh\u{1B}[201~x".utf8)
            guard case .paste(let text)? = events.first else {
                Issue.record("no paste at limit \(limit)")
                continue
            }
            #expect(text.utf8.count <= limit)
            #expect("aæ漢😀bcdefgh".hasPrefix(text))
            #expect(events.dropFirst() == typed("x")[...])
        }
    }

    @Test func aMegabyteIsOneEvent() {
        var decoder = KeyDecoder()
        let long = String(repeating: "å", count: KeyDecoder.pasteLimit / 2)
        #expect(decoder.feed("\u{1B}[200~".utf8) == [])
        #expect(decoder.feed(long.utf8) == [])
        #expect(decoder.feed("mer".utf8) == [])
        #expect(decoder.feed("\u{1B}[201~".utf8) == [.paste(long)])
    }

    /// Newlines of a paste never become Enter, not even when the terminal forgets its end.
    @Test func anEndThatNeverComes() {
        var decoder = KeyDecoder()
        #expect(decoder.feed("\u{1B}[200~a\rb\u{1B}".utf8) == [])
        #expect(decoder.patience == 10_000)
        #expect(decoder.timeout() == [.paste("a\rb")])
        #expect(decoder.feed("c".utf8) == typed("c"))
    }

    @Test func invalidBytesAreReplaced() {
        var decoder = KeyDecoder()
        let bytes = Array("\u{1B}[200~a".utf8) + [0xFF, 0xC3] + Array("\u{1B}[201~".utf8)
        #expect(decoder.feed(bytes) == [.paste("a\u{FFFD}\u{FFFD}")])
    }
}
