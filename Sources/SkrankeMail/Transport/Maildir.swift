import Glibc

/// A folder of mail on the host (Maildir): `new` and `cur` are read, and nothing in it is changed before the
/// desk has the message; then it moves from `new` to `cur`, where every reader still finds it unread.
public struct Maildir: Sendable {
    public let path: String
    public init(_ path: String) { self.path = path }

    public struct Entry: Equatable, Sendable {
        /// What stays of the file's name when its flags change: the message's identity.
        public var name: String
        public var file: String
        public var isNew: Bool
    }

    /// All messages, the oldest first by name; names begin with the time of delivery.
    public func entries() throws(MailFault) -> [Entry] {
        var found: [Entry] = []
        for (folder, isNew) in [("new", true), ("cur", false)] {
            let place = path + "/" + folder
            guard let directory = opendir(place) else {
                throw .unreachable(place + ": " + String(cString: strerror(errno)))
            }
            defer { closedir(directory) }
            while let entry = readdir(directory) {
                let file = withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                if file.hasPrefix(".") { continue }
                let name = file.split(separator: ":", maxSplits: 1).first.map(String.init) ?? file
                found.append(Entry(name: name, file: place + "/" + file, isNew: isNew))
            }
        }
        return found.sorted { $0.name < $1.name }
    }

    /// The message's bytes; nil where it went away meanwhile.
    public func read(_ entry: Entry) throws(MailFault) -> [UInt8]? {
        let file = open(entry.file, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT { return nil }
            throw .unreachable(entry.file + ": " + String(cString: strerror(errno)))
        }
        defer { close(file) }
        var state = stat()
        guard fstat(file, &state) == 0, state.st_mode & S_IFMT == S_IFREG else { return nil }
        guard state.st_size <= MailLimits.messageBytes else { throw .tooLarge(Int(state.st_size)) }
        var bytes = [UInt8](repeating: 0, count: Int(state.st_size))
        var place = 0
        while place < bytes.count {
            let count = bytes[place...].withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            if count < 0 { throw .unreachable(String(cString: strerror(errno))) }
            if count == 0 { break }
            place += count
        }
        return Array(bytes[..<place])
    }

    /// The desk has it: from `new` to `cur`, without a flag. Harmless where another did it first.
    public func keep(_ entry: Entry) {
        guard entry.isNew else { return }
        rename(entry.file, path + "/cur/" + entry.name + ":2,")
    }
}
