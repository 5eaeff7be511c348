import Domain
import Foundation
import Storage
import TestSupport
import Testing
import Web

@testable import App

/// Calendars of others read duties as they are, over a change of the clock too (spec D7).
@Suite struct CalendarFeedTests {
    private struct Event: Decodable, Equatable {
        let uid: String
        let start: String
        let end: String
        let title: String
    }

    private static let line = Code<DutyLine>("OGA-REGIO")

    /// What two independent readers make of it; they agree, or this throws.
    private static func reading(_ text: String) throws -> [Event] {
        let folder = try TestFolder()
        defer { folder.remove() }
        let path = "\(folder.path)/a.ics"
        try Data(text.utf8).write(to: URL(filePath: path))
        let answer = try PythonTool("calendar", "read_back.py").run([path])
        let both = try JSONDecoder().decode([String: [Event]].self, from: answer)
        let events = try #require(both["icalendar"])
        try #require(both["vobject"] == events)
        return events
    }

    @Test func `two readers find every duty of a line and of a person, over both changes of the clock`()
        async throws
    {
        try await TestRegion.with(.sqlite) { region in
            let duties = try await region.read { tx in try tx.duties(during: .always, line: Self.line) }
            let busiest = Dictionary(grouping: duties, by: \.person).max { $0.value.count < $1.value.count }
            let person = try #require(busiest).key
            let own = try await region.read { tx in try tx.duties(during: .always, person: person) }
            let (line, personal) = try await region.read { tx in
                let made = TestRegion.now
                let id: ID<CalendarFeed> = try #require(ID("00000000-0000-7000-8000-000000000001"))
                return (
                    try CalendarFeed(id: id, person: nil, line: Self.line, madeAt: made).text(tx, at: made),
                    try CalendarFeed(id: id, person: person, line: nil, madeAt: made).text(tx, at: made)
                )
            }
            let changes = duties.filter { [167 * 60, 169 * 60].contains($0.duty.interval.minutes) }
            #expect(!changes.isEmpty)
            for (text, expected) in [(line, duties), (personal, own)] {
                let events = try Self.reading(text)
                let told = Set(events.map { "\($0.uid) \($0.start) \($0.end)" })
                let had = Set(
                    expected.map {
                        "\($0.id)@oranje \($0.duty.interval.start.iso8601) \($0.duty.interval.end.iso8601)"
                    })
                #expect(told == had)
            }
            #expect(personal.contains("BEGIN:VALARM"))
            #expect(!line.contains("BEGIN:VALARM"))
        }
    }
}
