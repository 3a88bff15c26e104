import SkrankeScreen

/// A screen that frames are presented on (habit 5). `NcursesTerminal` is the real one; tests have a twin.
///
/// Everything is called on one thread, the loop's.
public protocol TerminalDevice: AnyObject {
    /// Columns and rows.
    var size: Size { get }
    /// What was typed, pointed at or pasted since the last call, in order; never waits.
    func events() throws(TerminalGone) -> [InputEvent]
    /// Shows a frame; false when the last one has not left yet: present again when it has.
    /// Cells outside the screen are cut off.
    func present(_ frame: Frame) throws(TerminalGone) -> Bool
    func bell() throws(TerminalGone)
    /// Restores the terminal. Closing twice is harmless.
    func close()
}

/// The line is dead: the window was closed or the connection lost.
public struct TerminalGone: Error, Equatable, Sendable {
    public init() {}
}
