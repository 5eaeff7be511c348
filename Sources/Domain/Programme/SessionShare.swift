/// What a session asked of one municipality: people, hours, and its part of the cost.
package struct SessionShare: Hashable, Sendable {
    package let municipality: Code<Municipality>
    package let people: Int
    package let minutes: Int
    package let cost: Money

    package init(municipality: Code<Municipality>, people: Int, minutes: Int, cost: Money) {
        self.municipality = municipality
        self.people = people
        self.minutes = minutes
        self.cost = cost
    }

    /// Splits a session over the employers of who came; before the list is finished, of who has a place and for as
    /// long as it lasts. The cost goes by hours, to the cent.
    ///
    /// - Returns: by code; nothing when nobody came, and the cost then stays with the region.
    package static func shares(of session: ActivitySession, _ enrolments: [Enrolment]) -> [SessionShare] {
        guard !session.isCancelled else { return [] }
        let counted = enrolments.filter { $0.state == .placed }.compactMap { enrolment in
            minutes(of: enrolment, session).map { (enrolment.municipality, $0) }
        }
        let byMunicipality = Dictionary(grouping: counted) { $0.0 }.mapValues { $0.map(\.1) }
        let shares = byMunicipality.map { code, minutes in
            DistributionShare(code: code, name: code.text, basis: Int64(minutes.reduce(0, +)))
        }
        // Nothing to divide by means nobody came: no refusal that somebody must hear of.
        let parts = (try? session.cost.distribute(over: shares)) ?? []
        let amounts = Dictionary(uniqueKeysWithValues: parts.map { ($0.share.code, $0.amount) })
        return byMunicipality.map { code, minutes in
            SessionShare(
                municipality: code, people: minutes.count, minutes: minutes.reduce(0, +),
                cost: amounts[code] ?? Money(cents: 0))
        }.sorted { $0.municipality < $1.municipality }
    }

    private static func minutes(of enrolment: Enrolment, _ session: ActivitySession) -> Int? {
        guard let attendance = enrolment.attendance else {
            return session.closedAt == nil ? session.interval.minutes : nil
        }
        return attendance.presence == .present ? attendance.minutes : nil
    }
}
