/// A functionary as the alarm sees them: the same facts as the proof of coverage, and for whom they work.
package struct AlarmPerson: Hashable, Sendable {
    package let candidate: Candidate
    package let employer: Code<Municipality>
    /// Functions whose designation serves the municipality of the alarm; the others serve another part.
    package let servedHere: Set<Code<CrisisFunction>>

    package init(
        candidate: Candidate, employer: Code<Municipality>, servedHere: Set<Code<CrisisFunction>>
    ) {
        self.candidate = candidate
        self.employer = employer
        self.servedHere = servedHere
    }
}

/// One asked function as the planner sees it.
package struct AlarmPostFacts: Hashable, Sendable {
    /// The duty line that serves the municipality, or one made up for a function without a line; its norm is
    /// that of the request when that gives one.
    package let line: DutyLine
    /// Functions of open intake in the same task organisation: their people may be asked to help.
    package let openIntake: Set<Code<CrisisFunction>>
    /// What was promised of the function and can be called now.
    package let promises: [BoundPromise]

    package init(
        line: DutyLine, openIntake: Set<Code<CrisisFunction>>, promises: [BoundPromise] = []
    ) {
        self.line = line
        self.openIntake = openIntake
        self.promises = promises
    }

    fileprivate func isPromised(by employer: Code<Municipality>) -> Bool {
        promises.contains { $0.suppliers.contains(employer) }
    }
}

/// Puts people in the order in which an alarm calls them. Nothing is refused: who has something against them
/// ranks last and gets a warning (spec A2, "Never").
package struct AlarmPlanner: Sendable {
    private let municipality: Code<Municipality>
    private let isFlexible: Bool
    private let now: Instant

    package init(municipality: Code<Municipality>, isFlexible: Bool, now: Instant) {
        self.municipality = municipality
        self.isFlexible = isFlexible
        self.now = now
    }

    private struct Ranked {
        let wave: WaveKind
        let place: AlarmPlan.Place
        /// On another line now: calling them takes them away from it, so others go first.
        let isElsewhere: Bool
        let isOpenIntake: Bool
        let order: Int
    }

    /// - Parameter people: by name, which decides between people who are equally near.
    package func post(_ facts: AlarmPostFacts, people: [AlarmPerson]) -> AlarmPlan.Post {
        var ranked: [Ranked] = []
        var exclusions: [AlarmPlan.Exclusion] = []
        for (order, person) in people.enumerated() {
            switch standing(of: person, facts, order) {
            case .called(let place): ranked.append(place)
            case .excluded(let reason):
                exclusions.append(AlarmPlan.Exclusion(person: person.candidate.person, reason: reason))
            case .unconcerned: break
            }
        }
        let kinds = WaveKind.allCases.filter { isFlexible || $0 != .own }
        let waves = kinds.map { kind in
            AlarmPlan.Wave(
                kind: kind,
                people: ranked.filter { $0.wave == kind }.sorted(by: Self.goesFirst).map(\.place))
        }
        let employers = Dictionary(
            people.map { ($0.candidate.person, $0.employer) }, uniquingKeysWith: { first, _ in first })
        let called = ranked.filter { !$0.isOpenIntake }.sorted(by: Self.goesFirst).map(\.place.person)
        let wanted = facts.line.wanted(at: now)
        let promised = facts.promises.map { bound in
            AlarmPlan.PromisedPeople(
                promise: bound.promise.id, promised: min(bound.promise.people, wanted),
                people: called.filter { person in employers[person].map(bound.suppliers.contains) ?? false })
        }
        return AlarmPlan.Post(
            function: facts.line.function, wanted: wanted,
            withinMinutes: facts.line.responseMinutesMax(at: now), waves: waves, exclusions: exclusions,
            promises: promised)
    }

    private enum Standing {
        case called(Ranked)
        case excluded(Refusal)
        case unconcerned
    }

    private func standing(of person: AlarmPerson, _ facts: AlarmPostFacts, _ order: Int) -> Standing {
        let candidate = person.candidate
        let line = facts.line
        let slot = candidate.duties.filter { $0.line == line.code && $0.interval.contains(now) }.map(\.slot)
        let isOnDuty = !slot.isEmpty
        let refusals = Coverage.refusals(of: candidate, for: line, at: now)
        let isOfFunction = !refusals.contains(.notDesignated)
        let intake =
            isOfFunction || isOnDuty
            ? nil
            : facts.openIntake.sorted().first { function in
                candidate.fitness[function]?.designated.contains { $0.contains(now) } == true
            }
        guard isOnDuty || isOfFunction || intake != nil else { return .unconcerned }
        // Whether somebody of the open intake can come is asked of the function they do have.
        let whereabouts =
            intake.map { Coverage.refusals(of: candidate, for: line.asked(of: $0, at: now), at: now) }
            ?? refusals
        if whereabouts.contains(.unreachable) { return .excluded(.unreachable) }
        if !isOnDuty, let reason = whereabouts.first(where: \.excludes) { return .excluded(reason) }
        // Open intake never had papers for this function: that they are not designated says it all.
        let isOpenIntake = intake != nil
        let warnings = isOpenIntake ? [.notDesignated] : refusals.filter { $0 != .notOnRoster }
        let inclusion = inclusion(slot, person, facts, isOpenIntake: isOpenIntake)
        return .called(
            Ranked(
                wave: wave(inclusion, warnings),
                place: AlarmPlan.Place(
                    person: candidate.person, inclusion: inclusion,
                    travelMinutes: candidate.travelMinutes[line.code], warnings: warnings),
                isElsewhere: !isOnDuty && candidate.duties.contains { $0.interval.contains(now) },
                isOpenIntake: isOpenIntake, order: order))
    }

    private func inclusion(
        _ slot: [DutySlot], _ person: AlarmPerson, _ facts: AlarmPostFacts, isOpenIntake: Bool
    ) -> Inclusion {
        if slot.contains(.first) { return .onDuty }
        if slot.contains(.backup) { return .onDutyBackup }
        if isOpenIntake { return .ofOpenIntake }
        if isFlexible, person.employer == municipality { return .ofOwnOrganisation }
        if person.servedHere.contains(facts.line.function) { return .ofFunction }
        return facts.isPromised(by: person.employer) ? .ofPromise : .ofNeighbour
    }

    private func wave(_ inclusion: Inclusion, _ warnings: [Refusal]) -> WaveKind {
        switch inclusion {
        case .onDuty, .onDutyBackup: .duty
        case _ where warnings.contains(where: \.ranksLast): .warned
        case .ofOwnOrganisation: .own
        // What was promised is called with the function's own people, before who promised nothing.
        case .ofFunction, .ofPromise: .function
        case .ofNeighbour, .ofOpenIntake: .neighbours
        }
    }

    /// First before backup, those who stand on no other line, the function's own before open intake, the
    /// nearest; an unknown travel time counts as far.
    private static func goesFirst(_ left: Ranked, _ right: Ranked) -> Bool {
        key(left).lexicographicallyPrecedes(key(right))
    }

    private static func key(_ ranked: Ranked) -> [Int] {
        [
            ranked.place.inclusion == .onDutyBackup ? 1 : 0, ranked.isElsewhere ? 1 : 0,
            ranked.isOpenIntake ? 1 : 0, ranked.place.travelMinutes ?? .max, ranked.order,
        ]
    }
}

extension DutyLine {
    /// The same place, asked of somebody with another function.
    fileprivate func asked(of function: Code<CrisisFunction>, at now: Instant) -> DutyLine {
        DutyLine(
            code: code, function: function, district: district, wanted: wanted(at: now),
            responseMinutesMax: responseMinutesMax(at: now))
    }
}
