import Domain
import Storage

extension Change {
    /// Profiles of two functions beyond the base level and what people did for them: most are in order, some
    /// live on the grace, so that every state can be seen. Written as of the first day of the roster; nobody
    /// stops counting in its first year.
    mutating func addSampleCompetence(_ request: SampleRequest) throws {
        let year = request.start.parts.year
        let asked: [(function: String, kind: ActivityKind, title: String)] = [
            ("HTOABZ", .exercise, "Oefening opvang en verzorging"),
            ("ICBZ", .training, "Training eigen beeld"),
        ]
        let designations = try tx.designations()
        for (function, kind, title) in asked {
            try addRequirement(
                Requirement(
                    id: newID(), function: Code(function), subject: .activity(kind),
                    terms: Requirement.Terms(amount: .times(1), period: .calendarYear, graceDays: 730),
                    validFrom: request.start.adding(days: -300), status: .assumption,
                    source: "Verzonnen oefenbeleidsplan van het voorbeeld"))
            let people = designations.filter { $0.function.text == function }.map(\.person)
            for (number, person) in people.enumerated() {
                // One in five did it last before the year that counts.
                let last = number % 5 == 3 ? year - 2 : year
                guard let day = Day(year: last, month: 3 + number % 6, day: 4 + number % 20) else { continue }
                try recordActivity(
                    ActivityDraft(
                        person: person, kind: kind, functions: [Code(function)], day: day, minutes: 240,
                        title: title),
                    from: PerformedActivity.Source(.imported, key: "voorbeeld-\(function)-\(last)-\(number)"))
            }
        }
    }
}
