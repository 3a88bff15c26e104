/// What a load did to the gateway.
public struct LoadReport: Equatable, Sendable {
    /// Chats that were begun.
    public var begun = 0
    /// Lines that the gateway acknowledged.
    public var acknowledged = 0
    /// From POST to 202.
    public var toAnswer = LatencyHistogram()
    /// From POST to the line in the citizen's own stream.
    public var toStream = LatencyHistogram()
    /// Acknowledged lines that never came down the stream.
    public var lost = 0
    /// Events that came twice or out of order.
    public var doubled = 0
    /// Requests that came to nothing for good.
    public var failed = 0

    public init() {}

    public mutating func merge(_ other: LoadReport) {
        begun += other.begun
        acknowledged += other.acknowledged
        toAnswer.merge(other.toAnswer)
        toStream.merge(other.toStream)
        lost += other.lost
        doubled += other.doubled
        failed += other.failed
    }
}
