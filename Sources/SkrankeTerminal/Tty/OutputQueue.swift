/// Bytes on their way to the terminal. A frame is made only when the last one has left, so at most one
/// frame waits here, whatever the terminal does.
struct OutputQueue {
    private var bytes: [UInt8] = []
    private var start = 0

    var isEmpty: Bool { start == bytes.count }

    mutating func append(_ more: some Sequence<UInt8>) {
        if isEmpty { clear() }
        bytes.append(contentsOf: more)
    }

    mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        start = 0
    }

    /// Sends what the line takes.
    mutating func flush(_ line: TerminalLine) throws(TerminalGone) {
        while !isEmpty {
            switch line.send(bytes[start...]) {
            case .sent(let count): start += count
            case .full: return
            case .gone: throw TerminalGone()
            }
        }
    }

    /// Sends everything, waiting for a slow terminal, but not for one that takes nothing for 250 ms.
    mutating func finish(_ line: TerminalLine) {
        while !isEmpty {
            let before = start
            do { try flush(line) } catch { return }
            if isEmpty || (start == before && !line.waitUntilWritable(milliseconds: 250)) { return }
        }
    }
}
