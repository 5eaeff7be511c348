package import Domain

/// Writes events as iCalendar (RFC 5545), for a mail that calendars act on (iTIP, RFC 5546) or an address that
/// they read again and again.
///
/// Times stand as the clock in Amsterdam shows them, with the rules of its zone beside them: a calendar then
/// stays right when the rules change. The hour that comes twice in autumn cannot be told so; the second one
/// stands in UTC.
package struct CalendarText: Sendable {
    package enum Method: String, Sendable {
        case publish = "PUBLISH"
        case request = "REQUEST"
        case cancel = "CANCEL"
    }

    private var lines: [String] = []
    private let stamp: Instant

    /// - Parameters:
    ///   - method: nil for an address that is read again and again.
    ///   - name: what a calendar calls the whole; empty for a single invitation.
    ///   - stamp: when this was written.
    package static func text(
        _ events: [CalendarEvent], method: Method?, name: String = "", stamp: Instant
    ) -> String {
        var writer = CalendarText(stamp: stamp)
        writer.add("BEGIN", "VCALENDAR")
        writer.add("PRODID", "-//Oranje//Bevolkingszorg//NL")
        writer.add("VERSION", "2.0")
        writer.add("CALSCALE", "GREGORIAN")
        if let method { writer.add("METHOD", method.rawValue) }
        if !name.isEmpty {
            writer.add("NAME", escaped(name))
            writer.add("X-WR-CALNAME", escaped(name))
        }
        writer.lines += zone
        for event in events { writer.add(event) }
        writer.add("END", "VCALENDAR")
        return writer.lines.map(folded).joined(separator: "\r\n") + "\r\n"
    }

    private init(stamp: Instant) {
        self.stamp = stamp
    }

    private mutating func add(_ event: CalendarEvent) {
        add("BEGIN", "VEVENT")
        add("UID", Self.escaped(event.uid))
        add("DTSTAMP", Self.universal(stamp))
        add("SEQUENCE", "\(event.sequence)")
        add(moment: "DTSTART", event.interval.start)
        add(moment: "DTEND", event.interval.end)
        add("SUMMARY", Self.escaped(event.title))
        if !event.place.isEmpty { add("LOCATION", Self.escaped(event.place)) }
        if !event.explanation.isEmpty { add("DESCRIPTION", Self.escaped(event.explanation)) }
        if !event.address.isEmpty { add("URL", event.address) }
        add("STATUS", event.isCancelled ? "CANCELLED" : "CONFIRMED")
        add("TRANSP", event.isTransparent ? "TRANSPARENT" : "OPAQUE")
        if let organiser = event.organiser {
            add("ORGANIZER;CN=\(Self.quoted(organiser.name))", "mailto:\(organiser.address)")
        }
        if let attendee = event.attendee {
            // They enrolled themselves: nobody is asked to answer.
            add(
                "ATTENDEE;CN=\(Self.quoted(attendee.name));ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE",
                "mailto:\(attendee.address)")
        }
        if let minutes = event.reminderMinutes, !event.isCancelled {
            add("BEGIN", "VALARM")
            add("ACTION", "DISPLAY")
            add("DESCRIPTION", Self.escaped(event.title))
            add("TRIGGER", "-PT\(minutes)M")
            add("END", "VALARM")
        }
        add("END", "VEVENT")
    }

    private mutating func add(_ name: String, _ value: String) {
        lines.append("\(name):\(value)")
    }

    private mutating func add(moment name: String, _ instant: Instant) {
        let clock = Amsterdam.wallClock(at: instant)
        let first = Amsterdam.instant(clock.day, hour: clock.hour, minute: clock.minute)
        guard first.minutes(since: instant) == 0 else {
            return add(name, Self.universal(instant))
        }
        let time =
            "\(clock.day.iso.filter { $0 != "-" })T\(twoDigits(clock.hour))\(twoDigits(clock.minute))00"
        add("\(name);TZID=Europe/Amsterdam", time)
    }

    /// `20261123T110000Z`
    private static func universal(_ instant: Instant) -> String {
        instant.iso8601.filter { $0 != "-" && $0 != ":" }
    }

    /// RFC 5545 §3.3.11; other control characters cannot stand in a text.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text {
            switch character {
            case "\\": escaped += "\\\\"
            case ";": escaped += "\\;"
            case ",": escaped += "\\,"
            case "\n", "\r\n", "\r": escaped += "\\n"
            case "\t": escaped += " "
            default:
                let isControl = character.unicodeScalars.contains {
                    $0.properties.generalCategory == .control
                }
                escaped += isControl ? "" : String(character)
            }
        }
        return escaped
    }

    /// The value of a parameter, in which no quotation mark can stand (RFC 5545 §3.2).
    private static func quoted(_ text: String) -> String {
        let plain = text.filter { character in
            character != "\""
                && !character.unicodeScalars.contains { $0.properties.generalCategory == .control }
        }
        return "\"\(plain)\""
    }

    /// At most 75 bytes a line, never inside a character (RFC 5545 §3.1).
    static func folded(_ line: String) -> String {
        guard line.utf8.count > bytesMax else { return line }
        var folded = ""
        var room = bytesMax
        for scalar in line.unicodeScalars {
            let size = String(scalar).utf8.count
            if size > room {
                folded += "\r\n "
                room = bytesMax - 1
            }
            folded.unicodeScalars.append(scalar)
            room -= size
        }
        return folded
    }

    private static let bytesMax = 75

    /// Summer time as the European Union has it since 1996.
    private static let zone = """
        BEGIN:VTIMEZONE
        TZID:Europe/Amsterdam
        BEGIN:DAYLIGHT
        DTSTART:19960331T020000
        RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        TZNAME:CEST
        END:DAYLIGHT
        BEGIN:STANDARD
        DTSTART:19961027T030000
        RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        TZNAME:CET
        END:STANDARD
        END:VTIMEZONE
        """.split(separator: "\n").map(String.init)
}
