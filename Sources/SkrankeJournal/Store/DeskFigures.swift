import SkrankeDomain

/// Counts for the overview: every percentage is shown with its counts and formula (facts §4.9).
public struct DeskFigures: Sendable, Equatable {
    /// A kept-promise figure: met of all that are decided; running
    /// ones past due count as missed (model §5.13).
    public struct Share: Sendable, Equatable {
        public var met: Int
        public var of: Int
        public init(met: Int, of: Int) {
            self.met = met
            self.of = of
        }
        /// Whole per cent, nil where nothing was counted: never 0 % or 100 % of nothing.
        public var percent: Int? { of == 0 ? nil : (met * 100 + of / 2) / of }
    }
    /// By deadline kind: due in the period.
    public var promises: [DeadlineKind: Share] = [:]
    /// G3: inquiries with a receipt or answered at once, of all that are not void.
    public var receipts = Share(met: 0, of: 0)
    /// G4: answered by the first date that the citizen was told, of those due in the period.
    public var firstDate = Share(met: 0, of: 0)
    /// G9: closed at the desk and never past line 1, of all closed by a human being.
    public var solvedAtDesk = Share(met: 0, of: 0)
    /// Calls that the telephone system first told of in the period (G1).
    public var calls = CallFigures()
    /// Received in the period, by channel and half-hour since local midnight of `from`.
    public var arrivals: [Channel: [Int: Int]] = [:]
    /// Closed in the period, by agent.
    public var closedBy: [AgentID: Int] = [:]
    public var channelMoves: Int = 0
    public init() {}
}
