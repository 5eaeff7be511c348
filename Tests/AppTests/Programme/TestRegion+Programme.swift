import Domain
import Foundation
import Storage
import TestSupport
import Testing

@testable import App

/// Steps of the programme that tests take.
extension TestRegion {
    /// An activity with one session, planned by the office.
    func plannedSession(
        inDays days: Int = 10, capacity: Int? = nil, functions: [String] = [], kind: ActivityKind = .training,
        hasResult: Bool = false, isJoint: Bool = false, isRecord: Bool = false
    ) async throws -> ActivitySession {
        try await change(as: "bureau") { change in
            let activity = Activity(
                id: change.newID(), title: "Oefening van de test", kind: kind,
                functions: functions.map { Code($0) },
                explanation: "Neem een jas mee.", isJoint: isJoint, hasResult: hasResult, version: 1)
            try change.saveActivity(activity)
            let start = TestRegion.now.adding(minutes: days * 24 * 60)
            let session = ActivitySession(
                id: change.newID(), activity: activity.id,
                interval: Interval(start, start.adding(minutes: 180)),
                place: "Sporthal De Zeegge", leader: "Trainer", capacity: capacity,
                cost: Money(cents: 300_00), enrolThrough: nil)
            try change.planSession(session, isRecord: isRecord)
            return session
        }
    }

    /// One after the other, a second apart: the queue is in the order of `people`.
    func enrol(
        _ people: [Functionary], in session: ActivitySession, at now: Instant = TestRegion.now
    ) async throws {
        for (index, person) in people.enumerated() {
            try await change(as: "bureau", at: now.adding(seconds: index)) { change in
                try change.enrol(person.id, in: session.id)
            }
        }
    }

    func withdraw(
        _ person: Functionary, from session: ActivitySession, at now: Instant = TestRegion.now
    ) async throws {
        try await change(as: "bureau", at: now) { change in
            try change.withdrawEnrolment(of: person.id, from: session.id)
        }
    }

    /// People who have no session of the sample on a day on which a test plans one.
    func freePeople(_ count: Int) async throws -> [Functionary] {
        let free = try await freePeople()
        try #require(free.count >= count)
        return Array(free.prefix(count))
    }

    func freePeople() async throws -> [Functionary] {
        let people = try await people()
        let days = Set([-1, 10, 200, 300].map { Amsterdam.day(at: TestRegion.now).adding(days: $0) })
        return try await read { tx in
            try people.filter { person in
                let sessions = try tx.enrolments(of: person.id).compactMap {
                    try tx.activitySession($0.session)
                }
                return !sessions.contains { days.contains(Amsterdam.day(at: $0.interval.start)) }
            }
        }
    }

    func states(
        _ people: [Functionary], in session: ActivitySession
    ) async throws -> [Enrolment.State?] {
        let enrolments = try await read { tx in try tx.enrolments(of: session.id) }
        return people.map { person in enrolments.first { $0.person == person.id }?.state }
    }

    /// Queued letters to that person, in the order in which they were queued.
    func letters(to person: Functionary) async throws -> [Letter] {
        try await read { tx in
            try tx.rows(
                "SELECT subject, body, parts FROM mail WHERE person = \(person.id) ORDER BY created_at, id"
            ).map { row in
                let parts = try JSONDecoder().decode(
                    StoredMailParts.self, from: Data(try row.text("parts").utf8))
                return Letter(
                    subject: try row.text("subject"), text: try row.text("body"), method: parts.method,
                    calendar: parts.calendar)
            }
        }
    }

    struct Letter: Sendable {
        let subject: String
        let text: String
        let method: String?
        let calendar: String?
    }
}
