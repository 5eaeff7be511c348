import Domain
import Storage
import Web

/// Who worked last night, and until when they must rest (spec D7).
struct LastNightPage: Sendable {
    /// The night: from the evening before to this morning, on the clock of Amsterdam.
    let night: Interval
    let entries: [Entry]
    /// Hours of rest after work; nil is "niet vastgesteld".
    let restHours: Int?

    struct Entry: Sendable {
        let name: PersonName
        let municipality: String
        let place: String
        let isExercise: Bool
        let startedAt: Instant
        /// Nil while the alarm still runs.
        let endedAt: Instant?
        let restUntil: Instant?
    }

    private static let eveningHour = 22
    private static let morningHour = 7

    init(_ visit: Visit, _ tx: Transaction) throws {
        // Before seven in the morning it is still this night.
        let morning = Amsterdam.instant(visit.today, hour: Self.morningHour)
        night = Interval(
            Amsterdam.instant(visit.today.adding(days: -1), hour: Self.eveningHour), max(morning, visit.now))
        restHours = try tx.normSet().value(of: .restDaily, at: visit.now)
        let names = try tx.municipalityNames()
        let reach = visit.signedIn.reach(of: .seePeople)
        let hours = restHours
        entries = try tx.workedAlarms(during: night).compactMap { worked in
            guard let person = try tx.functionary(worked.person), reach.includes(person.municipality) else {
                return nil
            }
            return Entry(
                name: person.name, municipality: names[person.municipality] ?? "", place: worked.place,
                isExercise: worked.isExercise, startedAt: worked.startedAt, endedAt: worked.endedAt,
                restUntil: worked.endedAt.flatMap { end in hours.map { end.adding(minutes: $0 * 60) } })
        }
    }

    var heading: String {
        entries.isEmpty
            ? "Vannacht was niemand van uw mensen uit"
            : "\(Dutch.count(Set(entries.map(\.name.full)).count, "persoon was", "mensen waren")) vannacht uit"
    }
}
