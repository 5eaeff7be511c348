/// Whether the yearly exercise of all parts together, which the law asks for (Bvr 2.5.1), is held or planned.
package enum JointExercise: Hashable, Sendable {
    /// As often as the norm asks.
    case held(on: [Day])
    /// Held and planned together as often as the norm asks.
    case planned(next: Day)
    /// Neither: so many are missing.
    case missing(count: Int)
    /// Nobody established how often.
    case unknown

    /// - Parameters:
    ///   - sessions: of joint exercises, in any order, of any year.
    ///   - perYear: the norm of that year.
    package static func state(
        in year: Int, sessions: [ActivitySession], perYear: Int?, at now: Instant
    ) -> JointExercise {
        guard let perYear else { return .unknown }
        let ofYear = sessions.filter {
            !$0.isCancelled && Amsterdam.day(at: $0.interval.start).parts.year == year
        }.sorted { $0.interval.start < $1.interval.start }
        let held = ofYear.filter { $0.hasEnded(at: now) }.map { Amsterdam.day(at: $0.interval.start) }
        guard held.count < perYear else { return .held(on: held) }
        let ahead = ofYear.filter { !$0.hasEnded(at: now) }
        guard held.count + ahead.count >= perYear, let next = ahead.first else {
            return .missing(count: perYear - held.count - ahead.count)
        }
        return .planned(next: Amsterdam.day(at: next.interval.start))
    }
}
