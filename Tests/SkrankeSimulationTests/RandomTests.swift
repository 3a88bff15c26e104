import SkrankeDomain
import SkrankeSimulation
import Testing

@Suite struct RandomTests {
    /// The published first values of SplitMix64 (Vigna's splitmix64.c with state 0).
    @Test func isSplitMix64() {
        var random = SeededRandom(seed: 0)
        #expect(
            (0..<3).map { _ in random.next() } == [
                0xE220_A839_7B1D_CDAF, 0x6E78_9E6A_A1B9_65F4, 0x06C4_5D18_8009_454F,
            ])
    }

    @Test func streamsOfASeedAreOfTheirOwn() {
        var first = SeededRandom(seed: 7, stream: 1)
        var again = SeededRandom(seed: 7, stream: 1)
        var other = SeededRandom(seed: 7, stream: 2)
        let values = (0..<5).map { _ in first.next() }
        #expect(values == (0..<5).map { _ in again.next() })
        #expect(values != (0..<5).map { _ in other.next() })
    }

    @Test func choicesStayWithinTheirBounds() {
        var random = SeededRandom(seed: 3)
        var seen: Set<Int> = []
        for _ in 0..<500 { seen.insert(random.within(-2...3)) }
        #expect(seen == Set(-2...3))
        #expect(random.below(0) == 0)
        #expect(random.below(1) == 0)
        #expect(random.pick([Int]()) == nil)
        #expect(random.shuffled(Array(0..<50)).sorted() == Array(0..<50))
    }

    /// 20 000 draws of a fixed seed: the estimate is within three per cent, or the formula is wrong.
    @Test func exponentialHasItsMean() {
        var random = SeededRandom(seed: 11)
        let draws = (0..<20_000).map { _ in random.exponential(mean: .seconds(30)).milliseconds }
        let mean = Double(draws.reduce(0, +)) / Double(draws.count)
        #expect(abs(mean - 30_000) < 900)
        #expect(draws.allSatisfy { $0 >= 0 })
    }

    @Test func logNormalHasItsMedianAndItsNinthTenth() {
        var random = SeededRandom(seed: 12)
        let draws = (0..<20_000).map { _ in
            random.logNormal(median: .seconds(150), p90: .seconds(420)).milliseconds
        }.sorted()
        #expect(abs(Double(draws[10_000]) / 150_000 - 1) < 0.03)
        #expect(abs(Double(draws[18_000]) / 420_000 - 1) < 0.05)
    }
}
