import SkrankeDomain

/// Growing pauses between tries, with jitter, so that a hundred citizens do not all knock at once when the
/// gateway is back.
public struct Backoff: Sendable, Equatable {
    /// Milliseconds.
    public static let first: Int64 = 150
    public static let longest: Int64 = 5_000

    private var next = first
    private var random: SeededRandom

    public init(random: SeededRandom) { self.random = random }

    /// The next pause in real time: between half and the whole of a length that doubles up to the longest.
    public mutating func pause(atLeast least: Int64? = nil) -> Span {
        let length = next
        next = min(next * 2, Backoff.longest)
        let drawn = length / 2 + Int64(random.below(Int(length / 2) + 1))
        return Span(milliseconds: max(drawn, least ?? 0))
    }

    /// Begins anew after a success.
    public mutating func reset() { next = Backoff.first }
}

/// Waits for real time; throws `CancellationError` when cancelled. An argument, so that tests do not wait.
public typealias Pause = @Sendable (Span) async throws -> Void

extension Span {
    /// Lets that much real time pass.
    @Sendable public static func passed(_ span: Span) async throws {
        try await Task.sleep(for: .milliseconds(max(0, span.milliseconds)))
    }
}
