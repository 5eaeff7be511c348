import Domain
import Storage

/// What other features may read of what functions ask.
extension Transaction {
    /// Regional and municipal, in the order of recording. - Parameter function: nil for every function.
    func requirements(of function: Code<CrisisFunction>? = nil) throws -> [Requirement] {
        let condition: SQL = if let function { "WHERE function = \(function)" } else { "" }
        return try rows(
            """
            SELECT id, function, municipality, subject, specialisation, measure, amount, period, period_months,
                validity_months, grace_days, prerequisite, may_be_exempt, valid_from, valid_through, status, source,
                confirmed_by, version
            FROM requirement \(sql: condition) ORDER BY function, recorded_at, id
            """
        ).map(Requirement.init)
    }

    /// - Parameter person: nil for everybody's.
    func exemptions(of person: ID<Functionary>? = nil) throws -> [Exemption] {
        let condition: SQL = if let person { "WHERE person = \(person)" } else { "" }
        return try rows(
            """
            SELECT id, person, function, subject, specialisation, valid_from, valid_through, reason
            FROM exemption \(sql: condition) ORDER BY person, valid_from, id
            """
        ).map { row in
            Exemption(
                id: try row.id("id"), person: try row.id("person"), function: Code(try row.text("function")),
                subject: try Requirement.Subject(row), from: try row.day("valid_from"),
                through: try row.optionalDay("valid_through"), reason: try row.text("reason"))
        }
    }
}

extension Requirement {
    fileprivate init(_ row: Row) throws {
        let number = try row.integer("amount")
        let amount: Amount =
            try row.kind("measure", of: StoredMeasure.self) == .hours ? .hours(number) : .times(number)
        let period: Period =
            switch try row.kind("period", of: StoredPeriod.self) {
            case .once: .once
            case .calendarYear: .calendarYear
            case .months: .months(try row.integer("period_months"))
            }
        self.init(
            id: try row.id("id"), function: Code(try row.text("function")),
            municipality: try row.optionalText("municipality").map { Code($0) }, subject: try Subject(row),
            terms: Terms(
                amount: amount, period: period, validityMonths: try row.optionalInteger("validity_months"),
                graceDays: try row.optionalInteger("grace_days"),
                prerequisite: try row.isNull("prerequisite") ? nil : try row.kind("prerequisite"),
                mayBeExempt: try row.flag("may_be_exempt")),
            validFrom: try row.optionalDay("valid_from"), validThrough: try row.optionalDay("valid_through"),
            status: try row.kind("status"), source: try row.text("source"),
            confirmedBy: try row.text("confirmed_by"), version: try row.integer("version"))
    }
}

/// How an amount and a period stand in the table.
enum StoredMeasure: String { case times, hours }

enum StoredPeriod: String, CaseIterable { case once, calendarYear, months }

extension Requirement.Subject {
    /// `baseLevel`, `specialisation`, or the kind of activity.
    var storedKind: String {
        switch self {
        case .baseLevel: "baseLevel"
        case .specialisation: "specialisation"
        case .activity(let kind): kind.rawValue
        }
    }

    var storedSpecialisation: String {
        if case .specialisation(let name) = self { name } else { "" }
    }

    /// Nil for a kind that is not known.
    init?(storedKind: String, specialisation: String) {
        switch storedKind {
        case "baseLevel": self = .baseLevel
        case "specialisation": self = .specialisation(specialisation)
        default:
            guard let kind = ActivityKind(rawValue: storedKind) else { return nil }
            self = .activity(kind)
        }
    }

    fileprivate init(_ row: Row) throws {
        guard
            let subject = Self(
                storedKind: try row.text("subject"), specialisation: try row.text("specialisation"))
        else { throw StorageFault.column("subject") }
        self = subject
    }
}
