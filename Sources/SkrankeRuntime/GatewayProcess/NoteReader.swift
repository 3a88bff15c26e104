import Glibc

/// Reads the gateway's note again only when the file is another: it is replaced whole each time it changes
/// (`AtomicFile`), and asked about once a second by every console.
struct NoteReader: Sendable {
    /// Which file it was, and when it was written.
    private struct Stamp: Equatable {
        var device: UInt
        var inode: UInt
        var size: Int
        var seconds: Int
        var nanoseconds: Int

        /// nil where there is none.
        init?(_ path: String) {
            var status = stat()
            guard lstat(path, &status) == 0 else { return nil }
            (device, inode, size) = (status.st_dev, status.st_ino, status.st_size)
            // The change of the inode, which nobody sets back.
            (seconds, nanoseconds) = (status.st_ctim.tv_sec, status.st_ctim.tv_nsec)
        }
    }
    private var stamp: Stamp?
    private var note: GatewayNote?

    mutating func read(_ path: String) -> GatewayNote? {
        let now = Stamp(path)
        // The stamp is taken before the file is read: who replaces it in between is seen the next time.
        if now == nil || now != stamp { note = GatewayNote.read(path) }
        stamp = now
        return note
    }
}
