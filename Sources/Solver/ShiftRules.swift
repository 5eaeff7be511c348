/// Shifts in runs of days: how long a run of work or rest lasts, how much is worked in all, and which shift
/// may follow which.
///
/// Before the first and after the last day a run goes on: one that touches an edge is never too short.
package struct ShiftRules: Sendable, Hashable {
    package struct Kind: Sendable, Hashable {
        package var minutes: Int
        /// Kinds that may not be worked the day after.
        package var mayNotPrecede: Set<Int>
        /// Most shifts of this kind in the whole roster.
        package var max: Int

        package init(minutes: Int, mayNotPrecede: Set<Int>, max: Int) {
            (self.minutes, self.mayNotPrecede, self.max) = (minutes, mayNotPrecede, max)
        }
    }

    /// By task number of the choices.
    package var kinds: [Kind]
    package var minutes: ClosedRange<Int>
    package var run: ClosedRange<Int>
    package var minDaysOff: Int
    /// Weekends in which a Saturday or a Sunday is worked; day 0 is a Monday.
    package var maxWeekends: Int

    package init(
        kinds: [Kind], minutes: ClosedRange<Int>, run: ClosedRange<Int>, minDaysOff: Int, maxWeekends: Int
    ) {
        (self.kinds, self.minutes, self.run) = (kinds, minutes, run)
        (self.minDaysOff, self.maxWeekends) = (minDaysOff, maxWeekends)
    }
}
