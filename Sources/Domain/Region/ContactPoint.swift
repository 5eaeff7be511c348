/// The one desk that answers for the whole region (*regionaal aanspreekpunt*), from a day on.
package struct ContactPoint: Hashable, Sendable {
    package let id: ID<ContactPoint>
    /// Holds until the next one begins.
    package let validFrom: Day
    package let name: String
    package let holder: String
    package let deputy: String
    package let phone: Phone
    package let mailbox: EmailAddress
    /// When somebody answers, in Dutch: "ma–vr 08.30–17.00 uur".
    package let hours: String
    /// Days on which the holder is away and the deputy answers.
    package let away: Away?

    package struct Away: Hashable, Sendable {
        package let from: Day
        package let through: Day

        package init(from: Day, through: Day) {
            self.from = from
            self.through = through
        }
    }

    package init(
        id: ID<ContactPoint>, validFrom: Day, name: String, holder: String, deputy: String, phone: Phone,
        mailbox: EmailAddress, hours: String, away: Away?
    ) {
        self.id = id
        self.validFrom = validFrom
        self.name = name
        self.holder = holder
        self.deputy = deputy
        self.phone = phone
        self.mailbox = mailbox
        self.hours = hours
        self.away = away
    }

    package func isHolderAway(on day: Day) -> Bool {
        guard let away else { return false }
        return away.from <= day && day <= away.through
    }

    /// Who answers on `day`.
    package func answering(on day: Day) -> String { isHolderAway(on: day) ? deputy : holder }
}
