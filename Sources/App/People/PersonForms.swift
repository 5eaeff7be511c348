import Domain
import Storage
import Web

/// What the forms about a person need besides what was typed.
struct PersonFormPage: Sendable {
    let csrf: String
    /// Employers that the visitor may choose.
    let municipalities: [Municipality]
    /// Where somebody may set out from: anywhere in the region.
    let bases: [Municipality]
    let functions: [CrisisFunction]

    init(_ visit: Visit, _ tx: Transaction) throws {
        csrf = visit.signedIn.csrf
        let reach = visit.signedIn.reach(of: .editPeople)
        bases = try tx.municipalities().filter { $0.exists(on: visit.today) }
        municipalities = bases.filter { reach.includes($0.code) }
        functions = try tx.functions()
    }
}

extension FormFields {
    /// A person as the form shows it before anything is typed.
    init(_ person: Functionary, _ channels: [ContactChannel]) {
        func address(_ kind: ContactChannel.Kind) -> String {
            channels.first { $0.kind == kind }?.shown ?? ""
        }
        self.init([
            "versie": "\(person.version)", "gemeente": person.municipality.text,
            "personeelsnummer": person.personnelNumber, "voornaam": person.name.given,
            "tussenvoegsel": person.name.prefix, "achternaam": person.name.surname,
            "standplaats": person.workBase.text,
            "uit-dienst": person.employedThrough.map(Dutch.shortDate) ?? "",
            "mobiel": address(.mobile), "email": address(.email), "vast": address(.voice),
            "eerst": channels.first?.kind.rawValue ?? ContactChannel.Kind.mobile.rawValue,
        ])
    }

    init(_ designation: Designation) {
        self.init([
            "functie": designation.function.text, "bereik": designation.scope.rawValue,
            "staat": designation.state.rawValue, "door": designation.designatedBy,
            "document": designation.document,
            "vanaf": designation.validFrom.map(Dutch.shortDate) ?? "",
            "tot": designation.validThrough.map(Dutch.shortDate) ?? "",
        ])
    }

    init(_ certificate: Certificate) {
        self.init([
            "functie": certificate.function.text, "uitgever": certificate.issuer,
            "staat": certificate.state.rawValue,
            "behaald": certificate.issued.map(Dutch.shortDate) ?? "",
            "specialisatie": certificate.specialisation,
            "geldig": certificate.validThrough.map(Dutch.shortDate) ?? "",
        ])
    }
}

extension Designation {
    /// - Throws: `PersonRefusal` with every fault.
    init(
        _ fields: FormFields, id: ID<Designation>, person: ID<Functionary>, functions: [CrisisFunction]
    ) throws(PersonRefusal) {
        var form = PersonFormReading(fields)
        let function = form.choice("functie", of: functions.map(\.code))
        let scope = form.kind("bereik", of: Scope.self)
        let state = form.kind("staat", of: State.self)
        let designatedBy = form.optionalText("door", max: PersonDraft.textMax)
        let document = form.optionalText("document", max: PersonDraft.textMax)
        let from = form.optionalDay("vanaf")
        let through = form.optionalDay("tot")
        if let from, let through { form.require(from <= through, else: .endBeforeStart(field: "tot")) }
        guard form.faults.isEmpty, let function, let scope, let state else {
            throw PersonRefusal(faults: form.faults)
        }
        self.init(
            id: id, person: person, function: function, scope: scope, designatedBy: designatedBy,
            document: document,
            validFrom: from, validThrough: through, state: state)
    }
}

extension Certificate {
    /// - Throws: `PersonRefusal` with every fault.
    init(
        _ fields: FormFields, id: ID<Certificate>, person: ID<Functionary>, functions: [CrisisFunction]
    ) throws(PersonRefusal) {
        var form = PersonFormReading(fields)
        let function = form.choice("functie", of: functions.map(\.code))
        let state = form.kind("staat", of: State.self)
        let specialisation = form.optionalText("specialisatie", max: PersonDraft.textMax)
        let issuer = form.optionalText("uitgever", max: PersonDraft.textMax)
        let issued =
            state == .held
            ? form.day("behaald", "de datum waarop het is behaald") : form.optionalDay("behaald")
        let through = form.optionalDay("geldig")
        if let issued, let through {
            form.require(issued <= through, else: .validBeforeIssue(field: "geldig"))
        }
        guard form.faults.isEmpty, let function, let state else { throw PersonRefusal(faults: form.faults) }
        self.init(
            id: id, person: person, function: function, specialisation: specialisation, issuer: issuer,
            issued: issued, validThrough: through, state: state)
    }
}

/// Reads the form of an absence.
///
/// - Throws: `PersonRefusal` with every fault.
func absenceInterval(_ fields: FormFields) throws(PersonRefusal) -> Interval {
    var form = PersonFormReading(fields)
    let first = form.day("van", "de eerste dag")
    let startMinutes = form.minutesOfDay("van-tijd", fallback: 0)
    let last = fields["tot"].isEmpty ? first : form.optionalDay("tot")
    let endMinutes = form.minutesOfDay("tot-tijd", fallback: 24 * 60)
    guard form.faults.isEmpty, let first, let last else { throw PersonRefusal(faults: form.faults) }
    let interval = Interval(
        Amsterdam.instant(first, hour: startMinutes / 60, minute: startMinutes % 60),
        Amsterdam.instant(last, hour: endMinutes / 60, minute: endMinutes % 60))
    guard !interval.isEmpty else { throw PersonRefusal(faults: [.endBeforeStart(field: "tot")]) }
    return interval
}
