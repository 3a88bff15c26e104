import CPosix
import Glibc
import SkrankeDomain

/// The folder of sockets, one for each process that wants to be poked.
///
/// Used by one thread at a time. Listings are kept while the folder's time of change stands still.
struct PokeFolder {
    private let descriptor: Int32
    /// How the folder is written in a socket's address, which holds 107 bytes: as it is called, or by way
    /// of our open descriptor where that would be too long.
    private let base: String
    private let clock: any Clock
    private var names: [String] = []
    private var changed = timespec()
    /// When the folder was first seen as it is, and when it was last listed since; monotonic milliseconds.
    private var seenAt = Int64.min / 2
    private var listedAt: Int64?

    /// More processes than this on one store are not poked; they look once a second.
    static let maxPeers = 512

    init(_ path: String, _ clock: any Clock) throws(PathFault) {
        self.clock = clock
        try PrivateFolder.prepare(path)
        descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { throw .failed("open", path: path, errno: errno) }
        base = path.utf8.count <= 80 ? path : "/proc/self/fd/\(descriptor)"
    }

    func close() { Glibc.close(descriptor) }

    /// A socket under a fresh name.
    func bind() throws(PathFault) -> (socket: Int32, name: String) {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<8 {
            let digits = String(UInt32.random(in: .min ... .max, using: &random), radix: 16)
            let name = "\(getpid())-\(digits)"
            let socket = skr_datagram_bind(base + "/" + name)
            if socket >= 0 { return (socket, name) }
            if errno != EADDRINUSE { break }
        }
        throw .failed("bind", path: base, errno: errno)
    }

    func remove(_ name: String) { unlinkat(descriptor, name, 0) }

    /// Sends to every socket but `own`. A full queue counts as delivered; who is gone is swept.
    mutating func send(_ bytes: [UInt8], from socket: Int32, own: String) {
        refresh()
        for name in names where name != own {
            switch skr_datagram_send(socket, base + "/" + name, bytes, bytes.count) {
            case ECONNREFUSED: remove(name)
            default: break
            }
        }
    }

    private mutating func refresh() {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return }
        let (now, time) = (clock.monotonic, status.st_mtim)
        if time.tv_sec != changed.tv_sec || time.tv_nsec != changed.tv_nsec {
            changed = time
            seenAt = now
            listedAt = nil
        }
        // Times of change have the grain of a tick: a listing as young as that may miss a newcomer.
        if let listedAt, listedAt - seenAt > 20 { return }
        names = FolderTree.names(in: "/proc/self/fd/\(descriptor)").filter(Self.isSocketName)
        if names.count > Self.maxPeers { names.removeLast(names.count - Self.maxPeers) }
        listedAt = now
    }

    /// `<pid>-<hexadecimal digits>`.
    static func isSocketName(_ name: String) -> Bool {
        let parts = name.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        return parts.count == 2 && (1...10).contains(parts[0].count) && (1...8).contains(parts[1].count)
            && parts[0].allSatisfy { (48...57).contains($0) }
            && parts[1].allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }
}
