import Logging
import SkrankeDomain

/// The program's log: JSON lines with `at`, `level`, `part`, `pid`, `message` and what is said besides.
///
/// Never a citizen's words, names or addresses: identifiers and references are enough to find them.
public struct LogFile: LogHandler {
    public var metadata: Logger.Metadata = [:]
    public var metadataProvider: Logger.MetadataProvider?
    public var logLevel: Logger.Level
    private let part: String
    private let sink: LogSink
    private let clock: any Clock
    private let process: Int32

    /// - Parameter part: who speaks: `console`, `gateway`.
    public init(part: String, sink: LogSink, clock: any Clock, process: Int32, level: Logger.Level = .info) {
        self.part = part
        self.sink = sink
        self.clock = clock
        self.process = process
        logLevel = level
    }

    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    public func log(event: LogEvent) {
        var fields = metadata
        fields.merge(metadataProvider?.get() ?? [:]) { $1 }
        fields.merge(event.metadata ?? [:]) { $1 }
        sink.write(line(event.level, event.message.description, fields))
    }

    /// Keys of the line itself, which metadata cannot take.
    private static let own: Set<String> = ["at", "level", "part", "pid", "message"]
    /// Fields besides, at most.
    private static let maxFields = 20

    func line(_ level: Logger.Level, _ message: String, _ fields: Logger.Metadata) -> String {
        var text = "{\"at\":\"\(clock.now.rfc3339)\",\"level\":\"\(level.rawValue)\""
        text += ",\"part\":\(LogText.quoted(part))"
        text += ",\"pid\":\(process),\"message\":\(LogText.quoted(message))"
        for (key, value) in fields.sorted(by: { $0.key < $1.key }).prefix(Self.maxFields)
        where !Self.own.contains(key) {
            text += ",\(LogText.quoted(key)):\(LogText.quoted(value.description))"
        }
        return text + "}"
    }

    /// A logger on `path`, whose folder is made where it is missing.
    public static func logger(part: String, path: String, clock: any Clock, process: Int32) -> Logger {
        if let slash = path.lastIndex(of: "/") { try? PrivateFolder.make(String(path[..<slash])) }
        let sink = LogSink(path: path)
        return Logger(label: part) { _ in LogFile(part: part, sink: sink, clock: clock, process: process) }
    }
}
