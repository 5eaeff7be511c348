import Domain
import Foundation
import Testing

@testable import Web

@Suite struct CalendarTextTests {
    private static let stamp = Instant(milliseconds: 1_795_424_400_000)

    private static func event(_ start: Instant, minutes: Int = 60) -> CalendarEvent {
        CalendarEvent(
            uid: "a@oranje", sequence: 2, interval: Interval(start, start.adding(minutes: minutes)),
            title: "Training")
    }

    private static func lines(_ event: CalendarEvent, method: CalendarText.Method? = .request) -> [String] {
        CalendarText.text([event], method: method, stamp: stamp).components(separatedBy: "\r\n")
    }

    private static func moment(_ iso: String) throws -> Instant {
        try #require(Instant(iso8601: iso))
    }

    @Test func `times stand as the clock shows them, in winter and in summer`() throws {
        let winter = Self.lines(Self.event(try Self.moment("2026-11-23T09:00:00+01:00")))
        #expect(winter.contains("DTSTART;TZID=Europe/Amsterdam:20261123T090000"))
        let summer = Self.lines(Self.event(try Self.moment("2027-06-21T09:00:00+02:00")))
        #expect(summer.contains("DTSTART;TZID=Europe/Amsterdam:20270621T090000"))
        #expect(summer.contains("DTEND;TZID=Europe/Amsterdam:20270621T100000"))
    }

    @Test func `of the hour that comes twice the second one stands in universal time`() throws {
        let first = Self.lines(Self.event(try Self.moment("2027-10-31T02:30:00+02:00")))
        #expect(first.contains("DTSTART;TZID=Europe/Amsterdam:20271031T023000"))
        #expect(first.contains("DTEND:20271031T013000Z"))
        let second = Self.lines(Self.event(try Self.moment("2027-10-31T02:30:00+01:00")))
        #expect(second.contains("DTSTART:20271031T013000Z"))
        #expect(second.contains("DTEND;TZID=Europe/Amsterdam:20271031T033000"))
    }

    @Test func `marks with a meaning are escaped, and nothing begins a line of its own`() throws {
        var event = Self.event(try Self.moment("2026-11-23T09:00:00+01:00"))
        event.explanation = "a;b,c\\d\r\nEND:VEVENT\u{0}\tz"
        event.organiser = CalendarEvent.Party(
            name: "Bureau \"Oost\"\r\nX:1", address: try EmailAddress.parse("bureau@regio.example").get())
        let lines = Self.lines(event)
        #expect(lines.contains("DESCRIPTION:a\\;b\\,c\\\\d\\nEND:VEVENT z"))
        #expect(lines.count { $0 == "END:VEVENT" } == 1)
        #expect(lines.contains("ORGANIZER;CN=\"Bureau OostX:1\":mailto:bureau@regio.example"))
    }

    @Test func `no line is longer than 75 bytes and no character is broken`() throws {
        var event = Self.event(try Self.moment("2026-11-23T09:00:00+01:00"))
        event.explanation = String(repeating: "crisisé🌊", count: 40)
        let text = CalendarText.text([event], method: nil, stamp: Self.stamp)
        #expect(text.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 75 })
        #expect(text.replacing("\r\n ", with: "").contains("DESCRIPTION:\(event.explanation)\r\n"))
        #expect(text.hasSuffix("END:VCALENDAR\r\n"))
    }

    @Test func `what is off says so and reminds nobody`() throws {
        var event = Self.event(try Self.moment("2026-11-23T09:00:00+01:00"))
        event.reminderMinutes = 30
        #expect(Self.lines(event).contains("TRIGGER:-PT30M"))
        event.isCancelled = true
        let off = Self.lines(event, method: .cancel)
        #expect(off.contains("METHOD:CANCEL"))
        #expect(off.contains("STATUS:CANCELLED"))
        #expect(!off.contains("BEGIN:VALARM"))
    }
}
