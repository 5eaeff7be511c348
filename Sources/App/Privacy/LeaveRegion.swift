import Domain
import Storage
import Web

/// What somebody's leaving would do, before it is done: the dry run and the operation ask the same.
struct DeparturePlan: Sendable {
    let person: Functionary
    let lastDay: Day
    /// Duties after the last day: they fall open.
    let duties: [StoredDuty]
    /// Places at sessions after the last day: they go to who waits.
    let sessions: [(enrolment: Enrolment, session: ActivitySession, title: String)]
    /// Functions that end.
    let designations: [Designation]
    /// When name, number and contact data go; nil while nobody established it.
    let anonymiseOn: Day?
    /// When certificates go.
    let recordsOn: Day?
    /// Alarms whose dossier keeps the name.
    let alarmCount: Int
    let departure: Departure?

    init(of person: Functionary, lastDay: Day, at now: Instant, _ tx: Transaction) throws {
        self.person = person
        self.lastDay = lastDay
        let after = Interval(Amsterdam.startOfDay(lastDay.adding(days: 1)), .distantFuture)
        duties = try tx.duties(during: Interval(max(now, after.start), .distantFuture), person: person.id)
        let titles = Dictionary(
            try tx.activities().map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
        sessions = try tx.enrolments(of: person.id).filter { $0.state != .withdrawn }.compactMap {
            enrolment in
            guard let session = try tx.activitySession(enrolment.session), !session.isCancelled,
                session.interval.start >= after.start, !session.hasBegun(at: now)
            else { return nil }
            return (enrolment, session, titles[session.activity] ?? "")
        }
        designations = try tx.designations(of: person.id).filter {
            $0.state != .ended && ($0.validThrough.map { $0 > lastDay } ?? true)
        }
        let norms = try tx.normSet()
        anonymiseOn = norms.value(of: .contactRetention, at: now).map { lastDay.adding(months: $0 * 12) }
        recordsOn = norms.value(of: .trainingRecords, at: now).map { lastDay.adding(months: $0 * 12) }
        alarmCount = try tx.alarmCount(of: person.id)
        departure = try tx.departure(of: person.id)
    }
}

/// Why somebody cannot be made anonymous.
enum DepartureRefusal: Error, Equatable {
    case stillEmployed(through: Day?)
    case alreadyAnonymous
    /// They stand on a roster in the time to come.
    case onRoster(count: Int)
}

extension Change {
    /// Records that somebody leaves. A fact: always accepted, whatever it does to the coverage; duties after the
    /// last day show as gaps at once. Functions end, places at sessions go to who waits.
    ///
    /// - Returns: what it did.
    @discardableResult
    mutating func recordDeparture(of id: ID<Functionary>, lastDay: Day) throws -> DeparturePlan {
        guard let before = try tx.functionary(id) else { throw WebFailure.notFound }
        try actor.require(.editPeople, for: before.municipality)
        let plan = try DeparturePlan(of: before, lastDay: lastDay, at: now, tx)
        if plan.departure?.anonymisedAt != nil { throw DepartureRefusal.alreadyAnonymous }
        let after = Functionary(
            id: id, municipality: before.municipality, personnelNumber: before.personnelNumber,
            name: before.name,
            workBase: before.workBase, employedThrough: lastDay, version: before.version)
        try changeEmployment(before, to: after)
        for designation in plan.designations {
            let isOver = lastDay < Amsterdam.day(at: now)
            try saveDesignation(
                Designation(
                    id: designation.id, person: id, function: designation.function, scope: designation.scope,
                    designatedBy: designation.designatedBy, document: designation.document,
                    validFrom: designation.validFrom, validThrough: lastDay,
                    state: isOver ? .ended : designation.state))
        }
        for place in plan.sessions { try withdrawEnrolment(of: id, from: place.session.id) }
        try tx.save(
            Departure(person: id, lastDay: lastDay, anonymisedAt: nil, recordsDeletedAt: nil), at: now)
        try record(
            JournalEntry(
                "departure.recorded", "person", id,
                before: ["uit dienst": .day(before.employedThrough)], after: ["uit dienst": .day(lastDay)]))
        return plan
    }

    /// Makes somebody who left anonymous: name, numbers, addresses, absences and account go, and the key of their
    /// values in the journal is destroyed. Function and dates stay; the dossiers of alarms keep the name apart, for
    /// whoever may see those (Archiefwet).
    ///
    /// - Throws: `DepartureRefusal`.
    mutating func anonymise(_ id: ID<Functionary>) throws {
        guard let person = try tx.functionary(id) else { throw WebFailure.notFound }
        try actor.require(.editPeople, for: person.municipality)
        let today = Amsterdam.day(at: now)
        guard let lastDay = person.employedThrough, lastDay < today else {
            throw DepartureRefusal.stillEmployed(through: person.employedThrough)
        }
        let plan = try DeparturePlan(of: person, lastDay: lastDay, at: now, tx)
        if plan.departure?.anonymisedAt != nil { throw DepartureRefusal.alreadyAnonymous }
        guard plan.duties.isEmpty else { throw DepartureRefusal.onRoster(count: plan.duties.count) }
        if plan.alarmCount > 0 { try tx.keepIncidentName(person.name.full, of: id) }
        let replacement = "Oud-functionaris \(id.description.suffix(12))"
        try tx.eraseContact(of: id)
        try tx.eraseIdentity(of: id, replacement: replacement, at: now)
        try destroyKey(of: id)
        try tx.save(
            Departure(
                person: id, lastDay: lastDay, anonymisedAt: now,
                recordsDeletedAt: plan.departure?.recordsDeletedAt), at: now)
        try record(
            JournalEntry(
                "person.anonymised", "person", id,
                after: ["namen in dossiers": .number(plan.alarmCount > 0 ? 1 : 0)]))
    }

    /// Whoever is gone for as long as the norms say: first who they were, later what they learned.
    mutating func forgetDeparted() throws {
        let norms = try tx.normSet()
        let today = Amsterdam.day(at: now)
        for (person, lastDay) in try tx.peopleEmployed(before: today) {
            try tx.save(
                Departure(person: person, lastDay: lastDay, anonymisedAt: nil, recordsDeletedAt: nil), at: now
            )
        }
        let departures = try tx.departures()
        if let years = norms.value(of: .contactRetention, at: now) {
            for departure in departures
            where departure.anonymisedAt == nil && departure.lastDay.adding(months: years * 12) < today {
                do {
                    try anonymise(departure.person)
                } catch is DepartureRefusal {
                    // Employed again, or still on a roster: the planner sees them, and another night comes.
                    continue
                }
            }
        }
        if let years = norms.value(of: .trainingRecords, at: now) {
            for departure in try tx.departures()
            where departure.recordsDeletedAt == nil && departure.lastDay.adding(months: years * 12) < today {
                try forgetTraining(departure)
            }
        }
        if let months = norms.value(of: .viewRecords, at: now) {
            try tx.deleteViews(before: today.adding(months: -months))
        }
    }

    private mutating func forgetTraining(_ departure: Departure) throws {
        try tx.eraseTraining(of: departure.person)
        try tx.save(
            Departure(
                person: departure.person, lastDay: departure.lastDay, anonymisedAt: departure.anonymisedAt,
                recordsDeletedAt: now), at: now)
        try record(JournalEntry("training.forgotten", "person", departure.person))
    }
}
