/// How many colours a terminal has.
public enum ColourDepth: UInt8, CaseIterable, Sendable {
    case none, eight, sixteen, twoFiftySix

    /// The depth of a terminal that reports `count` colours.
    public init(count: Int) {
        switch count {
        case 256...: self = .twoFiftySix
        case 16...: self = .sixteen
        case 8...: self = .eight
        default: self = .none
        }
    }
}

/// What a cell looks like on one kind of terminal: palette numbers (nil = the terminal's own colour)
/// and attributes.
public struct Look: Hashable, Sendable {
    public struct Attributes: OptionSet, Hashable, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        public static let bold = Attributes(rawValue: 1)
        public static let dim = Attributes(rawValue: 2)
        public static let reverse = Attributes(rawValue: 4)
        public static let underline = Attributes(rawValue: 8)
        public static let italic = Attributes(rawValue: 16)
    }
    public var foreground: UInt8?
    public var background: UInt8?
    public var attributes: Attributes
    public init(foreground: UInt8? = nil, background: UInt8? = nil, attributes: Attributes = []) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }
}

/// The looks of one role at 256, 16 and 8 colours and without any.
public struct RoleLook: Hashable, Sendable {
    public var at256: Look
    public var at16: Look
    public var at8: Look
    /// Without colours the attributes alone carry the role.
    public var mono: Look.Attributes

    /// Colours given once are carried down: what is missing at 8 colours is taken from 16, where a
    /// bright foreground (8...15) becomes the plain one in bold and a bright background the plain one.
    public init(
        fg: UInt8? = nil, bg: UInt8? = nil, _ attributes: Look.Attributes = [], fg16: UInt8? = nil,
        bg16: UInt8? = nil, fg8: UInt8? = nil, bg8: UInt8? = nil, mono: Look.Attributes = []
    ) {
        at256 = Look(foreground: fg, background: bg, attributes: attributes)
        at16 = Look(foreground: fg16, background: bg16, attributes: attributes)
        let bright = fg8 == nil && (fg16 ?? 0) >= 8
        at8 = Look(
            foreground: (fg8 ?? fg16).map { $0 & 7 }, background: (bg8 ?? bg16).map { $0 & 7 },
            attributes: bright ? attributes.union(.bold) : attributes)
        self.mono = mono
    }
}

/// A theme as a value: what each role looks like (habit 19: drawing code knows roles, never colours).
public struct Palette: Equatable, Sendable {
    public var name: String
    private var looks: [RoleLook]

    /// A role that `looks` leaves out looks like `text`; a theme's decoder refuses such a file instead.
    public init(name: String, looks given: [Role: RoleLook]) {
        self.name = name
        let fallback = given[.text] ?? RoleLook()
        looks = Role.allCases.map { given[$0] ?? fallback }
    }

    public subscript(role: Role) -> RoleLook { looks[Int(role.rawValue)] }

    /// The look of a style: its role's, with the emphasis on top. Reversing what is reversed already
    /// gives the plain look, so that emphasis is always seen.
    public func look(of style: Style, colours: ColourDepth) -> Look {
        let role = self[style.role]
        var look =
            switch colours {
            case .twoFiftySix: role.at256
            case .sixteen: role.at16
            case .eight: role.at8
            case .none: Look(attributes: role.mono)
            }
        if style.reverse { look.attributes.formSymmetricDifference(.reverse) }
        if style.bold { look.attributes.insert(.bold) }
        if style.underline { look.attributes.insert(.underline) }
        return look
    }
}

extension Palette {
    /// The built-in theme `skranke`, the same as Themes/skranke.toml: dark, calm, and told apart by
    /// colour-blind people too (craft §4.6: ok blue, soon yellow, broken orange-red).
    public static let skranke = Palette(
        name: "skranke",
        looks: plainRoles.merging(statusRoles) { a, _ in a }
            .merging(paneRoles) { a, _ in a }.merging(barRoles) { a, _ in a })

    private static let plainRoles: [Role: RoleLook] = [
        .text: RoleLook(fg: 252, bg: 234, fg16: 7, bg16: 0),
        .secondary: RoleLook(fg: 247, bg: 234, fg16: 7, bg16: 0),
        .title: RoleLook(fg: 255, bg: 237, .bold, fg16: 15, bg16: 0, mono: .bold),
        .titleAccent: RoleLook(fg: 117, bg: 237, .bold, fg16: 14, bg16: 0, mono: .bold),
        .citizen: RoleLook(fg: 230, bg: 234, fg16: 15, bg16: 0, mono: .bold),
        .agent: RoleLook(fg: 152, bg: 234, fg16: 14, bg16: 0),
        .system: RoleLook(fg: 247, bg: 234, .italic, fg16: 7, bg16: 0),
        .internalNote: RoleLook(fg: 223, bg: 238, .italic, fg16: 11, bg16: 0, mono: .underline),
        .link: RoleLook(fg: 117, bg: 234, .underline, fg16: 14, bg16: 0, mono: .underline),
        .searchHit: RoleLook(fg: 234, bg: 221, fg16: 0, bg16: 3, mono: [.reverse, .underline]),
        .disabled: RoleLook(fg: 247, bg: 236, fg16: 8, bg16: 0, fg8: 7, mono: .dim),
    ]

    private static let statusRoles: [Role: RoleLook] = [
        .statusOK: RoleLook(fg: 75, bg: 234, fg16: 14, bg16: 0),
        .statusSoon: RoleLook(fg: 221, bg: 234, .bold, fg16: 11, bg16: 0, mono: .bold),
        .statusBroken: RoleLook(fg: 203, bg: 234, .bold, fg16: 9, bg16: 0, mono: [.bold, .reverse]),
        .statusPaused: RoleLook(fg: 146, bg: 234, fg16: 7, bg16: 0, mono: .dim),
        .flash: RoleLook(fg: 253, bg: 238, fg16: 15, bg16: 8, mono: .reverse),
        .flashError: RoleLook(fg: 255, bg: 124, .bold, fg16: 15, bg16: 1, mono: [.reverse, .bold]),
        .demo: RoleLook(fg: 234, bg: 183, .bold, fg16: 0, bg16: 6, mono: [.reverse, .bold]),
    ]

    private static let paneRoles: [Role: RoleLook] = [
        .border: RoleLook(fg: 243, bg: 234, fg16: 7, bg16: 0),
        .borderFocus: RoleLook(fg: 110, bg: 234, .bold, fg16: 14, bg16: 0, mono: .bold),
        .paneTitle: RoleLook(fg: 250, bg: 234, fg16: 7, bg16: 0),
        .paneTitleFocus: RoleLook(fg: 255, bg: 234, .bold, fg16: 15, bg16: 0, mono: .bold),
        .selection: RoleLook(fg: 255, bg: 24, fg16: 15, bg16: 4, mono: .reverse),
        .selectionUnfocused: RoleLook(fg: 253, bg: 239, fg16: 0, bg16: 7, mono: .underline),
        .mark: RoleLook(fg: 221, bg: 234, .bold, fg16: 11, bg16: 0, mono: .bold),
        .overlay: RoleLook(fg: 253, bg: 236, fg16: 7, bg16: 0),
        .overlayBorder: RoleLook(fg: 110, bg: 236, .bold, fg16: 14, bg16: 0, mono: .bold),
    ]

    private static let barRoles: [Role: RoleLook] = [
        .input: RoleLook(fg: 255, bg: 238, fg16: 15, bg16: 0),
        .inputPlaceholder: RoleLook(fg: 248, bg: 236, .italic, fg16: 7, bg16: 0, mono: .dim),
        .heldText: RoleLook(fg: 221, bg: 236, .italic, fg16: 11, bg16: 0, mono: .underline),
        .keyBar: RoleLook(fg: 250, bg: 236, fg16: 7, bg16: 0),
        .keyBarKey: RoleLook(fg: 255, bg: 240, .bold, fg16: 0, bg16: 6, mono: .reverse),
    ]
}
