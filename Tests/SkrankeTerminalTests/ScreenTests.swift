import SkrankeScreen
import Testing

@testable import SkrankeTerminal

/// Everything that opens an ncurses screen stands in this suite: there is one a process.
@Suite(.serialized) struct RealNcurses {}

/// Frames written as text, for tests.
enum Draw {
    /// Lines from the upper left corner; `wide` characters fill two cells, combining marks join their base.
    static func frame(
        _ lines: [String], _ size: Size = Size(width: 40, height: 6), style: Style = Style(.text),
        cursor: Point = Point(x: 0, y: 0), title: String = "Skranke"
    ) -> Frame {
        var grid = Grid(size: size)
        for (y, line) in lines.enumerated() {
            var x = 0
            for scalar in line.unicodeScalars {
                let columns = NcursesScreen.columns(of: scalar.value)
                if columns == 0, x > 0 {
                    let at = grid[x - 1, y].base == 0 ? x - 2 : x - 1
                    let place = (0..<4).first { grid[at, y].marks[$0] == 0 }
                    if let place { grid[at, y].marks[place] = scalar.value }
                    continue
                }
                grid[x, y] = Cell(base: scalar.value, style: style)
                if columns == 2 { grid[x + 1, y] = .continuation(style) }
                x += columns == 2 ? 2 : 1
            }
        }
        return Frame(grid: grid, cursor: cursor, title: title)
    }

    static func screen(
        _ term: String = "xterm-256color", _ size: Size = Size(width: 40, height: 6),
        colours: ColourDepth = .twoFiftySix
    ) throws -> NcursesScreen {
        try NcursesScreen(term: term, size: size, palette: .skranke, colours: colours)
    }
}

extension RealNcurses {
    @Suite(.serialized) struct ScreenTests {
        /// D2: what ncurses holds is what the grid says, cell for cell.
        private func expectHeld(_ frame: Frame, by screen: NcursesScreen) {
            for y in 0..<frame.grid.size.height {
                for x in 0..<frame.grid.size.width {
                    let cell = frame.grid[x, y]
                    let wanted =
                        cell.base == 0
                        ? [] : [cell.base] + (0..<4).map { cell.marks[$0] }.filter { $0 != 0 }
                    let look = Palette.skranke.look(of: cell.style, colours: screen.colours)
                    let held = screen.held(x: x, y: y)
                    #expect(held?.text == wanted, "at \(x),\(y)")
                    // A blank may be painted like its neighbour, where that shows nothing.
                    let shows = look.attributes.intersection([.reverse, .underline])
                    if cell.base == 0x20 {
                        #expect(
                            held?.attributes.intersection([.reverse, .underline]) == shows, "at \(x),\(y)")
                    } else if cell.base != 0 {
                        #expect(held?.attributes == look.attributes, "at \(x),\(y)")
                    }
                }
            }
        }

        @Test func cellsReadBackEqualTheGrid() throws {
            let screen = try Draw.screen()
            defer { screen.close() }
            let frames = [
                Draw.frame([
                    "Skranke: blåbærsyltetøy ÆØÅ", "e\u{301} a\u{30A} o\u{308}\u{301}\u{323}\u{330}x",
                    "čđŋšŧž",
                ]),
                Draw.frame(["漢字 😀 ✓⏳", "│┌─┐╔═╗║╚╝", "", "x漢"], style: Style(.selection)),
                Draw.frame(["漢", "a漢字b"], style: Style(.link, reverse: true, bold: true)),
                Draw.frame([String(repeating: "å", count: 40), String(repeating: "字", count: 20)]),
            ]
            for frame in frames + frames.reversed() {
                _ = screen.bytes(for: frame)
                expectHeld(frame, by: screen)
            }
        }

        /// No colours are sent for a blank between two words on one background.
        @Test func blanksTakeTheirNeighboursColours() throws {
            let screen = try Draw.screen()
            defer { screen.close() }
            func bytes(_ blank: Style) -> Int {
                var grid = Grid(size: Size(width: 40, height: 6))
                for (x, letter) in "a b".unicodeScalars.enumerated() {
                    grid[x, 1] = Cell(base: letter.value, style: x == 1 ? blank : Style(.text))
                }
                screen.repaint()
                return screen.bytes(for: Frame(grid: grid, cursor: Point(x: 0, y: 0), title: "")).count
            }
            _ = bytes(Style(.text))  // enters the screen
            #expect(bytes(Style(.statusBroken)) == bytes(Style(.text)), "the same background")
            #expect(bytes(Style(.selection)) > bytes(Style(.text)), "another background")
            #expect(bytes(Style(.text, reverse: true)) > bytes(Style(.text)), "seen on a blank")
        }

        @Test(arguments: Role.allCases)
        func everyRoleInEveryEmphasis(_ role: Role) throws {
            let screen = try Draw.screen()
            defer { screen.close() }
            for style in [Style(role), Style(role, reverse: true), Style(role, bold: true, underline: true)] {
                let frame = Draw.frame(["rolle"], style: style)
                _ = screen.bytes(for: frame)
                expectHeld(frame, by: screen)
                #expect(screen.held(x: 0, y: 0)?.hasPair == true)
            }
        }

        @Test func unchangedIsNothingAndAMovedSelectionIsLittle() throws {
            let size = Size(width: 120, height: 36)
            let screen = try Draw.screen("xterm-256color", size)
            defer { screen.close() }
            func list(_ selected: Int) -> Frame {
                let lines = (0..<36).map { "  C-10\($0 + 10)   03:\($0 + 10)  Ukjent  Fra Mia: bod nr \($0)" }
                var frame = Draw.frame(lines, size, cursor: Point(x: 2, y: selected))
                for x in 0..<48 { frame.grid[x, selected].style = Style(.selection) }
                frame.grid[0, selected].base = 0x3E
                return frame
            }
            #expect(screen.bytes(for: list(3)).count > 1000)
            #expect(screen.bytes(for: list(3)) == [])
            let moved = screen.bytes(for: list(4))
            let brackets = ModeSequences.beginFrame.utf8.count + ModeSequences.endFrame.utf8.count
            #expect((1...200).contains(moved.count + brackets), "\(moved.count) bytes")
            var clock = list(4)
            clock.grid[119, 0].base = 0x37
            #expect((1...60).contains(screen.bytes(for: clock).count))
        }

        @Test func onlyTheCursorMoves() throws {
            let screen = try Draw.screen()
            defer { screen.close() }
            _ = screen.bytes(for: Draw.frame(["abc"]))
            let bytes = screen.bytes(for: Draw.frame(["abc"], cursor: Point(x: 2, y: 1)))
            #expect((1...10).contains(bytes.count))
            // Outside the screen: it is brought in, never hidden.
            _ = screen.bytes(for: Draw.frame(["abc"], cursor: Point(x: 400, y: -3)))
        }

        @Test func resizeInBetween() throws {
            let screen = try Draw.screen()
            defer { screen.close() }
            _ = screen.bytes(for: Draw.frame(["før"]))
            for size in [
                Size(width: 80, height: 24), Size(width: 1, height: 1), Size(width: 200, height: 60),
            ] {
                screen.resize(to: size)
                // A frame of the old size is cut or filled up, a frame of the new one fits.
                _ = screen.bytes(for: Draw.frame(["før"]))
                let frame = Draw.frame([size.width > 5 ? "etter" : "e"], size)
                _ = screen.bytes(for: frame)
                expectHeld(frame, by: screen)
            }
            screen.resize(to: Size(width: 9000, height: 9000))
            #expect(screen.size == Size(width: 500, height: 200))
        }

        @Test func oneScreenAProcess() throws {
            let screen = try Draw.screen()
            #expect(throws: TerminalFailure.inUse) { try Draw.screen() }
            screen.close()
            screen.close()
            try Draw.screen().close()
        }

        @Test func anotherThemeIsSeenAtOnce() throws {
            let screen = try Draw.screen()
            defer { screen.close() }
            let frame = Draw.frame(["tekst"])
            _ = screen.bytes(for: frame)
            screen.use(Palette(name: "annen", looks: [.text: RoleLook(fg: 16, bg: 231, .bold)]))
            let bytes = screen.bytes(for: frame)
            #expect(String(decoding: bytes, as: UTF8.self).contains("48;5;231"))
            #expect(screen.held(x: 0, y: 0)?.attributes == .bold)
            #expect(screen.bytes(for: frame) == [])
        }
    }
}
