import Domain
import Storage

/// How far around a duty the working-time act looks: 16 weeks.
private let workingTimeMinutes = 16 * 7 * 1_440

extension Transaction {
    /// What the working-time act says when a person would have a duty in `interval` besides those they
    /// have. What was so without it is left out.
    func workingTime(of person: ID<Functionary>, with interval: Interval) throws -> [WorkingTimeFinding] {
        let around = Interval(
            interval.start.adding(minutes: -workingTimeMinutes),
            interval.end.adding(minutes: workingTimeMinutes))
        let had = try duties(during: around, person: person).map(\.duty.interval)
        let limits = WorkingTimeLimits(try normSet(), at: interval.start)
        return WorkingTimeFinding.added(to: had, by: interval, limits)
    }
}

extension WorkingTimeFinding {
    /// What a new duty makes worse.
    static func added(
        to had: [Interval], by interval: Interval, _ limits: WorkingTimeLimits
    ) -> [WorkingTimeFinding] {
        let before = Set(WorkingTime(limits, standby: had).findings)
        return WorkingTime(limits, standby: had + [interval]).findings.filter { !before.contains($0) }
    }
}
