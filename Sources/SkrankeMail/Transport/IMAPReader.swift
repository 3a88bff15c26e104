/// Lines and literals of IMAP (RFC 9051 §2.2, §4.3), and no more grammar than that.
struct IMAPReader {
    /// One response: its text with each literal's place marked by `{}`, and the literals.
    struct Response: Equatable {
        var text = ""
        var literals: [[UInt8]] = []
    }
    private var buffer: [UInt8] = []
    private var start = 0
    private var response = Response()
    private var wanted: Int?
    private let limit: Int

    /// - Parameter limit: bytes of the largest literal that is taken.
    init(limit: Int) { self.limit = limit }

    mutating func feed(_ bytes: ArraySlice<UInt8>) {
        if start > 65_536, start * 2 > buffer.count {
            buffer.removeFirst(start)
            start = 0
        }
        buffer += bytes
    }

    /// The next whole response, nil until more has come.
    mutating func next() throws(MailFault) -> Response? {
        while true {
            if let count = wanted {
                guard buffer.count - start >= count else { return nil }
                response.literals.append(Array(buffer[start..<(start + count)]))
                start += count
                wanted = nil
                continue
            }
            guard let end = buffer[start...].firstIndex(of: 10) else {
                if buffer.count - start > 1_000_000 { throw .protocolBroken("line") }
                return nil
            }
            var line = buffer[start..<end]
            if line.last == 13 { line = line.dropLast() }
            start = end + 1
            let text = String(decoding: line, as: UTF8.self)
            guard let size = Self.literal(text) else {
                response.text += text
                defer { response = Response() }
                return response
            }
            guard size <= limit else { throw .tooLarge(size) }
            response.text += text[..<(text.lastIndex(of: "{") ?? text.endIndex)] + "{}"
            wanted = size
        }
    }

    /// `… {1234}` or `{1234+}` at the end of a line.
    private static func literal(_ line: String) -> Int? {
        guard line.hasSuffix("}"), let open = line.lastIndex(of: "{") else { return nil }
        let number = line[line.index(after: open)...].dropLast().filter { $0 != "+" }
        return number.isEmpty ? nil : Int(number)
    }
}
