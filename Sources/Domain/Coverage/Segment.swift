/// A stretch of one line's time in which nothing about its coverage changes.
package struct Segment: Hashable, Sendable {
    package let line: Code<DutyLine>
    package let interval: Interval
    /// Enough people on roster who hold every rule but competence.
    package let isRostered: Bool
    package let state: State

    package enum State: Hashable, Sendable {
        case covered(Witnesses)
        case gap(Shortage)
    }

    package struct Witnesses: Hashable, Sendable {
        /// On roster and holding every rule, first before backup.
        package let rostered: [ID<Functionary>]
        /// Rostered nowhere, holding every other rule.
        package let reserveCount: Int
        /// The first three of the reserve, in the order of the candidates.
        package let reserve: [ID<Functionary>]
        package let depth: Depth
    }

    package struct Shortage: Hashable, Sendable {
        /// How many people are wanted beyond those who count; at least 1.
        package let missing: Int
        package let refusals: [PersonRefusal]
    }

    /// One reason of one person; somebody with several reasons comes back for each, in the order of
    /// `Refusal`.
    package struct PersonRefusal: Hashable, Sendable {
        package let person: ID<Functionary>
        package let refusal: Refusal

        package init(person: ID<Functionary>, refusal: Refusal) {
            self.person = person
            self.refusal = refusal
        }
    }

    /// How many people may fall out before the line is empty (design.md §2).
    package enum Depth: Int, Comparable, Sendable {
        case covered, oneOut, twoOut

        package static func < (left: Depth, right: Depth) -> Bool { left.rawValue < right.rawValue }
    }

    package var depth: Depth? {
        switch state {
        case .covered(let witnesses): witnesses.depth
        case .gap: nil
        }
    }
}

/// The proof for a set of lines over a horizon: every minute of every line lies in exactly one segment.
package struct Coverage: Sendable {
    package let lines: [DutyLine]
    package let horizon: Interval
    /// By line in the order of `lines`, then by time.
    package let segments: [Segment]

    package init(lines: [DutyLine], horizon: Interval, segments: [Segment]) {
        self.lines = lines
        self.horizon = horizon
        self.segments = segments
    }

    package var figures: CoverageFigures {
        var figures = CoverageFigures(posts: lines.count, minutes: lines.count * horizon.minutes)
        for segment in segments {
            let minutes = segment.interval.minutes
            if segment.isRostered { figures.rosteredMinutes += minutes }
            guard let depth = segment.depth else { continue }
            figures.coveredMinutes += minutes
            if depth >= .oneOut { figures.oneOutMinutes += minutes }
            if depth >= .twoOut { figures.twoOutMinutes += minutes }
        }
        return figures
    }
}

/// The three figures of spec V1, kept apart, and N-2; all in minutes summed over the lines.
package struct CoverageFigures: Hashable, Sendable {
    package let posts: Int
    package let minutes: Int
    package var rosteredMinutes = 0
    package var coveredMinutes = 0
    package var oneOutMinutes = 0
    package var twoOutMinutes = 0

    package init(posts: Int, minutes: Int) {
        self.posts = posts
        self.minutes = minutes
    }
}
