/// What the agent did at the keyboard or with the mouse, as the terminal told it.
public struct Key: Hashable, Sendable {
    public enum Code: Hashable, Sendable {
        /// One scalar as typed, never a control character.
        case scalar(UInt32)
        case enter, tab, backTab, escape, backspace, delete, insert
        case up, down, left, right, home, end, pageUp, pageDown
        /// 1...24
        case function(Int)
    }
    public struct Modifiers: OptionSet, Hashable, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        public static let control = Modifiers(rawValue: 1)
        public static let alt = Modifiers(rawValue: 2)
        public static let shift = Modifiers(rawValue: 4)
    }
    public var code: Code
    public var modifiers: Modifiers
    public init(_ code: Code, _ modifiers: Modifiers = []) {
        self.code = code
        self.modifiers = modifiers
    }
    /// Ctrl with a letter, e.g. `.control("s")`.
    public static func control(_ letter: Unicode.Scalar) -> Key { Key(.scalar(letter.value), .control) }
    public static func scalar(_ scalar: Unicode.Scalar) -> Key { Key(.scalar(scalar.value)) }
}

/// What a terminal reports.
public enum InputEvent: Hashable, Sendable {
    case key(Key)
    /// A bracketed paste as one event, unfiltered; it never sends and never runs a command.
    case paste(String)
    case mouse(Mouse)
    case focus(Bool)
    case resize(Size)
}

public struct Mouse: Hashable, Sendable {
    public enum Action: Hashable, Sendable { case press, release, drag, wheelUp, wheelDown }
    public var action: Action
    /// 0 left, 1 middle, 2 right.
    public var button: Int
    public var at: Point
    public var modifiers: Key.Modifiers
    public init(action: Action, button: Int, at: Point, modifiers: Key.Modifiers = []) {
        self.action = action
        self.button = button
        self.at = at
        self.modifiers = modifiers
    }
}
