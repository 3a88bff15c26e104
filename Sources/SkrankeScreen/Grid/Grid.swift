/// A place on the screen, counted from the upper left corner; (0, 0) is the first cell.
public struct Point: Hashable, Sendable {
    public var x: Int
    public var y: Int
    public init(x: Int, y: Int) {
        self.x = x
        self.y = y
    }
}

/// A size in cells.
public struct Size: Hashable, Sendable {
    public var width: Int
    public var height: Int
    public init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }
}

/// A rectangle of cells.
public struct Rect: Hashable, Sendable {
    public var x: Int
    public var y: Int
    public var width: Int
    public var height: Int
    public init(x: Int, y: Int, width: Int, height: Int) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }
}

/// The number of a style: a role with its emphasis. Drawing code names roles, never colours (habit 19).
public struct Style: Hashable, Sendable, RawRepresentable {
    /// Low byte: `Role.rawValue`; the bits above: emphasis.
    public var rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }
    public init(_ role: Role, reverse: Bool = false, bold: Bool = false, underline: Bool = false) {
        let emphasis: UInt16 = (reverse ? 0x100 : 0) | (bold ? 0x200 : 0) | (underline ? 0x400 : 0)
        rawValue = UInt16(role.rawValue) | emphasis
    }
    public var role: Role { Role(rawValue: UInt8(rawValue & 0xFF)) ?? .text }
    public var reverse: Bool { rawValue & 0x100 != 0 }
    public var bold: Bool { rawValue & 0x200 != 0 }
    public var underline: Bool { rawValue & 0x400 != 0 }
}

/// A whole screen as a value: cells row by row, the hardware cursor, the window's title.
public struct Frame: Equatable, Sendable {
    public var grid: Grid
    /// Always on the focus (law 9).
    public var cursor: Point
    /// Free of citizen data; cleaned of controls, as cells are (law 5).
    public var title: String {
        didSet { title = TextWidth.clean(title) }
    }
    public init(grid: Grid, cursor: Point, title: String) {
        self.grid = grid
        self.cursor = cursor
        self.title = TextWidth.clean(title)
    }
}
