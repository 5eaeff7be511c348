/// All shelter of a deployment at one moment: places, how many people over time, and what the norms say.
package struct ShelterStanding: Sendable {
    /// In the order in which they came up.
    package let places: [Place]
    package let demand: ShelterDemand?
    package let norms: ShelterNorms

    package struct Place: Sendable {
        package let entry: DeploymentEntry
        package let shelter: Shelter
        package let isContested: Bool
        /// By the moment at which they were counted; of two at one moment the one written down last.
        package let counts: [Count]

        package var people: Int { shelter.state == .closed ? 0 : counts.last?.people ?? 0 }
        package var most: Int { counts.map(\.people).max() ?? 0 }
    }

    package struct Count: Hashable, Sendable {
        package let at: Instant
        package let people: Int

        package init(at: Instant, people: Int) {
            self.at = at
            self.people = people
        }
    }

    package init(
        places: [Place], demand: ShelterDemand?, norms: ShelterNorms
    ) {
        self.places = places
        self.demand = demand
        self.norms = norms
    }

    /// - Parameter norms: those of the moment at which the norms begin to count.
    package init(_ state: DeploymentState, norms: ShelterNorms) {
        let counted = Dictionary(grouping: state.shelterCounts, by: \.value.shelter)
        self.init(
            places: state.shelters.map { changing in
                let own = changing.entry.thing.flatMap { counted[$0] } ?? []
                return Place(
                    entry: changing.entry, shelter: changing.value, isContested: changing.isContested,
                    counts: Self.series(own.map { ($0.entry.occurredAt, $0.entry.number, $0.value.people) }))
            }, demand: state.shelterDemand, norms: norms)
    }

    static func series(_ counts: [(at: Instant, number: Int, people: Int)]) -> [Count] {
        var series: [Count] = []
        for count in counts.sorted(by: { ($0.at, $0.number) < ($1.at, $1.number) }) {
            if series.last?.at == count.at { series.removeLast() }
            series.append(Count(at: count.at, people: count.people))
        }
        return series
    }

    package var acute: [Place] { places.filter { $0.shelter.kind == .acute } }

    /// How many people are in shelter now.
    package var people: Int { places.map(\.people).reduce(0, +) }

    /// Places for which acute shelter is planned: what was chosen, else what the norm comes to.
    package var planned: Int? {
        guard let demand else { return nil }
        return demand.override ?? norms.places(affected: demand.affected)
    }

    /// Hours that people spent in shelter, whole ones: from each count to the next, to its end or to `now`.
    package func personHours(until now: Instant) -> Int {
        let minutes = places.map { place in
            let end = min(now, place.shelter.closedAt ?? now)
            let ends = place.counts.dropFirst().map(\.at) + [end]
            return zip(place.counts, ends).map { count, next in
                count.people * max(0, min(next, end).minutes(since: count.at))
            }.reduce(0, +)
        }
        return minutes.reduce(0, +) / 60
    }

    package func signals(at now: Instant) -> [ShelterSignal] {
        acuteSignals(at: now)
            + places.filter { $0.shelter.state != .closed }.flatMap { place -> [ShelterSignal] in
                let shelter = place.shelter
                var signals: [ShelterSignal] = []
                if !shelter.missing.isEmpty {
                    signals.append(.missing(shelter: shelter.name, shelter.missing))
                }
                if shelter.state == .preparing, place.people > 0 {
                    signals.append(.notOpen(shelter: shelter.name, people: place.people))
                }
                if let capacity = shelter.capacity, place.people > capacity {
                    signals.append(.full(shelter: shelter.name, people: place.people, capacity: capacity))
                }
                return signals
            }
    }

    private func acuteSignals(at now: Instant) -> [ShelterSignal] {
        guard let demand else { return [] }
        var signals: [ShelterSignal] = []
        let opened = acute.compactMap(\.shelter.openedAt).min()
        if let minutes = norms.availableMinutes, planned != 0 {
            let due = demand.startedAt.adding(minutes: minutes)
            if let opened {
                if opened > due { signals.append(.openedLate(due: due, openedAt: opened)) }
            } else {
                signals.append(now > due ? .openedLate(due: due, openedAt: nil) : .dueBy(due))
            }
        }
        let present = acute.filter { $0.shelter.state != .closed }.compactMap(\.shelter.capacity).reduce(0, +)
        let isOver = !acute.isEmpty && acute.allSatisfy { $0.shelter.state == .closed }
        if let planned, present < planned, !isOver {
            signals.append(.tooFewPlaces(planned: planned, present: present))
        }
        if let norm = norms.places(affected: demand.affected), present > norm, demand.reason.isEmpty {
            signals.append(.morePlaces(norm: norm, present: present))
        }
        let inside = acute.map(\.people).reduce(0, +)
        if let hours = norms.housingHours, inside > 0 {
            let due = demand.startedAt.adding(minutes: hours * 60)
            if now > due { signals.append(.housingDue(due, people: inside)) }
        }
        return signals
    }
}
