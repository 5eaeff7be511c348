/// Duties far apart: how often and how close together one person may have them, and what that costs.
package struct DutyRules: Sendable, Hashable {
    /// At most `max` duties in any `length` periods.
    package struct Window: Sendable, Hashable {
        package var length: Int
        package var max: Int

        package init(length: Int, max: Int) { (self.length, self.max) = (length, max) }
    }

    /// Duties less than `gap` apart make up a run; from its first to its last lie at most `span` periods.
    package struct Run: Sendable, Hashable {
        package var gap: Int
        package var span: Int

        package init(gap: Int, span: Int) { (self.gap, self.span) = (gap, span) }
    }

    /// Least distance between two duties, in periods.
    package var minGap: Int
    /// Distance from which closeness costs nothing.
    package var idealGap: Int
    /// Price of each period by which a duty is closer to the one before it than `idealGap`.
    package var gapCost: Int
    /// Lengths up to 64 periods, or as long as the whole roster.
    package var windows: [Window]
    /// `gap` and `span` together up to 64 periods.
    package var run: Run?
    /// Price of having n duties, n = 0 …, convex; its length bounds the number.
    package var countCost: [Int]
    /// Periods that weigh more: holidays, nights.
    package var heavy: Set<Int>
    package var firstHeavyCost: Int
    package var nextHeavyCost: Int

    package init(
        minGap: Int, idealGap: Int, gapCost: Int, windows: [Window], run: Run? = nil, countCost: [Int],
        heavy: Set<Int>, firstHeavyCost: Int, nextHeavyCost: Int
    ) {
        (self.minGap, self.idealGap, self.gapCost, self.windows) = (minGap, idealGap, gapCost, windows)
        (self.run, self.countCost, self.heavy) = (run, countCost, heavy)
        (self.firstHeavyCost, self.nextHeavyCost) = (firstHeavyCost, nextHeavyCost)
    }

    /// The part that a pattern of recent duties depends on: people who share it share the pattern.
    var spacing: DutyRules {
        var rules = self
        (rules.countCost, rules.heavy, rules.firstHeavyCost, rules.nextHeavyCost) = ([], [], 0, 0)
        return rules
    }
}
