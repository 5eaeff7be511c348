/// The rest of one person on a grid of shifts, in shifts: how far apart two must begin, how long a run of them
/// may be before a long rest, and how many fit in a week.
///
/// On the road is no rest: who lives far away must begin later again. In any seven times 24 hours lies one
/// weekly rest whole, because a run and the two rests around it are no longer than that.
package struct ReliefRest: Hashable, Sendable {
    /// Shifts less than `gap` apart make up a run; from its first to its last lie at most `span`.
    package struct Run: Hashable, Sendable {
        package let gap: Int
        package let span: Int

        package init(gap: Int, span: Int) { (self.gap, self.span) = (gap, span) }
    }

    /// At most `most` shifts begin in `length` after each other.
    package struct Week: Hashable, Sendable {
        package let length: Int
        package let most: Int

        package init(length: Int, most: Int) { (self.length, self.most) = (length, most) }
    }

    /// From one start to the next, at least; 1 is the shift after.
    package let gap: Int
    package let run: Run?
    package let week: Week?

    private static let weekMinutes = 7 * 1_440

    package init(gap: Int, run: Run? = nil, week: Week? = nil) {
        (self.gap, self.run, self.week) = (max(1, gap), run, week)
    }

    /// - Parameter travelMinutes: from home to work, one way.
    package init(_ norms: ReliefNorms, travelMinutes: Int) {
        let length = norms.shiftMinutes + norms.overlapMinutes
        func starts(after rest: Int) -> Int {
            max(1, ReliefGrid.ceiling(length + rest + 2 * max(0, travelMinutes), norms.shiftMinutes))
        }
        let gap = starts(after: norms.restMinutes ?? 0)
        var run: Run?
        if let weekly = norms.weeklyRestMinutes {
            let span = (Self.weekMinutes - 2 * weekly - length) / norms.shiftMinutes
            run = Run(gap: max(gap, starts(after: norms.longRestMinutes ?? weekly)), span: max(0, span))
        }
        var week: Week?
        if let most = norms.weekMinutesMax.map({ max(1, $0 / length) }) {
            let periods = Self.weekMinutes / norms.shiftMinutes
            let bare = ReliefRest(gap: gap, run: run)
            if bare.most(in: periods) > most { week = Week(length: periods, most: most) }
        }
        self.init(gap: gap, run: run, week: week)
    }

    /// Whether a shift may follow the others.
    ///
    /// - Parameter earlier: ascending, all before `shift`.
    package func allows(_ shift: Int, after earlier: [Int]) -> Bool {
        guard let last = earlier.last else { return true }
        guard shift - last >= gap else { return false }
        if let run, shift - last < run.gap, shift - Self.start(of: run, in: earlier) > run.span {
            return false
        }
        guard let week else { return true }
        return earlier.reversed().prefix { shift - $0 < week.length }.count < week.most
    }

    /// Where the run began that the last shift belongs to.
    private static func start(of run: Run, in earlier: [Int]) -> Int {
        var first = earlier[earlier.count - 1]
        for shift in earlier.reversed().dropFirst() {
            guard first - shift < run.gap else { break }
            first = shift
        }
        return first
    }

    /// Whether shifts, ascending, keep every rule among themselves.
    package func allows(_ shifts: [Int]) -> Bool {
        shifts.indices.dropFirst().allSatisfy { allows(shifts[$0], after: Array(shifts[..<$0])) }
    }

    /// No more than so many shifts of one person begin in `length` after each other.
    package func most(in length: Int) -> Int {
        let byWeek = week.map { ceiling(length, $0.length) * $0.most } ?? .max
        guard let run else { return min(ceiling(length, gap), byWeek) }
        // The densest there is: full runs with the shortest long rest between, seen from every place in them.
        var pattern: [Int] = []
        var start = 0
        while start < 3 * length {
            let last = start + run.span / gap * gap
            pattern += stride(from: start, through: last, by: gap)
            start = last + run.gap
        }
        let most = pattern.map { from in pattern.count { $0 >= from && $0 < from + length } }.max() ?? 0
        return min(most, byWeek)
    }

    private func ceiling(_ number: Int, _ unit: Int) -> Int { ReliefGrid.ceiling(number, unit) }
}
