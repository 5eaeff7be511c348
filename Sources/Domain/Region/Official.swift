/// Somebody who holds an office of a municipality (*bestuurlijke bereikbaarheid*): mayor, deputy mayor, secretary or
/// spokesperson.
package struct Official: Hashable, Sendable {
    package let id: ID<Official>
    package let municipality: Code<Municipality>
    package let office: Office
    /// The order in which the people of one office are called.
    package let position: Int
    package let name: String
    /// Nil when no number is known.
    package let phone: Phone?
    /// A private number is shown only to who needs it.
    package let isPrivate: Bool

    package init(
        id: ID<Official>, municipality: Code<Municipality>, office: Office, position: Int, name: String,
        phone: Phone?,
        isPrivate: Bool
    ) {
        self.id = id
        self.municipality = municipality
        self.office = office
        self.position = position
        self.name = name
        self.phone = phone
        self.isPrivate = isPrivate
    }

    /// In the order of the card. The raw value is stored.
    package enum Office: String, CaseIterable, Sendable {
        case mayor, deputyMayor, secretary, spokesperson

        /// Who takes over when nobody of the office is there (Gemeentewet art. 77: the deputy for the mayor).
        var substitute: Office? {
            switch self {
            case .mayor: .deputyMayor
            case .deputyMayor, .secretary, .spokesperson: nil
            }
        }
    }
}

/// That an official is away (*verlof*), with who takes over. No reason is asked or kept.
package struct OfficialLeave: Hashable, Sendable {
    package let id: ID<OfficialLeave>
    package let official: ID<Official>
    package let interval: Interval
    /// Nil: the next of the office, or its usual substitute.
    package let replacement: ID<Official>?

    package init(
        id: ID<OfficialLeave>, official: ID<Official>, interval: Interval, replacement: ID<Official>?
    ) {
        self.id = id
        self.official = official
        self.interval = interval
        self.replacement = replacement
    }
}

/// Who answers for an office at a moment.
package enum OfficeStanding: Hashable, Sendable {
    case present(Official)
    /// `by` answers because the first of the office is away until then.
    case replaced(by: Official, insteadOf: Official, until: Instant)
    /// Everybody who could answer is away; the first comes back then.
    case nobody(until: Instant)
    /// Nobody is on record.
    case unknown

    /// The first of the office who is there; else the named replacement, then the next of the office, then its usual
    /// substitute.
    package init(
        _ office: Official.Office, _ officials: [Official], _ leaves: [OfficialLeave], at now: Instant
    ) {
        func leave(of official: Official) -> OfficialLeave? {
            leaves.filter { $0.official == official.id && $0.interval.contains(now) }
                .max { $0.interval.end < $1.interval.end }
        }
        func holders(_ office: Official.Office?) -> [Official] {
            officials.filter { $0.office == office }.sorted { ($0.position, $0.id) < ($1.position, $1.id) }
        }
        let own = holders(office)
        guard let first = own.first else {
            self = .unknown
            return
        }
        guard let away = leave(of: first) else {
            self = .present(first)
            return
        }
        let named = officials.filter { $0.id == away.replacement }
        let candidates = named + own.dropFirst() + holders(office.substitute)
        if let other = candidates.first(where: { leave(of: $0) == nil && $0.id != first.id }) {
            self = .replaced(by: other, insteadOf: first, until: away.interval.end)
        } else {
            let ends = (own + candidates).compactMap { leave(of: $0)?.interval.end }
            self = .nobody(until: ends.min() ?? away.interval.end)
        }
    }
}
