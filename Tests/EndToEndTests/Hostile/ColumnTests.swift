import Foundation
import Glibc
import Testing

/// The C library's `wcwidth`, as terminals use it; Swift's Glibc module hides it behind _XOPEN_SOURCE.
@_silgen_name("wcwidth") private func cells(_ scalar: wchar_t) -> Int32

extension EndToEnd {
    /// Whatever is in them, the panes' borders stay in their columns, as a real terminal sees it.
    @Test(arguments: windows)
    func bordersStayInTheirColumns(_ window: Window) throws {
        setlocale(LC_CTYPE, "C.UTF-8")
        let desk = try DeskFolder()
        let service = try desk.start(["serve"])
        defer { service.kill(SIGTERM) }
        let web = try desk.gatewayAnswers()
        var waiting = 0
        for text in HostileTexts.all.prefix(60) {
            let reply = try web.post(
                "/api/v1/chats", ["question": text, "contact": ["name": String(text.prefix(60))]],
                key: UUID().uuidString)
            if reply.status == 201 { waiting += 1 }
        }
        #expect(waiting > 20, "most was refused")
        let console = try TmuxConsole(desk, columns: window.columns, rows: window.rows)
        try console.shows("1 Chat", "\(waiting) venter")
        for _ in 0..<20 {
            try console.press("1", "Down", "Enter")
            try eventually("a screen whose rows end where they should") {
                Self.crooked(try console.rows, window).isEmpty
            }
        }
        #expect(Self.crooked(try console.rows, window) == [])
    }

    private static let borders: Set<Character> = ["│", "║", "┐", "┘", "╗", "╝", "┤", "╣"]

    /// The rows that begin with a border and do not end with one in the last column.
    private static func crooked(_ rows: [String], _ window: Window) -> [String] {
        rows.filter { row in
            guard let first = row.first, "│║┌└╔╚".contains(first) else { return false }
            guard let last = row.last, borders.contains(last) else { return true }
            return width(row) != window.columns
        }
    }

    private static func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + max(0, Int(cells(wchar_t($1.value)))) }
    }
}
