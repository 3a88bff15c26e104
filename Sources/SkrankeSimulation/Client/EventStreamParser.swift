/// One server-sent event.
public struct ServerSentEvent: Equatable, Sendable {
    /// The last id that was sent, also by an earlier event; empty where there was none.
    public var id: String
    /// `message` where none was named.
    public var name: String
    public var data: String
    public init(id: String, name: String, data: String) {
        self.id = id
        self.name = name
        self.data = data
    }
}

/// Reads an event stream (WHATWG HTML, §9.2.6) from bytes that may be split anywhere: inside a letter,
/// between CR and LF, in the middle of a field's name.
public struct EventStreamParser: Sendable {
    /// Bytes that one event may have; a longer one is an error, not a growing heap (law 7).
    public static let largestEvent = 1 << 20

    /// The stream does not keep to the limit.
    public struct TooLarge: Error, Equatable {}

    /// What to send as `Last-Event-ID` when resuming.
    public private(set) var lastEventID = ""
    /// Milliseconds to wait before the next try, if the server named them.
    public private(set) var retry: Int64?

    private var line: [UInt8] = []
    private var data: [UInt8] = []
    private var hasData = false
    private var name: [UInt8] = []
    private var pendingID: String?
    private var skipsLineFeed = false
    private var isFirstLine = true

    /// - Parameter lastEventID: where an earlier connection ended.
    public init(lastEventID: String = "") {
        self.lastEventID = lastEventID
        pendingID = lastEventID
    }

    /// The events that `bytes` complete.
    public mutating func feed(_ bytes: some Sequence<UInt8>) throws(TooLarge) -> [ServerSentEvent] {
        var events: [ServerSentEvent] = []
        for byte in bytes {
            if skipsLineFeed {
                skipsLineFeed = false
                if byte == UInt8(ascii: "\n") { continue }
            }
            switch byte {
            case UInt8(ascii: "\r"):
                skipsLineFeed = true
                if let event = endLine() { events.append(event) }
            case UInt8(ascii: "\n"):
                if let event = endLine() { events.append(event) }
            default:
                guard line.count + data.count < EventStreamParser.largestEvent else { throw TooLarge() }
                line.append(byte)
            }
        }
        return events
    }

    private mutating func endLine() -> ServerSentEvent? {
        defer { line.removeAll(keepingCapacity: true) }
        if isFirstLine {
            isFirstLine = false
            if line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
        }
        guard !line.isEmpty else { return dispatch() }
        let colon = line.firstIndex(of: UInt8(ascii: ":"))
        let field = String(decoding: line[..<(colon ?? line.endIndex)], as: UTF8.self)
        var value = colon.map { line[($0 + 1)...] } ?? []
        if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
        take(field, value)
        return nil
    }

    private mutating func take(_ field: String, _ value: ArraySlice<UInt8>) {
        switch field {
        case "data":
            if hasData { data.append(UInt8(ascii: "\n")) }
            data += value
            hasData = true
        case "event": name = Array(value)
        case "id": if !value.contains(0) { pendingID = String(decoding: value, as: UTF8.self) }
        case "retry":
            let text = String(decoding: value, as: UTF8.self)
            if !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int64(text) {
                retry = number
            }
        default: break
        }
    }

    private mutating func dispatch() -> ServerSentEvent? {
        defer {
            data.removeAll(keepingCapacity: true)
            name.removeAll(keepingCapacity: true)
            hasData = false
        }
        lastEventID = pendingID ?? lastEventID
        guard hasData else { return nil }
        return ServerSentEvent(
            id: lastEventID, name: name.isEmpty ? "message" : String(decoding: name, as: UTF8.self),
            data: String(decoding: data, as: UTF8.self))
    }
}
