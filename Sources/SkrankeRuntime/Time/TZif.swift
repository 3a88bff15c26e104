import SkrankeDomain

/// A parsed TZif file (RFC 8536), versions 1 to 4. Total on all bytes: it gives rules or a fault.
public struct TZif: Sendable {
    /// The last year for which the footer's rule is expanded.
    public static let lastYear = 2_100

    /// Seconds since the epoch and the offset from then on, ascending.
    private var changes: [(seconds: Int64, offset: Int)] = []
    private var firstOffset = 0
    private var footer: PosixTimeZone?

    public init(_ bytes: [UInt8]) throws(ZoneFault) {
        var reader = TZifReader(bytes)
        let first = try TZifHeader(&reader)
        guard first.version >= 2 else {
            try readBlock(first, &reader, timeSize: 4)
            return
        }
        // The block of version 1 holds times of 32 bits for programs of old.
        try reader.skip(first.blockSize(timeSize: 4))
        let second = try TZifHeader(&reader)
        try readBlock(second, &reader, timeSize: 8)
        try readFooter(&reader)
    }

    /// The rules, with the footer's rule expanded after the last listed change.
    public func rules(name: String) -> TimeZoneRules {
        var transitions: [TimeZoneRules.Transition] = []
        var offset = firstOffset
        for change in changes {
            let at = Moment(seconds: change.seconds)
            if change.offset == offset { continue }
            offset = change.offset
            transitions.append(.init(at: at, offset: offset))
        }
        guard let footer else {
            return TimeZoneRules(name: name, firstOffset: firstOffset, transitions: transitions)
        }
        let last = changes.last.map { Moment(seconds: $0.seconds) }
        let firstYear = last.map { TimeZoneRules.utc.date(at: $0).year } ?? 1_900
        if firstYear <= Self.lastYear {
            for transition in footer.transitions(in: firstYear - 1...Self.lastYear) {
                if let last, transition.at <= last { continue }
                if transition.offset == offset { continue }
                offset = transition.offset
                transitions.append(transition)
            }
        }
        let isFixed = changes.isEmpty && footer.summer == nil
        return TimeZoneRules(
            name: name, firstOffset: isFixed ? footer.offset : firstOffset, transitions: transitions)
    }

    private mutating func readBlock(
        _ header: TZifHeader, _ reader: inout TZifReader, timeSize: Int
    ) throws(ZoneFault) {
        guard header.leaps == 0 else { throw .leapSeconds }
        guard header.types > 0, header.types <= 256 else { throw .inconsistent(what: "types") }
        try reader.require(header.blockSize(timeSize: timeSize))
        var times: [Int64] = []
        for _ in 0..<header.times { times.append(try reader.signed(timeSize)) }
        var indices: [Int] = []
        for _ in 0..<header.times { indices.append(try reader.byte()) }
        var offsets: [Int] = []
        for _ in 0..<header.types {
            let offset = Int(try reader.signed(4))
            // RFC 8536 §3.2: more than 25 hours behind or 26 ahead is no offset.
            guard (-89_999...93_599).contains(offset) else { throw .inconsistent(what: "offset") }
            offsets.append(offset)
            try reader.skip(2)
        }
        try reader.skip(header.characters + header.standardFlags + header.utcFlags)
        firstOffset = offsets[0]
        for (index, time) in times.enumerated() {
            guard indices[index] < offsets.count else { throw .inconsistent(what: "type index") }
            if index > 0, time <= times[index - 1] { throw .inconsistent(what: "order of times") }
            append(time, offsets[indices[index]])
        }
    }

    /// A change before what `Moment` can write ("since the Big Bang") is the first offset; one after it
    /// never comes.
    private mutating func append(_ seconds: Int64, _ offset: Int) {
        if seconds < Moment.writable.lowerBound.seconds {
            firstOffset = offset
        } else if seconds <= Moment.writable.upperBound.seconds {
            changes.append((seconds, offset))
        }
    }

    private mutating func readFooter(_ reader: inout TZifReader) throws(ZoneFault) {
        guard try reader.byte() == 0x0A else { throw .inconsistent(what: "footer") }
        var text = ""
        while true {
            let byte = try reader.byte()
            if byte == 0x0A { break }
            guard (0x20...0x7E).contains(byte), text.utf8.count < 256 else { throw .badFooter(text) }
            text.unicodeScalars.append(Unicode.Scalar(UInt8(byte)))
        }
        if text.isEmpty { return }
        guard let rule = PosixTimeZone(text) else { throw .badFooter(text) }
        footer = rule
    }
}

/// The six counts at the head of a block.
private struct TZifHeader {
    let version: Int
    let utcFlags, standardFlags, leaps, times, types, characters: Int

    init(_ reader: inout TZifReader) throws(ZoneFault) {
        for expected in "TZif".utf8 {
            guard reader.left > 0, try reader.byte() == Int(expected) else { throw .notTZif }
        }
        let mark = try reader.byte()
        guard mark == 0 || (0x32...0x39).contains(mark) else { throw .notTZif }
        version = mark == 0 ? 1 : mark - 0x30
        try reader.skip(15)
        utcFlags = try reader.count()
        standardFlags = try reader.count()
        leaps = try reader.count()
        times = try reader.count()
        types = try reader.count()
        characters = try reader.count()
    }

    /// Bytes after the header; counts have 32 bits, so the sum cannot overflow.
    func blockSize(timeSize: Int) -> Int {
        times * (timeSize + 1) + types * 6 + characters + leaps * (timeSize + 4) + standardFlags + utcFlags
    }
}

/// Big-endian numbers from bytes, with every access checked.
private struct TZifReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var left: Int { bytes.count - position }

    func require(_ count: Int) throws(ZoneFault) {
        guard count <= left else { throw .truncated }
    }

    mutating func skip(_ count: Int) throws(ZoneFault) {
        try require(count)
        position += count
    }

    mutating func byte() throws(ZoneFault) -> Int {
        try require(1)
        position += 1
        return Int(bytes[position - 1])
    }

    /// An unsigned number of 32 bits.
    mutating func count() throws(ZoneFault) -> Int { Int(try signed(4)) & 0xFFFF_FFFF }

    /// A number in two's complement, 4 or 8 bytes.
    mutating func signed(_ size: Int) throws(ZoneFault) -> Int64 {
        try require(size)
        var value: UInt64 = 0
        for byte in bytes[position..<position + size] { value = value << 8 | UInt64(byte) }
        position += size
        return size == 4 ? Int64(Int32(truncatingIfNeeded: value)) : Int64(bitPattern: value)
    }
}
