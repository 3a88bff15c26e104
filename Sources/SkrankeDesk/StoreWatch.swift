import Glibc

/// Sees that the store is there at all: a demonstration that ended takes its folder with it, and a console
/// that looks on would try again for ever.
public struct StoreWatch: Sendable {
    private let path: String
    /// How often in a row it must be missing: a backup that is put in its place may lift it away for a blink.
    private let most: Int
    private var missed = 0

    /// - Parameter path: the store's file.
    public init(path: String, most: Int = 3) {
        self.path = path
        self.most = max(1, most)
    }

    /// To be asked about once a second; true once the store has gone for good. A look that fails for any
    /// other reason (a lost network, rights taken away) tells nothing.
    public mutating func isGone() -> Bool {
        let isMissing = access(path, F_OK) != 0 && (errno == ENOENT || errno == ENOTDIR)
        missed = isMissing ? missed + 1 : 0
        return missed >= most
    }
}
