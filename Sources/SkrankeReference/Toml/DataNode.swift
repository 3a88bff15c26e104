import SkrankeDomain
import TOMLKit

/// A value of a TOML document, as Swift sees it.
enum DataNode: Sendable {
    case text(String)
    case integer(Int)
    case number(Double)
    case flag(Bool)
    case date(year: Int, month: Int, day: Int)
    /// A time of day or a date with time: no key of ours takes one.
    case time(String)
    case list([DataNode])
    case table([String: DataNode])

    /// How the value is written, for a message.
    var written: String {
        switch self {
        case .text(let value): value
        case .integer(let value): String(value)
        case .number(let value): String(value)
        case .flag(let value): String(value)
        case .date(let year, let month, let day): "\(year)-\(month)-\(day)"
        case .time(let value): value
        case .list: "[…]"
        case .table: "{…}"
        }
    }
}

extension DataNode {
    /// The document in `text`.
    /// - Throws: `TOMLParseError` with line and column.
    static func parse(_ text: String) throws -> [String: DataNode] {
        let document = try TOMLTable(string: text)
        return withExtendedLifetime(document) { entries(of: document) }
    }

    private static func entries(of table: TOMLTable) -> [String: DataNode] {
        var result: [String: DataNode] = [:]
        for key in table.keys {
            if let value = table[key] { result[key] = node(value) }
        }
        return result
    }

    private static func node(_ value: any TOMLValueConvertible) -> DataNode {
        switch value.type {
        case .table: .table(value.table.map(entries) ?? [:])
        case .array: .list(value.array.map { array in array.map(node) } ?? [])
        case .string: .text(value.string ?? "")
        case .int: .integer(value.int ?? 0)
        case .double: .number(value.double ?? 0)
        case .bool: .flag(value.bool ?? false)
        case .date: value.date.map { .date(year: $0.year, month: $0.month, day: $0.day) } ?? .time("")
        case .time, .dateTime: .time(value.debugDescription)
        }
    }
}
