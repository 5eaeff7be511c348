import Domain
import Foundation
import TestSupport
import Testing

@testable import App

@Suite struct TellParticipantTests {
    /// An event as both readers of Tests/Python/calendar print it.
    private struct Event: Decodable, Equatable {
        let method: String
        let uid: String
        let sequence: Int
        let start: String
        let end: String
        let title: String
        let place: String
        let explanation: String
        let status: String
        let organiser: String
        let attendee: String
        let attendeeName: String
    }

    /// What two independent readers make of the letter's calendar; they agree, or this throws.
    private static func reading(_ letter: TestRegion.Letter) throws -> Event {
        let folder = try TestFolder()
        defer { folder.remove() }
        let path = "\(folder.path)/a.ics"
        try Data(try #require(letter.calendar).utf8).write(to: URL(filePath: path))
        let answer = try PythonTool("calendar", "read_back.py").run([path])
        let both = try JSONDecoder().decode([String: [Event]].self, from: answer)
        let events = try #require(both["icalendar"])
        try #require(both["vobject"] == events)
        try #require(events.count == 1)
        return events[0]
    }

    /// On the last Sunday of March 2027 from 01:30 to 04:00: an hour and a half, over the change of the clock.
    private static let night = Interval(
        Amsterdam.instant(Day(daysSince1970: 20_905), hour: 1, minute: 30),
        Amsterdam.instant(Day(daysSince1970: 20_905), hour: 4))

    /// Letters are told apart by when they were queued.
    private static func later(_ minutes: Int) -> Instant { TestRegion.now.adding(minutes: minutes) }

    private static func moved(_ session: ActivitySession, to interval: Interval) -> ActivitySession {
        ActivitySession(
            id: session.id, activity: session.activity, interval: interval, place: "Loods, haven; poort 3",
            leader: session.leader, capacity: session.capacity, cost: session.cost, enrolThrough: nil)
    }

    @Test func `every version of an invitation has the same name and a higher number, for two readers`()
        async throws
    {
        try await TestRegion.with(.sqlite) { region in
            let session = try await region.plannedSession()
            let person = try #require(try await region.freePeople(1).first)
            try await region.enrol([person], in: session)
            try await region.change(as: "bureau", at: Self.later(1)) {
                try $0.changeSession(Self.moved(session, to: Self.night))
            }
            try await region.withdraw(person, from: session, at: Self.later(2))
            let letters = try await region.letters(to: person)
            #expect(letters.map(\.method) == ["REQUEST", "REQUEST", "CANCEL"])
            let events = try letters.map(Self.reading)
            #expect(Set(events.map(\.uid)).count == 1)
            #expect(events.map(\.sequence) == [1, 2, 3])
            #expect(events.map(\.method) == ["REQUEST", "REQUEST", "CANCEL"])
            #expect(events.map(\.status) == ["CONFIRMED", "CONFIRMED", "CANCELLED"])
            #expect(events[0].start == session.interval.start.iso8601)
            #expect(events[1].start == "2027-03-28T00:30:00Z")
            #expect(events[1].end == "2027-03-28T02:00:00Z")
            #expect(events[1].place == "Loods, haven; poort 3")
            #expect(events.allSatisfy { $0.organiser == "mailto:aanspreekpunt@regio.example" })
            #expect(events.allSatisfy { $0.attendeeName == person.name.full })
        }
    }

    @Test func `who waits gets a letter without an invitation, and one with it on moving up`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let session = try await region.plannedSession(capacity: 1)
            let people = try await region.freePeople(2)
            try await region.enrol(people, in: session)
            try await region.withdraw(people[0], from: session, at: Self.later(1))
            let letters = try await region.letters(to: people[1])
            #expect(letters.map(\.method) == [nil, "REQUEST"])
            #expect(letters[0].subject.hasPrefix("Op de wachtlijst"))
            #expect(letters[1].text.contains("Er kwam een plek vrij"))
            // Nobody's calendar learns who else comes.
            #expect(letters[1].calendar?.contains(people[0].name.full) == false)
        }
    }

    @Test func `calling a session off reaches everybody on the list, those who wait too`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let session = try await region.plannedSession(capacity: 1)
            let people = try await region.freePeople(2)
            try await region.enrol(people, in: session)
            try await region.change(as: "bureau", at: Self.later(1)) {
                try $0.cancelSession(session.id, reason: "De trainer is ziek.", version: session.version)
            }
            let told = try #require(try await region.letters(to: people[0]).last)
            #expect(told.method == "CANCEL")
            #expect(told.text.contains("Reden: De trainer is ziek."))
            let waiting = try #require(try await region.letters(to: people[1]).last)
            #expect(waiting.method == nil)
            #expect(waiting.subject.hasPrefix("Gaat niet door"))
        }
    }
}
