import Domain
import Storage
import Web

extension API {
    static let norms: [APIOperation] = [
        .list(
            "/normen", needs: .permission(.seeRegion), scope: .readRegion,
            .init(
                id: "leesNormen", group: .region,
                summary: "De normen met hun geschiedenis, in volgorde van vastleggen",
                explanation: "Van twee regels voor hetzelfde moment telt de laatst vastgelegde."),
            parameters: [APIParameter.holdsOn.described], of: NormResource.schema
        ) { call, tx in
            let rows = try tx.normSet().norms.sorted { $0.sequence < $1.sequence }
            let moment = call[.holdsOn].map(Amsterdam.startOfDay)
            return APIPage(
                rows.filter { row in
                    moment.map { row.interval.contains($0) && row.withdrawnAt == nil } ?? true
                }
                .map(NormResource.init))
        }
    ]
}

extension APIParameter where Value == Day {
    static let holdsOn = APIParameter.query(
        "geldtOp", .day, "Alleen regels die aan het begin van deze dag gelden.")
}

/// A row of the norm set.
struct NormResource: Hashable, Sendable {
    let sequence: Int
    let code: NormCode
    let subject: NormSubject.Kind
    let subjectCode: String?
    let value: Int?
    let unit: NormUnit
    let status: NormStatus
    let source: String
    let confirmedBy: String
    let validFrom: Day?
    let validTo: Day?
    let recordedAt: Instant
    let withdrawnAt: Instant?

    static let schema = Schema<NormResource>.object(
        "Norm", "Een getal waarmee wordt gerekend, met waar het vandaan komt.",
        Property("volgnummer", \.sequence, .count, "Volgorde van vastleggen."),
        Property("norm", \.code, .choice(NormCode.allCases, word: \.rawValue), "Vaste naam van de norm."),
        Property("over", \.subject, .choice(NormSubject.Kind.allCases, word: \.apiWord), "Waarover."),
        Property(
            "code", \.subjectCode, Scalar.anyText.orNull, "Crisisfunctie of gemeente; null voor de regio."),
        Property("waarde", \.value, Scalar.count.orNull, "Het getal; null als het niet is vastgesteld."),
        Property("eenheid", \.unit, .choice(NormUnit.allCases, word: \.apiWord), "Waarvan."),
        Property("status", \.status, .choice(NormStatus.allCases, word: \.word), "Hoe vast het getal staat."),
        Property("bron", \.source, .anyText, "Waar het staat."),
        Property("vastgesteldDoor", \.confirmedBy, .anyText, "Wie het vaststelde; leeg als nog niemand."),
        Property("geldigVanaf", \.validFrom, Scalar.day.orNull, "Eerste dag; null als het al gold."),
        Property("geldigTot", \.validTo, Scalar.day.orNull, "Eerste dag waarop het niet meer geldt."),
        Property("vastgelegdOp", \.recordedAt, .instant, "Wanneer het is vastgelegd."),
        Property("ingetrokkenOp", \.withdrawnAt, Scalar.instant.orNull, "Wanneer het is ingetrokken."),
        make: NormResource.init)
}

extension NormResource {
    init(_ norm: Norm) {
        self.init(
            sequence: norm.sequence, code: norm.code, subject: norm.subject.kind,
            subjectCode: norm.subject == .region ? nil : norm.subject.key, value: norm.value,
            unit: norm.code.unit,
            status: norm.status, source: norm.source, confirmedBy: norm.confirmedBy,
            validFrom: norm.validFrom,
            validTo: norm.validTo, recordedAt: norm.recordedAt, withdrawnAt: norm.withdrawnAt)
    }
}

extension NormSubject.Kind {
    fileprivate var apiWord: String {
        switch self {
        case .region: "regio"
        case .function: "crisisfunctie"
        case .municipality: "gemeente"
        }
    }
}

extension NormUnit {
    fileprivate var apiWord: String {
        switch self {
        case .minutes: "minuten"
        case .hours: "uren"
        case .days: "dagen"
        case .weeks: "weken"
        case .months: "maanden"
        case .years: "jaren"
        case .people: "personen"
        case .times: "aantal"
        case .percent: "procent"
        case .timesPerYear: "keer-per-jaar"
        case .hoursPerWeek: "uren-per-week"
        case .hoursPerMonth: "uren-per-maand"
        case .hoursPerYear: "uren-per-jaar"
        case .euros: "euro"
        case .eurosPerWeek: "euro-per-week"
        case .points: "punten"
        case .weekday: "weekdag"
        case .timeOfDay: "minuten-na-middernacht"
        }
    }
}
