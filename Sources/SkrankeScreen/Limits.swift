/// The limits of this room (law 7, habit 17): hitting one is a visible refusal or a visible cut.
public enum ScreenLimits {
    /// Below this a frame holds one sentence at most.
    public static let smallestFrame = Size(width: 20, height: 6)
    /// Larger terminals are used up to here.
    public static let largestFrame = Size(width: 500, height: 200)
    /// Unicode scalars in a multi-line editor, unless the caller says less.
    public static let editorScalars = 20_000
    /// Unicode scalars in a one-line field.
    public static let lineScalars = 500
    /// Steps that an editor can undo.
    public static let undoSteps = 200
    /// Scalars that one grapheme may hold in an editor: the rest of a pile of marks is dropped.
    public static let graphemeScalars = 32
    /// Lines that a prompt remembers.
    public static let promptHistory = 100

    /// The size that is used of a terminal: never negative, never above the largest.
    public static func usable(_ size: Size) -> Size {
        Size(
            width: min(max(0, size.width), largestFrame.width),
            height: min(max(0, size.height), largestFrame.height))
    }
}
