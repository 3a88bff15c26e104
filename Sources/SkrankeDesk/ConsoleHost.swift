import SkrankeScreen

/// What the console asks of the terminal that it lives in: closures, so that this room knows no terminal.
/// All may be called from any thread.
public struct ConsoleHost: Sendable {
    /// How soon a frame is wanted.
    public enum FrameWish: Sendable {
        /// A key was pressed: at once.
        case key
        /// The journal moved: within the frame gap.
        case news
        /// A second passed: whenever it suits, and never a reason for others to wait.
        case tick
    }
    public var requestFrame: @Sendable (FrameWish) -> Void
    public var bell: @Sendable () -> Void
    public var copy: @Sendable (String) -> Void
    public var redraw: @Sendable () -> Void
    public var suspend: @Sendable () -> Void
    public var useTheme: @Sendable (String) -> Void
    /// Everything is saved: leave.
    public var quit: @Sendable () -> Void

    public init(
        requestFrame: @escaping @Sendable (FrameWish) -> Void, bell: @escaping @Sendable () -> Void = {},
        copy: @escaping @Sendable (String) -> Void = { _ in }, redraw: @escaping @Sendable () -> Void = {},
        suspend: @escaping @Sendable () -> Void = {},
        useTheme: @escaping @Sendable (String) -> Void = { _ in },
        quit: @escaping @Sendable () -> Void
    ) {
        self.requestFrame = requestFrame
        self.bell = bell
        self.copy = copy
        self.redraw = redraw
        self.suspend = suspend
        self.useTheme = useTheme
        self.quit = quit
    }
}
