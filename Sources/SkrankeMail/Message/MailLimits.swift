/// How much of a message is read; more is cut, visibly (law 7). Lengths in bytes, unless they say otherwise.
public enum MailLimits {
    /// A larger message becomes an inquiry without its text.
    public static let messageBytes = 40_000_000
    public static let depth = 24
    public static let parts = 400
    public static let headers = 600
    public static let addresses = 100
    public static let references = 100
    /// Scalars of text that are shown.
    public static let textScalars = 200_000
    public static let htmlBytes = 2_000_000
    /// Scalars of a one-line field.
    public static let fieldScalars = 500
}
