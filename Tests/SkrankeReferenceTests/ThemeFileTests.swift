import SkrankeDomain
import SkrankeReference
import SkrankeScreen
import Testing

@Suite struct ThemeFileTests {
    static func theme(_ text: String, file: String = "Themes/x.toml") -> DataText {
        DataText(shownPath: file, text: text)
    }

    static func errors(_ text: String, parent: (String) -> DataText? = { _ in nil }) -> [DataFileError] {
        do {
            _ = try ThemeFile.decode(theme(text), parent: parent)
            return []
        } catch {
            return error.errors
        }
    }

    /// The file and the built-in theme are the same, so that a bare terminal looks like an installed one.
    @Test func ourThemeIsTheBuiltInOne() throws {
        let palette = try ThemeFile.decode(Self.theme(Repository.text("Themes/skranke.toml")))
        #expect(palette == Palette.skranke)
    }

    @Test func aHeirChangesWhatItSays() throws {
        let parent = Self.theme(try Repository.text("Themes/skranke.toml"), file: "Themes/skranke.toml")
        let text = """
            name = "egen"
            inherits = "skranke"
            [roles]
            demo = { fg = 16, bold = true, mono = "reverse underline" }
            """
        let palette = try ThemeFile.decode(Self.theme(text)) { $0 == "skranke" ? parent : nil }
        #expect(palette.name == "egen")
        #expect(palette[.demo] == RoleLook(fg: 16, .bold, mono: [.reverse, .underline]))
        for role in Role.allCases where role != .demo { #expect(palette[role] == Palette.skranke[role]) }
    }

    @Test(arguments: Role.allCases)
    func everyRoleIsRequired(role: Role) throws {
        let lines = try Repository.text("Themes/skranke.toml").split(
            separator: "\n", omittingEmptySubsequences: false)
        let text = lines.filter { !$0.hasPrefix("\(role) = ") }.joined(separator: "\n")
        let errors = Self.errors(text)
        #expect(errors.map(\.path) == ["roles.\(role)"])
        #expect(errors.map(\.expected) == [.presence])
    }

    @Test(arguments: [
        ("fg = 252, bg = 234", "fg = 256, bg = 234", "roles.text.fg", DataExpectation.integer(0...255)),
        ("fg = 252, bg = 234", "fg = -1, bg = 234", "roles.text.fg", .integer(0...255)),
        ("fg = 252, bg = 234", "fg = \"red\", bg = 234", "roles.text.fg", .kind(.integer)),
        ("fg16 = 7", "fg16 = 16", "roles.text.fg16", .integer(0...15)),
        ("fg = 252, bg", "bold = 1, bg", "roles.text.bold", .kind(.flag)),
        ("fg = 252, bg", "blod = true, bg", "roles.text.blod", .knownKey(nearest: "bold")),
        ("text = {", "txt = {", "roles.txt", .knownKey(nearest: "text")),
        (
            "mono = \"bold\"", "mono = \"blink\"", "roles.title.mono",
            .attributes(["bold", "dim", "reverse", "underline", "italic"])
        ),
    ])
    func wrong(old: String, new: String, path: String, expected: DataExpectation) throws {
        let text = try Repository.text("Themes/skranke.toml")
        let roles = try #require(text.range(of: "[roles]"))
        let range = try #require(text.range(of: old, range: roles.upperBound..<text.endIndex))
        let line = text[..<range.lowerBound].count { $0 == "\n" } + 1
        let errors = Self.errors(text.replacingCharacters(in: range, with: new))
        #expect(
            errors.contains { $0.path == path && $0.expected == expected && $0.line == line }, "\(errors)")
    }

    @Test func inheritanceEnds() {
        let loop = Self.theme("name = \"x\"\ninherits = \"x\"\n[roles]\n")
        #expect(Self.errors(loop.text) { _ in loop }.map(\.expected) == [.parentTheme])
        #expect(Self.errors(loop.text) { _ in nil }.map(\.line) == [2])
        // A line of themes without end.
        var count = 0
        let errors = Self.errors(loop.text) { _ in
            count += 1
            return Self.theme(loop.text, file: "Themes/\(count).toml")
        }
        #expect(errors.map(\.expected) == [.parentTheme])
        #expect(count < ThemeFile.depth)
    }

    @Test func whatIsWrongWithTheParentIsToldToo() {
        let parent = Self.theme("name = \"p\"\n[roles]\n", file: "Themes/p.toml")
        let errors = Self.errors("name = \"x\"\ninherits = \"p\"\n[roles]\n") { _ in parent }
        #expect(errors.count == Role.allCases.count)
        #expect(errors.allSatisfy { $0.file == "Themes/p.toml" && $0.expected == .presence })
    }
}
