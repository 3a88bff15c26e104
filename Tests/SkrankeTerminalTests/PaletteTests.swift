import SkrankeScreen
import Testing

/// The built-in theme can be read by everybody (craft §4.6).
@Suite struct PaletteTests {
    /// Red, green, blue of a colour of the 256 palette, 16...255.
    static func rgb(_ number: UInt8) -> [Double] {
        let n = Int(number)
        if n >= 232 { return Array(repeating: Double(8 + 10 * (n - 232)), count: 3) }
        let levels: [Double] = [0, 95, 135, 175, 215, 255]
        return [levels[(n - 16) / 36], levels[(n - 16) / 6 % 6], levels[(n - 16) % 6]]
    }

    /// Luminance as WCAG 2 defines it. Its x^2.4 is x^2 * x^0.4, and y = x^0.4 solves y^5 = x^2, by Newton.
    static func luminance(_ number: UInt8) -> Double {
        let linear = rgb(number).map { value -> Double in
            let c = value / 255
            if c <= 0.03928 { return c / 12.92 }
            let x = (c + 0.055) / 1.055
            var root = 1.0
            for _ in 0..<60 {
                let fourth = root * root * root * root
                root -= (fourth * root - x * x) / (5 * fourth)
            }
            return x * x * root
        }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }

    static func contrast(_ look: Look) -> Double {
        guard let fg = look.foreground, let bg = look.background else { return 0 }
        let (a, b) = (luminance(fg), luminance(bg))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    @Test func contrastIsComputedAsMeasured() {
        #expect(abs(Self.contrast(Look(foreground: 252, background: 234)) - 11.0) < 0.1)
        #expect(abs(Self.contrast(Look(foreground: 203, background: 234)) - 5.7) < 0.1)
        #expect(abs(Self.contrast(Look(foreground: 244, background: 234)) - 4.3) < 0.1)
    }

    @Test(arguments: Role.allCases)
    func everyRoleCanBeRead(_ role: Role) {
        let wanted = role == .border ? 3.0 : 4.5
        for style in [Style(role), Style(role, reverse: true), Style(role, bold: true)] {
            #expect(Self.contrast(Palette.skranke.look(of: style, colours: .twoFiftySix)) >= wanted)
        }
    }

    /// On few colours nothing is drawn in the colour of its ground.
    @Test(arguments: Role.allCases, [ColourDepth.sixteen, .eight])
    func noTextHidesInItsGround(_ role: Role, _ depth: ColourDepth) {
        let look = Palette.skranke.look(of: Style(role), colours: depth)
        #expect(look.foreground != nil && look.foreground != look.background)
        #expect((look.foreground ?? 0) < (depth == .eight ? 8 : 16))
    }

    /// What must be told apart is told apart without any colour.
    @Test(
        arguments: [
            (.selection, .text), (.selection, .selectionUnfocused), (.statusBroken, .statusOK),
            (.statusSoon, .statusOK), (.statusSoon, .statusBroken), (.borderFocus, .border),
            (.paneTitleFocus, .paneTitle), (.internalNote, .agent), (.citizen, .agent), (.flashError, .flash),
            (.keyBarKey, .keyBar), (.disabled, .text), (.searchHit, .text), (.heldText, .input),
            (.inputPlaceholder, .input),
        ] as [(Role, Role)])
    func rolesDifferWithoutColour(_ one: Role, _ other: Role) {
        for depth in ColourDepth.allCases where depth != .eight {
            let palette = Palette.skranke
            #expect(
                palette.look(of: Style(one), colours: depth) != palette.look(of: Style(other), colours: depth)
            )
        }
    }

    @Test func emphasisIsAlwaysSeen() {
        for role in Role.allCases {
            for depth in ColourDepth.allCases {
                let plain = Palette.skranke.look(of: Style(role), colours: depth)
                #expect(Palette.skranke.look(of: Style(role, reverse: true), colours: depth) != plain)
            }
        }
    }

    @Test func coloursAreCarriedDown() {
        let look = RoleLook(fg: 75, bg: 234, .italic, fg16: 12, bg16: 8, mono: .underline)
        #expect(look.at8 == Look(foreground: 4, background: 0, attributes: [.italic, .bold]))
        let palette = Palette(name: "x", looks: [.text: look])
        #expect(palette.look(of: Style(.title), colours: .none) == Look(attributes: .underline))
        #expect(ColourDepth(count: 0) == .none && ColourDepth(count: 8) == .eight)
        #expect(ColourDepth(count: 88) == .sixteen && ColourDepth(count: 256) == .twoFiftySix)
    }
}
