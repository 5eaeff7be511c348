import Domain
import Storage

extension Transaction {
    /// The handovers of a deployment as they stand, oldest first.
    func handoverCourses(of id: ID<Deployment>) throws -> [HandoverCourse] {
        HandoverCourse.all(try deploymentEntries(of: id, kind: .handover))
    }

    /// Whether somebody should plan who relieves: a deployment is high or long enough by the norm, and has no plan.
    func wantsReliefPlan(_ deployment: Deployment, _ norms: NormSet, at now: Instant) throws -> Bool {
        guard deployment.endedAt == nil, deployment.mode != .watch,
            try reliefRhythm(of: deployment.id) == nil
        else { return false }
        if deployment.level.map({ $0 >= .three }) ?? false { return true }
        return norms.value(of: .reliefPlanAfter, at: now).map {
            deployment.openedAt.adding(minutes: 60 * $0) <= now
        } ?? false
    }

    /// Where the crew should have changed and nobody said that the work went over; by when, then function.
    func missingHandovers(
        of deployment: Deployment, _ handovers: [Handover], at now: Instant
    ) throws -> [MissingHandover] {
        guard deployment.endedAt == nil, let rhythm = try reliefRhythm(of: deployment.id) else { return [] }
        let begun = try reliefShifts(of: deployment.id).filter { $0.state.counts && $0.interval.start <= now }
        let present = try crewTimes(of: deployment.id).filter { $0.until == nil }
        let due =
            now < rhythm.changesAt
            ? nil
            : rhythm.nextChange(after: now).adding(
                minutes: -rhythm.shiftMinutes)
        let changes = try wantedFunctions(of: deployment.id).flatMap {
            function -> [(Code<CrisisFunction>, Instant, ID<Functionary>?)] in
            let own = begun.filter { $0.function == function }
            let last = [due, own.map(\.interval.start).max()].compactMap(\.self).max()
            guard let last else { return [] }
            let successors = own.filter { $0.interval.start == last }.map(\.person)
            guard !successors.isEmpty else { return [(function, last, nil)] }
            return successors.map { (function, last, $0) }
        }
        return MissingHandover.find(
            changes: changes.map { ($0.0, $0.1, $0.2) },
            present: present.map { ($0.function, $0.person, $0.since) }, handovers: handovers,
            graceMinutes: rhythm.overlapMinutes, at: now
        ).sorted { ($0.dueAt, $0.function) < ($1.dueAt, $1.function) }
    }

    private func wantedFunctions(of id: ID<Deployment>) throws -> [Code<CrisisFunction>] {
        try rows("SELECT function FROM relief_post WHERE deployment = \(id) AND wanted > 0 ORDER BY function")
            .map { Code(try $0.text("function")) }
    }
}
