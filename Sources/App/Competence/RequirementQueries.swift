import Domain
import Storage

extension Transaction {
    func insert(_ requirement: Requirement, at now: Instant) throws {
        let terms = requirement.terms
        let (measure, amount): (StoredMeasure, Int) =
            switch terms.amount {
            case .times(let number): (.times, number)
            case .hours(let number): (.hours, number)
            }
        let (period, months): (StoredPeriod, Int?) =
            switch terms.period {
            case .once: (.once, nil)
            case .calendarYear: (.calendarYear, nil)
            case .months(let months): (.months, months)
            }
        try execute(
            """
            INSERT INTO requirement (id, function, municipality, subject, specialisation, measure, amount, period,
                period_months, validity_months, grace_days, prerequisite, may_be_exempt, valid_from, valid_through, status,
                source, confirmed_by, version, recorded_at)
            VALUES (\(requirement.id), \(requirement.function), \(requirement.municipality),
                \(requirement.subject.storedKind), \(requirement.subject.storedSpecialisation), \(measure), \(amount),
                \(period), \(months), \(terms.validityMonths), \(terms.graceDays), \(terms.prerequisite?.rawValue),
                \(terms.mayBeExempt), \(requirement.validFrom), \(requirement.validThrough), \(requirement.status),
                \(requirement.source), \(requirement.confirmedBy), \(requirement.version), \(now))
            """)
    }

    /// - Returns: false when `version` is no longer the stored one.
    func endRequirement(_ id: ID<Requirement>, through last: Day, version: Int) throws -> Bool {
        try execute(
            """
            UPDATE requirement SET valid_through = \(last), version = \(version + 1)
            WHERE id = \(id) AND version = \(version)
            """) == 1
    }

    func deleteRequirement(_ id: ID<Requirement>) throws {
        try execute("DELETE FROM requirement WHERE id = \(id)")
    }

    func insert(_ exemption: Exemption, at now: Instant) throws {
        try execute(
            """
            INSERT INTO exemption (id, person, function, subject, specialisation, valid_from, valid_through, reason,
                granted_at)
            VALUES (\(exemption.id), \(exemption.person), \(exemption.function), \(exemption.subject.storedKind),
                \(exemption.subject.storedSpecialisation), \(exemption.from), \(exemption.through), \(exemption.reason),
                \(now))
            """)
    }

    /// It excuses through `last` and no longer; nil: it never did.
    func endExemption(_ id: ID<Exemption>, through last: Day?) throws {
        guard let last else {
            try execute("DELETE FROM exemption WHERE id = \(id)")
            return
        }
        try execute("UPDATE exemption SET valid_through = \(last) WHERE id = \(id)")
    }
}
