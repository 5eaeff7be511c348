/// Who trained, exercised, served or met together (*kennen* of the three K's; spec C7). Never a score of a
/// person: somebody sees whom they met, and a team has a share of pairs.
package struct Acquaintances: Sendable {
    /// What two people did together.
    package struct Meeting: Hashable, Sendable {
        package let person: ID<Functionary>
        package let kind: ActivityKind
        package let day: Day
        package let title: String
    }

    /// How many pairs of a team met at least once.
    package struct Share: Hashable, Sendable {
        package let known: Int
        package let pairs: Int
    }

    private let gatherings: [[PerformedActivity]]
    private let known: Set<Pair>

    private struct Pair: Hashable {
        let first: ID<Functionary>
        let second: ID<Functionary>

        init(_ left: ID<Functionary>, _ right: ID<Functionary>) {
            (first, second) = left < right ? (left, right) : (right, left)
        }
    }

    /// - Parameter optedOut: who does not want to be counted; they are left out everywhere.
    package init(_ activities: [PerformedActivity], optedOut: Set<ID<Functionary>>) {
        let shared = activities.filter { activity in
            switch activity.source.kind {
            case .session, .deployment: !optedOut.contains(activity.person)
            // A list or a note says nothing about who else was there.
            case .imported, .byHand: false
            }
        }
        gatherings = Dictionary(grouping: shared, by: \.source).values.map { gathering in
            // Somebody who counts it for two functions was there once.
            var seen: Set<ID<Functionary>> = []
            return gathering.filter { seen.insert($0.person).inserted }
        }.filter { $0.count > 1 }
        var known: Set<Pair> = []
        for gathering in gatherings {
            for (index, left) in gathering.enumerated() {
                for right in gathering[(index + 1)...] { known.insert(Pair(left.person, right.person)) }
            }
        }
        self.known = known
    }

    /// Everybody whom a person met, the last time first.
    package func meetings(of person: ID<Functionary>) -> [Meeting] {
        gatherings.flatMap { gathering -> [Meeting] in
            guard gathering.contains(where: { $0.person == person }) else { return [] }
            return gathering.filter { $0.person != person }.map {
                Meeting(person: $0.person, kind: $0.kind, day: $0.day, title: $0.title)
            }
        }.sorted { ($1.day, $0.person) < ($0.day, $1.person) }
    }

    /// Nil for fewer than two people.
    package func share(of team: Set<ID<Functionary>>) -> Share? {
        let people = team.sorted()
        guard people.count > 1 else { return nil }
        var found = 0
        for (index, left) in people.enumerated() {
            found += people[(index + 1)...].filter { known.contains(Pair(left, $0)) }.count
        }
        return Share(known: found, pairs: people.count * (people.count - 1) / 2)
    }
}
