import SkrankeDomain

/// An event as the journal stores it: a type's name, the form of its payload, and the payload's JSON.
public struct StoredEvent: Equatable, Sendable {
    /// As in model §5.6, e.g. `InquiryClaimed`.
    public var type: String
    /// The form of the payload: 1 for the first, one more with each change that needs an upcaster.
    public var form: Int
    /// A JSON object, e.g. `{"by":"kari"}`.
    public var payload: String
    public init(type: String, form: Int = 1, payload: String) {
        self.type = type
        self.form = form
        self.payload = payload
    }
}

/// Between `Event` and its stored form. Old forms are led through upcasters, so a journal is never rewritten.
public struct EventCodec: Sendable {
    private let upcasters: [Step: Upcaster]
    private let forms: [String: Int]

    private struct Step: Hashable, Sendable {
        var type: String
        var form: Int
    }

    /// - Parameter upcasters: the whole chain; each step leads from one form to a later one.
    public init(upcasters: [Upcaster] = Upcasters.standard) {
        var steps: [Step: Upcaster] = [:]
        var forms: [String: Int] = [:]
        for upcaster in upcasters {
            steps[Step(type: upcaster.type, form: upcaster.form)] = upcaster
            forms[upcaster.newType] = max(forms[upcaster.newType] ?? 1, upcaster.newForm)
        }
        self.upcasters = steps
        self.forms = forms
    }

    /// - Throws: `StoreFault.failed` where the event cannot be written, which no event of this program is.
    public func encode(_ event: Event) throws(StoreFault) -> StoredEvent {
        let text: String
        do { text = try JSONCoder.encode(event) } catch {
            throw .failed("an event cannot be written: \(error)")
        }
        // `{"inquiryClaimed":{"by":"kari"}}`: the name ends at
        // the second quote, the payload before the last brace.
        let bytes = Array(text.utf8)
        guard let end = bytes.dropFirst(2).firstIndex(of: UInt8(ascii: "\"")), end + 2 < bytes.count - 1
        else {
            throw .failed("an event has no name: \(text)")
        }
        let type = EventCodec.capitalised(bytes[2..<end])
        let payload = String(decoding: bytes[(end + 2)..<(bytes.count - 1)], as: UTF8.self)
        return StoredEvent(type: type, form: forms[type] ?? 1, payload: payload)
    }

    /// - Throws: `StoreFault.corrupt` for a payload that is no event, `.newer` for a form of a later program.
    public func decode(_ stored: StoredEvent) throws(StoreFault) -> Event {
        let current = try lifted(stored)
        let known = forms[current.type] ?? 1
        guard current.form <= known else { throw .newer(found: current.form, known: known) }
        do {
            return try JSONCoder.decode(
                Event.self, from: "{\"\(EventCodec.caseName(current.type))\":\(current.payload)}")
        } catch { throw .corrupt("\(current.type) cannot be read: \(error)") }
    }

    /// The event in its latest form; one that needs no upcaster stays the text that it is.
    private func lifted(_ stored: StoredEvent) throws(StoreFault) -> StoredEvent {
        guard var upcaster = upcasters[Step(type: stored.type, form: stored.form)] else { return stored }
        var value: JSONValue
        do { value = try JSONCoder.decode(JSONValue.self, from: stored.payload) } catch {
            throw .corrupt("the payload of \(stored.type) is no JSON")
        }
        while true {
            value = try upcaster.lift(value)
            guard let next = upcasters[Step(type: upcaster.newType, form: upcaster.newForm)] else { break }
            upcaster = next
        }
        do {
            return StoredEvent(
                type: upcaster.newType, form: upcaster.newForm, payload: try JSONCoder.encode(value))
        } catch { throw .corrupt("\(stored.type) has no form as \(upcaster.newType): \(error)") }
    }

    private static func capitalised(_ name: ArraySlice<UInt8>) -> String {
        var bytes = Array(name)
        if let first = bytes.first, (0x61...0x7A).contains(first) { bytes[0] = first - 32 }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func caseName(_ type: String) -> String {
        var bytes = Array(type.utf8)
        if let first = bytes.first, (0x41...0x5A).contains(first) { bytes[0] = first + 32 }
        return String(decoding: bytes, as: UTF8.self)
    }
}
