import Domain

/// What the rows of one employee say about one function, folded into one designation. Empty cells change
/// nothing.
struct WantedDesignation {
    let function: Code<CrisisFunction>
    private let existing: Designation?
    private let validFrom: Day?
    private let validThrough: Day?

    /// - Parameters:
    ///   - rows: those that name the function, at least one.
    ///   - existing: the last known designation, in whatever state: an import never brings an ended one back
    ///     to life and
    ///     never promotes somebody who is still in training.
    init(_ rows: [ImportedPerson], function: Code<CrisisFunction>, existing: Designation?) {
        self.function = function
        self.existing = existing
        let from = rows.compactMap(\.designatedFrom).min() ?? existing?.validFrom
        // Nobody is designated before they are employed.
        let employed = rows.compactMap(\.employedFrom).max()
        validFrom = employed.map { employed in max(employed, from ?? employed) } ?? from
        validThrough = rows.compactMap(\.designatedThrough).max() ?? existing?.validThrough
    }

    var isChange: Bool {
        existing.map { $0.validFrom != validFrom || $0.validThrough != validThrough } ?? true
    }

    var isNew: Bool { existing == nil }
    var before: Designation? { existing }

    /// - Parameter id: for a new one.
    func designation(id: ID<Designation>, person: ID<Functionary>) -> Designation {
        Designation(
            id: existing?.id ?? id, person: person, function: function, scope: existing?.scope ?? .region,
            designatedBy: existing?.designatedBy ?? "", document: existing?.document ?? "",
            validFrom: validFrom,
            validThrough: validThrough, state: existing?.state ?? .designated)
    }

    var textBefore: String {
        existing.map { Self.text($0.state, $0.validFrom, $0.validThrough) } ?? ""
    }

    var text: String { Self.text(existing?.state ?? .designated, validFrom, validThrough) }

    private static func text(_ state: Designation.State, _ from: Day?, _ through: Day?) -> String {
        "\(state.word), \(from?.iso ?? "…") t/m \(through?.iso ?? "…")"
    }
}

/// What the rows say about one certificate: function and day on which it was issued make it one.
struct WantedCertificate {
    let function: Code<CrisisFunction>
    private let existing: Certificate?
    private let issuer: String
    private let issued: Day?
    private let validThrough: Day?

    /// One for every day of issue in the rows; rows without a day say something about the newest.
    static func all(
        _ rows: [ImportedPerson], function: Code<CrisisFunction>, held: [Certificate]
    ) -> [WantedCertificate] {
        let given = rows.compactMap(\.certificate)
        let days = given.compactMap(\.issued).reduce(into: [Day]()) { days, day in
            if !days.contains(day) { days.append(day) }
        }
        guard !days.isEmpty else {
            guard !given.isEmpty else { return [] }
            let newest = held.max { ($0.issued?.daysSince1970 ?? .min) < ($1.issued?.daysSince1970 ?? .min) }
            return [WantedCertificate(given, function, newest?.issued, existing: newest)]
        }
        return days.map { day in
            // A certificate that was on record without a day gets the day, once.
            let existing =
                held.first { $0.issued == day } ?? (days.count == 1 ? held.first { $0.issued == nil } : nil)
            return WantedCertificate(
                given.filter { $0.issued == day || $0.issued == nil }, function, day, existing: existing)
        }
    }

    private init(
        _ given: [ImportedCertificate], _ function: Code<CrisisFunction>, _ issued: Day?,
        existing: Certificate?
    ) {
        self.function = function
        self.existing = existing
        self.issued = issued
        issuer = given.compactMap(\.issuer).first ?? existing?.issuer ?? ""
        validThrough = given.compactMap(\.validThrough).max() ?? existing?.validThrough
    }

    var isChange: Bool {
        existing.map { $0.issued != issued || $0.issuer != issuer || $0.validThrough != validThrough } ?? true
    }

    var isNew: Bool { existing == nil }
    var before: Certificate? { existing }

    /// - Parameter id: for a new one.
    func certificate(id: ID<Certificate>, person: ID<Functionary>) -> Certificate {
        Certificate(
            id: existing?.id ?? id, person: person, function: function, issuer: issuer, issued: issued,
            validThrough: validThrough, state: existing?.state ?? .held, withdrawnOn: existing?.withdrawnOn)
    }

    var textBefore: String {
        existing.map { Self.text($0.issuer, $0.issued, $0.validThrough) } ?? ""
    }

    var text: String { Self.text(issuer, issued, validThrough) }

    private static func text(_ issuer: String, _ issued: Day?, _ through: Day?) -> String {
        "\(issuer) \(issued?.iso ?? "…") t/m \(through?.iso ?? "…")"
    }
}
