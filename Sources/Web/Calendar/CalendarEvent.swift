package import Domain

/// One event of a calendar, as calendars of others take it over (iCalendar, RFC 5545).
package struct CalendarEvent: Hashable, Sendable {
    /// Whom a calendar program answers to or names; an address of mail.
    package struct Party: Hashable, Sendable {
        package let name: String
        package let address: EmailAddress

        package init(name: String, address: EmailAddress) {
            self.name = name
            self.address = address
        }
    }

    /// The same for every version of this event, and of no other in the world.
    package let uid: String
    /// Rises with every change; a calendar keeps the highest.
    package let sequence: Int
    package let interval: Interval
    package let title: String
    package var place = ""
    package var explanation = ""
    /// Where to read more.
    package var address = ""
    package var organiser: Party?
    package var attendee: Party?
    package var isCancelled = false
    /// Others may plan over it: standing by leaves somebody free for meetings.
    package var isTransparent = false
    /// Minutes beforehand at which the calendar reminds; nil: as the calendar is set.
    package var reminderMinutes: Int?

    package init(uid: String, sequence: Int, interval: Interval, title: String) {
        self.uid = uid
        self.sequence = sequence
        self.interval = interval
        self.title = title
    }
}
