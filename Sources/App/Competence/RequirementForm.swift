import Domain
import Web

/// What the form of a requirement says, checked.
struct RequirementForm: Sendable {
    static let textMax = 400

    let requirement: Requirement?
    /// In the order of the fields.
    let errors: [FieldError]

    /// - Parameters:
    ///   - places: municipalities for which the visitor may add; an empty choice is the regional standard.
    ///   - others: what is asked for the function already.
    init(
        _ fields: FormFields, id: ID<Requirement>, function: Code<CrisisFunction>,
        places: Set<Code<Municipality>>,
        mayAskRegion: Bool, beside others: [Requirement]
    ) {
        var form = Reading(fields)
        let municipality = fields["gemeente"].isEmpty ? nil : Code<Municipality>(fields["gemeente"])
        if municipality.map({ !places.contains($0) }) ?? !mayAskRegion {
            form.errors.append(FieldError("gemeente", "Maak een keuze uit de lijst."))
        }
        let subject = Requirement.Subject(
            storedKind: fields["eis"], specialisation: fields["specialisatie"].tidied)
        if subject == nil { form.errors.append(FieldError("eis", "Maak een keuze uit de lijst.")) }
        let terms = form.terms()
        let status = NormStatus(rawValue: fields["status"])
        if status == nil { form.errors.append(FieldError("status", "Maak een keuze uit de lijst.")) }
        let source = form.text("bron")
        if source.isEmpty {
            form.errors.append(
                FieldError("bron", "Noem waar deze eis staat: een besluit, een plan, een afspraak."))
        }
        let confirmedBy = form.text("door")
        let from = form.day("van")
        if fields["van"].isEmpty {
            form.errors.append(FieldError("van", "Vul de dag in vanaf wanneer dit wordt gevraagd."))
        }
        let through = form.day("tot")
        guard let subject, let status, form.errors.isEmpty else {
            requirement = nil
            errors = form.errors
            return
        }
        let requirement = Requirement(
            id: id, function: function, municipality: municipality, subject: subject, terms: terms,
            validFrom: from, validThrough: through, status: status, source: source, confirmedBy: confirmedBy)
        let faults = requirement.faults(beside: others)
        errors = faults.map { FieldError($0.field, $0.sentence) }
        self.requirement = faults.isEmpty ? requirement : nil
    }

    private struct Reading {
        let fields: FormFields
        var errors: [FieldError] = []

        init(_ fields: FormFields) { self.fields = fields }

        mutating func terms() -> Requirement.Terms {
            let amount = number("aantal", 0...Requirement.hoursMax, required: true) ?? 1
            let period: Requirement.Period
            switch StoredPeriod(rawValue: fields["periode"]) {
            case .once: period = .once
            case .calendarYear: period = .calendarYear
            case .months:
                period = .months(number("maanden", 1...Requirement.monthsMax, required: true) ?? 1)
            case .none:
                errors.append(FieldError("periode", "Maak een keuze uit de lijst."))
                period = .once
            }
            return Requirement.Terms(
                amount: fields["maat"] == StoredMeasure.hours.rawValue ? .hours(amount) : .times(amount),
                period: period, validityMonths: number("geldig", 1...Requirement.monthsMax),
                graceDays: number("respijt", 0...Requirement.graceDaysMax),
                prerequisite: ActivityKind(rawValue: fields["na"]),
                mayBeExempt: fields["vrijstelling"] == "ja")
        }

        mutating func number(_ field: String, _ range: ClosedRange<Int>, required: Bool = false) -> Int? {
            let text = fields[field]
            if text.isEmpty, !required { return nil }
            guard let number = Int(text), range.contains(number) else {
                errors.append(
                    FieldError(
                        field, "Vul een heel getal in van \(range.lowerBound) tot en met \(range.upperBound)."
                    ))
                return nil
            }
            return number
        }

        mutating func text(_ field: String) -> String {
            let text = fields[field].tidied
            if text.count > RequirementForm.textMax {
                errors.append(
                    FieldError(field, "Dit is te lang; gebruik hoogstens \(RequirementForm.textMax) tekens."))
            }
            return text
        }

        mutating func day(_ field: String) -> Day? {
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
}

extension RequirementFault {
    /// The field of the form at which it is shown.
    var field: String {
        switch self {
        case .endBeforeStart: "tot"
        case .zeroAmount, .tooMuch, .lower: "aantal"
        case .noName: "specialisatie"
        case .ownPrerequisite: "na"
        case .alreadyAsked: "eis"
        case .inUse: "tot"
        }
    }

    var sentence: String {
        switch self {
        case .endBeforeStart: "De laatste dag ligt voor de eerste."
        case .zeroAmount: "Vraag minstens één keer of één uur; wat niet nodig is, hoort niet in het profiel."
        case .tooMuch(let max): "Meer dan \(max) kan niet bedoeld zijn."
        case .noName: "Geef de specialisatie een naam."
        case .ownPrerequisite: "Een eis kan niet pas tellen na zichzelf. Kies een andere voorwaarde."
        case .lower(let terms):
            "Dit is minder dan de regio vraagt (\(terms.sentence(for: .activity(.training)))). "
                + "Een gemeente mag toevoegen, niet verlagen."
        case .alreadyAsked(.some(let day)):
            "Deze eis staat al in het profiel vanaf \(Dutch.date(day)). Laat die eerst eindigen."
        case .alreadyAsked(.none): "Deze eis staat al in het profiel. Laat die eerst eindigen."
        case .inUse(let people):
            "Deze eis is al ingegaan en geldt voor \(Dutch.count(people, "persoon", "personen")). "
                + "Verwijderen kan niet meer; geef een laatste dag."
        }
    }
}
