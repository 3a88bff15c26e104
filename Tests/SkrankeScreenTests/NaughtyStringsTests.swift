import Foundation
import SkrankeScreen
import Testing

/// Strings that broke other programs: the public list beside the repository, and own samples.
struct NaughtyStringsTests {
    private static let samples = [
        "\u{1B}]0;title\u{7}", "\u{1B}[2J\u{1B}[H", "\u{9D}52;c;AAAA\u{9C}", "a\u{202E}txt.exe",
        "\u{0}\u{1}\u{7F}\u{85}",
        "Z\u{351}\u{36B}\u{343}\u{32A}\u{302}\u{36B}\u{33D}\u{34F}\u{334}\u{319}\u{324}", "🏳️‍⚧️👩🏿‍🦰🇳🇴🇸🇯",
        "ⁿ﷽𒐫꧅⸻",
        "\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E007F}",
        "\u{FFFE}\u{FFFF}\u{10FFFF}", "\r\n\u{2028}\u{2029}\u{B}",
        "한국어 ᄒ\u{1161}\u{11AB}", "שלום مرحبا \u{61C}", "\u{3164}\u{115F}\u{1160}\u{FFA0}",
        String(repeating: "\u{301}", count: 99),
    ]

    /// The list, or none if the folder is not beside the repository.
    private static let published: [String] = {
        var folder = URL(fileURLWithPath: #filePath)
        while folder.path != "/" {
            folder.deleteLastPathComponent()
            let package = folder.appendingPathComponent("Package.swift").path
            if FileManager.default.fileExists(atPath: package) { break }
        }
        let file = folder.deletingLastPathComponent()
            .appendingPathComponent("shared/corpora/naughty-strings/blns.txt")
        guard let bytes = try? Data(contentsOf: file) else {
            let sentence = "../shared/corpora/naughty-strings/blns.txt is missing\n"
            FileHandle.standardError.write(Data(sentence.utf8))
            return []
        }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }()

    @Test func nothingHostileReachesACell() {
        for text in Self.samples + Self.published {
            var canvas = Canvas(size: Size(width: 60, height: 8))
            let used = canvas.text(text, at: Point(x: 1, y: 0), Style(.citizen))
            #expect(used == TextWidth.of(text), "\(text.debugDescription)")
            for (row, line) in TextWrap.lines(text, width: 17).prefix(7).enumerated() {
                #expect(TextWidth.of(line) <= 17, "\(text.debugDescription)")
                canvas.text(line, at: Point(x: 30, y: row + 1), Style(.text))
            }
            let box = Box.pane(text, focused: false, statuses: [text])
            canvas.box(box, in: Rect(x: 2, y: 2, width: 25, height: 4))
            #expect(defects(of: canvas.grid).isEmpty, "\(text.debugDescription)")
        }
    }

    @Test func graphemesAddUp() {
        for text in Self.samples + Self.published {
            let sum = text.reduce(0) { $0 + TextWidth.of($1) }
            #expect(sum == TextWidth.of(text), "\(text.debugDescription)")
            #expect(TextWidth.of(TextWidth.clean(text)) == TextWidth.of(text), "\(text.debugDescription)")
        }
    }

    @Test func anEditorSurvivesThem() {
        for text in Self.samples + Self.published {
            var editor = TextEditor(size: Size(width: 20, height: 5), scalarLimit: 20_000)
            editor.paste(text + "\n" + text)
            var canvas = Canvas(size: Size(width: 20, height: 5))
            for _ in 0..<(editor.lineCount / 4 + 1) {
                let cursor = editor.draw(on: &canvas, in: canvas.bounds, Style(.input))
                #expect(canvas.bounds.contains(cursor))
                #expect(defects(of: canvas.grid).isEmpty, "\(text.debugDescription)")
                editor.perform(.pageUp)
            }
            #expect(editor.top == 0)
        }
    }
}
