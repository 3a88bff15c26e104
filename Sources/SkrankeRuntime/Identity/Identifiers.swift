import SkrankeDomain

/// Makes identifiers that need no asking: 48 bits of milliseconds, then 64 random bits of the system, then
/// 16 bits that are free for the things of one command (`IdentifierSupply`).
///
/// They sort by age, so that the newest rows of an index lie together. From any thread.
public struct Identifiers: Sendable {
    private let clock: any Clock

    public init(clock: any Clock) { self.clock = clock }

    public func next() -> Identifier {
        var random = SystemRandomNumberGenerator()
        return Self.make(at: clock.now, random.next())
    }

    static func make(at moment: Moment, _ random: UInt64) -> Identifier {
        let time = UInt64(clamping: moment.milliseconds) & 0xFFFF_FFFF_FFFF
        return Identifier(high: time << 16 | random >> 48, low: random << 16)
    }

    /// For what is no row: sessions, terminals. 32 hexadecimal digits.
    public func nextText() -> String { next().description }
}
