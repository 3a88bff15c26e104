/// Why the screen can't be had. The caller says it in the user's words.
public enum TerminalFailure: Error, Equatable, Sendable {
    /// Neither standard input nor standard output is a terminal.
    case notATerminal
    /// No terminal description fits, not even xterm's; the name is what TERM says.
    case unknownTerminal(String)
    /// The terminal can't move its cursor (TERM=dumb).
    case cannotMoveCursor(String)
    /// Neither the user's locale nor C.UTF-8 writes UTF-8.
    case noUnicodeLocale
    /// ncurses draws one screen a process.
    case inUse
    /// A call of the system failed, with errno.
    case system(call: String, number: Int32)
}
