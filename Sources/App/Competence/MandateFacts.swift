import Domain
import Storage

/// What other features may read of mandates.
extension Transaction {
    /// By municipality and function, the oldest first.
    func functionMandates() throws -> [FunctionMandate] {
        try rows(
            """
            SELECT id, municipality, function, document, valid_from, valid_through FROM function_mandate
            ORDER BY municipality, function, valid_from, id
            """
        ).map { row in
            FunctionMandate(
                id: try row.id("id"), municipality: Code(try row.text("municipality")),
                function: Code(try row.text("function")), document: try row.text("document"),
                validFrom: try row.day("valid_from"), validThrough: try row.optionalDay("valid_through"))
        }
    }

    /// For which municipalities functions work, on a day.
    func servedMunicipalities(on day: Day) throws -> ServedMunicipalities {
        let noon = Amsterdam.instant(day, hour: 12)
        let members = Dictionary(
            grouping: try districtMemberships().filter { $0.interval.contains(noon) }, by: \.district
        ).mapValues { Set($0.map(\.municipality)) }
        var districts: [Code<CrisisFunction>: [Set<Code<Municipality>>]] = [:]
        for line in try lines() {
            districts[line.function, default: []].append(members[line.district] ?? [])
        }
        return ServedMunicipalities(
            all: Set(try municipalities().filter { $0.exists(on: day) }.map(\.code)), districts: districts)
    }

    func insert(_ mandate: FunctionMandate, at now: Instant) throws {
        try execute(
            """
            INSERT INTO function_mandate (id, municipality, function, document, valid_from, valid_through, recorded_at)
            VALUES (\(mandate.id), \(mandate.municipality), \(mandate.function), \(mandate.document),
                \(mandate.validFrom), \(mandate.validThrough), \(now))
            """)
    }

    /// It holds through `last` and no longer; nil: it never did.
    func endMandate(_ id: ID<FunctionMandate>, through last: Day?) throws {
        guard let last else {
            try execute("DELETE FROM function_mandate WHERE id = \(id)")
            return
        }
        try execute("UPDATE function_mandate SET valid_through = \(last) WHERE id = \(id)")
    }
}
