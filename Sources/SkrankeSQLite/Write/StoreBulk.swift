import SkrankeDomain
import SkrankeJournal

extension SQLiteStore {
    /// In transactions of ten thousand, each durable; other commands come in between. Events become JSON on a
    /// thread beside the writer's, which has enough to do with rows and index.
    public func bulkAppend(_ batch: [BulkDecision]) async throws(StoreFault) {
        var rest = batch[...]
        while !rest.isEmpty {
            let part = Array(rest.prefix(10_000))
            rest = rest.dropFirst(part.count)
            let encoded = EncodedEvents(part, codec)
            try await write { (writer: Writer) throws(StoreFault) in
                for item in part {
                    try writer.write(
                        item.decision, command: item.command, correlation: nil, caller: item.caller,
                        at: item.at, encoded: try encoded.next())
                }
                return Written((), .news)
            }
        }
    }
}

/// The events of many decisions in their stored form, made ahead of the one who takes them.
///
/// `@unchecked Sendable`: what changes is guarded by `condition`.
private final class EncodedEvents: @unchecked Sendable {
    private let condition = Condition()
    private var ready: [[StoredEvent]] = []
    private var taken = 0
    private var fault: StoreFault?

    /// Decisions between two handings over.
    private static let stride = 100

    init(_ batch: [BulkDecision], _ codec: EventCodec) {
        WriterThread.elsewhere { [self] in
            var made: [[StoredEvent]] = []
            do throws(StoreFault) {
                for item in batch {
                    var events: [StoredEvent] = []
                    for event in item.decision.events { events.append(try codec.encode(event.event)) }
                    made.append(events)
                    if made.count == EncodedEvents.stride { give(&made) }
                }
                give(&made)
            } catch { fail(error) }
        }
    }

    /// The next decision's events; blocks until they are there.
    func next() throws(StoreFault) -> [StoredEvent] {
        condition.lock()
        defer { condition.unlock() }
        while taken == ready.count {
            if let fault { throw fault }
            condition.wait()
        }
        defer {
            ready[taken] = []
            taken += 1
        }
        return ready[taken]
    }

    private func give(_ made: inout [[StoredEvent]]) {
        condition.lock()
        ready += made
        condition.signal()
        condition.unlock()
        made.removeAll(keepingCapacity: true)
    }

    private func fail(_ fault: StoreFault) {
        condition.lock()
        self.fault = fault
        condition.signal()
        condition.unlock()
    }
}
