import Domain
import Web

/// What the form of a norm says, checked.
struct NormForm: Sendable {
    static let textMax = 400

    let proposal: NormProposal?
    /// In the order of the fields.
    let errors: [FieldError]

    init(_ fields: FormFields, _ key: NormKey, in set: NormSet) {
        var errors: [FieldError] = []
        var value: Int?
        switch NormReading.value(fields["waarde"], in: key.code.unit) {
        case .success(let number): value = number
        case .failure(let fault): errors.append(FieldError(fault.field, fault.sentence))
        }
        let isValueRead = errors.isEmpty
        let status = NormStatus(rawValue: fields["status"])
        if status == nil { errors.append(FieldError("status", "Maak een keuze uit de lijst.")) }
        let source = Self.text("bron", fields, &errors)
        if source.isEmpty {
            errors.append(
                FieldError("bron", "Noem waar dit getal staat: een besluit, een wet, een afspraak."))
        }
        let confirmedBy = Self.text("door", fields, &errors)
        let from = Self.day("van", fields, &errors)
        if fields["van"].isEmpty {
            errors.append(FieldError("van", "Vul de dag in vanaf wanneer dit geldt."))
        }
        let to = Self.day("tot", fields, &errors)
        guard let status, let from else {
            proposal = nil
            self.errors = errors
            return
        }
        let proposal = NormProposal(
            code: key.code, subject: key.subject, value: value, status: status, source: source,
            confirmedBy: confirmedBy, validFrom: from, validTo: to)
        // A value that could not be read is no empty one: what the set says of it would be beside the point.
        if isValueRead {
            errors += proposal.faults(in: set).map { FieldError($0.field, $0.sentence) }
        }
        self.errors = errors
        self.proposal = errors.isEmpty ? proposal : nil
    }

    private static func text(
        _ field: String, _ fields: FormFields, _ errors: inout [FieldError]
    ) -> String {
        let text = fields[field].tidied
        if text.count > textMax {
            errors.append(FieldError(field, "Dit is te lang; gebruik hoogstens \(textMax) tekens."))
        }
        return text
    }

    private static func day(_ field: String, _ fields: FormFields, _ errors: inout [FieldError]) -> Day? {
        let text = fields[field]
        guard !text.isEmpty else { return nil }
        let day = Dutch.day(text)
        if day == nil {
            errors.append(
                FieldError(field, "“\(text)” is geen bestaande dag. Schrijf de datum als 23-11-2026."))
        }
        return day
    }
}

extension FormFields {
    /// The form before anything is typed: what holds now, from tomorrow.
    init(_ norm: Norm?, _ code: NormCode, from day: Day) {
        self.init([
            "waarde": norm?.value.map(code.unit.phrase) ?? "",
            "status": NormStatus.regionalDecision.rawValue, "bron": "", "door": "",
            "van": Dutch.shortDate(day), "tot": "",
        ])
    }
}
