import Domain
import Storage

/// What a municipality gives, beside what it agreed to give.
struct Commitment: Sendable {
    let municipality: Code<Municipality>
    /// People of it who are designated for a function.
    let people: Int
    /// Agreed for the year; nil: not established.
    let agreedPeople: Int?
    let agreedOn: Day?
    /// Weeks of duty in the year before, first and backup alike.
    let dutyWeeks: Int
    /// Trainings, exercises and meetings that its people took part in, in the year before.
    let attended: Int
    /// Calls of which a message left or that were answered, in the year before, exercises left out, and how many of
    /// them were answered. Nobody answers what never reached them.
    let called: Int
    let answered: Int
    /// Of the month before.
    let workedMinutes: Int
    let agreedHours: Int?
}

extension Transaction {
    /// Of every municipality that exists now.
    func commitments(at now: Instant) throws -> [Commitment] {
        let today = Amsterdam.day(at: now)
        let from = Amsterdam.startOfDay(today.adding(days: -365))
        let employer = Dictionary(
            try functionaries().map { ($0.id, $0.municipality) }, uniquingKeysWith: { first, _ in first })
        func counts<Fact>(_ facts: [Fact], _ person: (Fact) -> ID<Functionary>) -> [Code<Municipality>: Int] {
            facts.reduce(into: [:]) { sums, fact in
                if let place = employer[person(fact)] { sums[place, default: 0] += 1 }
            }
        }
        let designated = Set(try designations().filter { $0.interval?.contains(now) == true }.map(\.person))
        let people = counts(Array(designated)) { $0 }
        let weeks = counts(try duties(during: Interval(from, now)).filter { $0.duty.interval.start >= from })
        { $0.person }
        let attended = counts(
            try performedActivities().filter { $0.day > today.adding(days: -365) && $0.day <= today }
        ) { $0.person }
        let calls = try alarmCalls(since: from)
        let called = counts(calls) { $0.person }
        let answered = counts(calls.filter(\.isAnswered)) { $0.person }
        let year = today.parts.year
        let agreed = try rows("SELECT municipality, people, agreed_on FROM commitment WHERE year = \(year)")
            .reduce(
                into: [Code<Municipality>: (people: Int, day: Day)]()
            ) { agreed, row in
                agreed[Code(try row.text("municipality"))] = (
                    try row.integer("people"), try row.day("agreed_on")
                )
            }
        let month = try capacityMonths(from: today.monthStart.adding(months: -1), count: 1)[0]
        return try municipalities().filter { $0.exists(on: today) }.map(\.code).map { place in
            let hours = month.rows.first { $0.municipality == place }
            return Commitment(
                municipality: place, people: people[place] ?? 0, agreedPeople: agreed[place]?.people,
                agreedOn: agreed[place]?.day, dutyWeeks: weeks[place] ?? 0, attended: attended[place] ?? 0,
                called: called[place] ?? 0, answered: answered[place] ?? 0,
                workedMinutes: hours?.minutes ?? 0, agreedHours: hours?.agreedHours)
        }
    }

    private func alarmCalls(since: Instant) throws -> [(person: ID<Functionary>, isAnswered: Bool)] {
        try rows(
            """
            SELECT c.person, c.answered_at FROM alarm_callee c JOIN alarm a ON a.id = c.alarm
            WHERE c.called_at >= \(since) AND a.is_exercise = 0
                AND (c.answered_at IS NOT NULL OR EXISTS (SELECT 1 FROM alarm_message m
                    WHERE m.alarm = c.alarm AND m.person = c.person AND m.purpose = 'call' AND m.state = 'sent'))
            """
        ).map { (try $0.id("person"), try $0.optionalInstant("answered_at") != nil) }
    }
}
