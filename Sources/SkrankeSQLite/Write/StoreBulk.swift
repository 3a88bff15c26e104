import SkrankeDomain
import SkrankeJournal

extension SQLiteStore {
    /// In transactions of thousands, each durable; other commands come in between.
    public func bulkAppend(_ batch: [BulkDecision]) async throws(StoreFault) {
        var rest = batch[...]
        while !rest.isEmpty {
            let part = Array(rest.prefix(4_000))
            rest = rest.dropFirst(part.count)
            try await write { (writer: Writer) throws(StoreFault) in
                for item in part {
                    try writer.write(
                        item.decision, command: item.command, correlation: nil, caller: item.caller,
                        at: item.at)
                }
                return Written((), .news)
            }
        }
    }
}
