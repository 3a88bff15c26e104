import Glibc
import SkrankeDomain
import SkrankeJournal

/// Identifiers of what was erased, one a line, in a file beside the store: a backup that still holds the
/// words forgets them again when it is restored (law 10). Identifiers only: the list tells nothing.
struct ErasedList: Sendable {
    let path: String

    /// Durable before the transaction that erases: a kill in between forgets too much of what was to be
    /// forgotten anyway, never too little.
    func append(_ ids: [Identifier]) throws(StoreFault) {
        guard !ids.isEmpty else { return }
        let isNew = !StorePaths.exists(path)
        let file = try StorePaths.open(path, flags: O_WRONLY | O_CREAT | O_APPEND)
        defer { close(file) }
        let bytes = Array(ids.map { "\($0)\n" }.joined().utf8)
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes {
                write(file, $0.baseAddress?.advanced(by: done), bytes.count - done)
            }
            guard count > 0 else {
                throw errno == ENOSPC ? .full : .failed("\(path): \(StorePaths.reason())")
            }
            done += count
        }
        guard fsync(file) == 0 else { throw .failed("\(path): \(StorePaths.reason())") }
        if isNew { StorePaths.syncFolder(StorePaths(path).folder) }
    }

    /// A line that is no identifier (a torn last one) is passed over.
    func read() throws(StoreFault) -> [Identifier] {
        guard StorePaths.exists(path) else { return [] }
        let bytes = try StorePaths.bytes(path)
        return bytes.split(separator: 0x0A).compactMap { Identifier(String(decoding: $0, as: UTF8.self)) }
    }
}
