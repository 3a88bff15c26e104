import SkrankeScreen
import Testing

@testable import SkrankeTerminal

extension RealNcurses {
    @Suite(.serialized) struct TerminalTypeTests {
        @Test(
            arguments: [
                ("vt100", "vt100", .none), ("linux", "linux", .eight), ("xterm", "xterm", .eight),
                ("xterm-256color", "xterm-256color", .twoFiftySix), ("screen", "screen", .eight),
                ("tmux-256color", "tmux-256color", .twoFiftySix),
                ("tull-og-tøys", "xterm-256color", .twoFiftySix),
                ("xterm-kitty", "xterm-256color", .twoFiftySix), ("", "xterm-256color", .twoFiftySix),
            ] as [(String, String, ColourDepth)])
        func draws(_ term: String, _ used: String, _ colours: ColourDepth) throws {
            let screen = try Draw.screen(term)
            defer { screen.close() }
            #expect(screen.term == used)
            #expect(screen.colours == colours)
            for role in Role.allCases {
                let bytes = screen.bytes(for: Draw.frame(["blåbær \(role)"], style: Style(role)))
                let text = String(decoding: bytes, as: UTF8.self)
                #expect(text.contains("\(role)".suffix(1)))
                #expect(!bytes.contains(0), "padding")
                // Black on black is what a pair that failed looks like.
                #expect(!text.contains("30;40m"))
            }
            #expect(screen.held(x: 2, y: 0)?.text == [0xE5])
        }

        @Test func monochromeByChoice() throws {
            let screen = try Draw.screen("xterm-256color", colours: .none)
            defer { screen.close() }
            let bytes = screen.bytes(for: Draw.frame(["brutt"], style: Style(.statusBroken)))
            #expect(screen.colours == .none)
            #expect(screen.held(x: 0, y: 0)?.attributes == [.bold, .reverse])
            #expect(!String(decoding: bytes, as: UTF8.self).contains("38;5"))
        }

        @Test func aTerminalThatCannotMoveItsCursor() {
            #expect(throws: TerminalFailure.cannotMoveCursor("dumb")) { try Draw.screen("dumb") }
        }

        @Test(arguments: ["vt100", "linux", "xterm-256color", "tmux-256color"])
        func resetSequenceHasNoDelays(_ term: String) throws {
            let screen = try Draw.screen(term)
            defer { screen.close() }
            #expect(!screen.resetSequence().contains("$<"))
            #expect(screen.resetSequence().contains("\u{1B}["))
        }

        @Test func padding() {
            #expect(NcursesScreen.withoutPadding("a$<2>b$<3/>$c<d>$") == "ab$c<d>$")
            #expect(NcursesScreen.withoutPadding("$") == "$")
        }
    }

    /// The last line of defence: grids with everything that must not be in them.
    @Suite(.serialized) struct ForbiddenByteTests {
        static let forbidden: [UInt32] =
            Array(0...0x1F) + Array(0x7F...0x9F) + [
                0xAD, 0x61C, 0x180E, 0xFEFF, 0xFFFE, 0xD800, 0xDFFF, 0x110000,
            ]
            + Array(0x200B...0x200F) + Array(0x2028...0x202E) + Array(0x2060...0x206F)
            + Array(0xFE00...0xFE0F)
            + Array(0xFFF9...0xFFFB) + [0xE0001, 0xE0041, 0xE0100, 0xFFFF_FFFF]

        /// What ncurses itself sends besides text: taken from the same grid with the cells blank.
        private func scalars(_ bytes: [UInt8]) -> [UInt32] {
            String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value)
        }

        @Test(arguments: [false, true])
        func noneReachesTheTerminal(_ asMark: Bool) throws {
            let screen = try Draw.screen()
            defer { screen.close() }
            _ = screen.bytes(for: Draw.frame([]))
            for scalar in Self.forbidden where scalar != 0 {
                var frame = Draw.frame(["abc"])
                if asMark {
                    frame.grid[1, 0].marks = [scalar, 0x301, scalar, scalar]
                } else {
                    frame.grid[1, 0].base = scalar
                }
                screen.repaint()
                let bytes = screen.bytes(for: frame)
                // ncurses' own: ESC, CR, LF, BS, SI; never anything of C1 or above.
                let own: Set<UInt32> = [0x1B, 0x0D, 0x0A, 0x08, 0x0F]
                for found in scalars(bytes) where !CellText.isAllowed(found) {
                    #expect(
                        own.contains(found) && found != scalar || own.contains(scalar), "\(scalar): \(found)")
                }
                let held = screen.held(x: 1, y: 0)?.text
                #expect(held == (asMark ? [0x62, 0x301] : [CellText.substitute]), "\(scalar)")
                #expect(screen.held(x: 2, y: 0)?.text == [0x63], "columns stay aligned")
            }
        }

        @Test func anOrphanOfAWideCharacterKeepsColumnsAligned() throws {
            let screen = try Draw.screen()
            defer { screen.close() }
            var frame = Draw.frame(["漢b"])
            frame.grid[1, 0] = Cell(base: 0x62, style: Style(.text))
            frame.grid[5, 0] = .continuation(Style(.text))
            frame.grid[39, 1].base = 0x6F22
            frame.grid[8, 0].base = 0x301
            _ = screen.bytes(for: frame)
            // The grid itself blanks what is left of a wide character.
            #expect(screen.held(x: 0, y: 0)?.text == [0x20])
            #expect(screen.held(x: 1, y: 0)?.text == [0x62])
            #expect(screen.held(x: 5, y: 0)?.text == [0x20])
            #expect(screen.held(x: 39, y: 1)?.text == [0x20])
            #expect(screen.held(x: 8, y: 0)?.text == [CellText.substitute])
        }

        @Test func titlesAreClean() {
            let all = String(String.UnicodeScalarView(Self.forbidden.compactMap { Unicode.Scalar($0) }))
            #expect(ModeSequences.title(all + "Skrånke") == "\u{1B}]2;Skrånke\u{7}")
            #expect(ModeSequences.title("a\u{7}\u{1B}]0;x\u{9C}b") == "\u{1B}]2;a]0;xb\u{7}")
            #expect(CellText.title(String(repeating: "x", count: 1000)).count == 120)
        }
    }
}
