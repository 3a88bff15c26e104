import Glibc
import SkrankeDomain

/// The shapes of waiting (reference data §6.5): arrivals are exponential, people's times log-normal.
extension SeededRandom {
    /// Exponential with `mean`: the time between arrivals that know nothing of each other.
    public mutating func exponential(mean: Span) -> Span {
        // 1 - unit() lies in 0 < x <= 1, so the logarithm is finite.
        Span(milliseconds: Int64((-log(1 - unit()) * Double(mean.milliseconds)).rounded()))
    }

    /// Log-normal: half of the values lie below `median`, nine in ten below `p90`. `p90` > `median` > 0.
    public mutating func logNormal(median: Span, p90: Span) -> Span {
        let middle = Double(max(1, median.milliseconds))
        let high = max(middle, Double(p90.milliseconds))
        // 1.2816 standard deviations above the middle lie nine tenths of a normal distribution.
        let sigma = log(high / middle) / 1.281_551_565_545
        return Span(milliseconds: Int64((middle * exp(sigma * normal())).rounded()))
    }

    /// Standard normal (Box-Muller; the second value is not kept, so that the state is one number).
    public mutating func normal() -> Double {
        let radius = (-2 * log(1 - unit())).squareRoot()
        return radius * cos(2 * Double.pi * unit())
    }
}
