import SkrankeDomain

/// Reads the keys of one table by rules; whatever is wrong goes to the log, and keys that nobody asked
/// for are wrong too. Values that could not be read are placeholders: a file with errors is refused
/// whole, so none of them is ever used.
final class TableReader {
    let path: String
    let log: FileLog
    /// Nil where the table itself is missing or no table, which is reported: then all is silence.
    private let entries: [String: DataNode]?
    private var known: [String] = []

    private init(_ entries: [String: DataNode]?, path: String, log: FileLog) {
        self.entries = entries
        self.path = path
        self.log = log
    }

    /// Decodes the file's document with `body`.
    static func read<Value>(_ log: FileLog, _ body: (TableReader) -> Value) -> Value {
        let reader = TableReader(log.document(), path: "", log: log)
        return reader.finished(body)
    }

    private func finished<Value>(_ body: (TableReader) -> Value) -> Value {
        let value = body(self)
        for key in (entries ?? [:]).keys.filter({ !known.contains($0) }).sorted() {
            let nearest = Nearness.nearest(to: key, among: known)
            log.report(place(key), .knownKey(nearest: nearest), found: key)
        }
        return value
    }

    func place(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

    func has(_ key: String) -> Bool { entries?[key] != nil }

    /// Reports `expected` at `key`.
    func report(_ key: String, _ expected: DataExpectation, found: String? = nil) {
        if entries != nil { log.report(place(key), expected, found: found) }
    }

    /// What the whole file has been found wrong in so far.
    var errorCount: Int { log.errors.count }

    /// Keys that may stand here without being read.
    func allow(_ keys: [String]) { known += keys }

    /// Reports `expected` of the table itself.
    func report(_ expected: DataExpectation) {
        if entries != nil { log.report(path, expected) }
    }

    // MARK: Values

    /// The value of `key`, which must be there.
    func value<Value>(_ key: String, _ rule: Rule<Value>) -> Value {
        known.append(key)
        guard let entries else { return rule.placeholder }
        guard let node = entries[key] else {
            log.report(place(key), .presence)
            return rule.placeholder
        }
        return read(node, rule, at: place(key))
    }

    /// The value of `key`, or nil where it is not there.
    func optional<Value>(_ key: String, _ rule: Rule<Value>) -> Value? {
        known.append(key)
        guard let node = entries?[key] else { return nil }
        return read(node, rule, at: place(key))
    }

    /// A list that must be there, with `count` entries.
    func list<Value>(_ key: String, _ rule: Rule<Value>, count: ClosedRange<Int> = 0...100) -> [Value] {
        nodes(key, count: count).enumerated().map { read($1, rule, at: "\(place(key))[\($0)]") }
    }

    /// A list, empty where it is not there.
    func optionalList<Value>(_ key: String, _ rule: Rule<Value>, count: ClosedRange<Int> = 0...100) -> [Value]
    {
        known.append(key)
        return has(key) ? list(key, rule, count: count) : []
    }

    private func read<Value>(
        _ node: DataNode, _ rule: Rule<Value>, at path: @autoclosure () -> String
    ) -> Value {
        switch rule.read(node) {
        case .good(let value):
            return value
        case .bad(let expected):
            log.report(path(), expected, found: node.written)
            return rule.placeholder
        }
    }

    private func nodes(_ key: String, count: ClosedRange<Int>) -> [DataNode] {
        known.append(key)
        guard let entries else { return [] }
        guard let node = entries[key] else {
            log.report(place(key), .presence)
            return []
        }
        guard case .list(let nodes) = node else {
            log.report(place(key), .kind(.list), found: node.written)
            return []
        }
        guard count.contains(nodes.count) else {
            log.report(place(key), .entries(count), found: String(nodes.count))
            return []
        }
        return nodes
    }

    // MARK: Tables

    /// The table `key`, which must be there.
    func section<Value>(_ key: String, _ body: (TableReader) -> Value) -> Value {
        known.append(key)
        if entries != nil && !has(key) { log.report(place(key), .presence) }
        return table(entries?[key], at: place(key), body)
    }

    /// Each of the tables `[[key]]`.
    func sections<Value>(
        _ key: String, count: ClosedRange<Int> = 0...2_000, _ body: (TableReader) -> Value
    ) -> [Value] {
        known.append(key)
        if !has(key) && count.contains(0) { return [] }
        return nodes(key, count: count).enumerated().map { table($1, at: "\(place(key))[\($0)]", body) }
    }

    private func table<Value>(_ node: DataNode?, at path: String, _ body: (TableReader) -> Value) -> Value {
        switch node {
        case .table(let entries)?:
            return TableReader(entries, path: path, log: log).finished(body)
        case let other?:
            log.report(path, .kind(.table), found: other.written)
        case nil:
            break
        }
        return body(TableReader(nil, path: path, log: log))
    }

    // MARK: Codes

    /// The code that this table defines under `key`.
    func define(_ kind: DataExpectation.Referent, _ key: String, _ rule: Rule<String> = .code) -> String {
        let code = value(key, rule)
        if !code.isEmpty { log.define(kind, code, at: place(key)) }
        return code
    }

    /// A code that another table defines.
    func reference(_ kind: DataExpectation.Referent, _ key: String, _ rule: Rule<String> = .code) -> String {
        let code = value(key, rule)
        if !code.isEmpty { log.refer(kind, code, at: place(key)) }
        return code
    }

    func optionalReference(_ kind: DataExpectation.Referent, _ key: String) -> String? {
        known.append(key)
        return has(key) ? reference(kind, key) : nil
    }

    func references(_ kind: DataExpectation.Referent, _ key: String) -> [String] {
        let codes = optionalList(key, .code)
        for (index, code) in codes.enumerated() where !code.isEmpty {
            log.refer(kind, code, at: "\(place(key))[\(index)]")
        }
        return codes
    }
}
