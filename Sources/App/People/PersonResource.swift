import Domain
import Storage
import Web

/// A functionary as the API tells it to this caller.
struct PersonResource: Hashable, Sendable {
    let id: ID<Functionary>
    let municipality: Code<Municipality>
    let personnelNumber: String
    let given: String
    let prefix: String
    let surname: String
    let workBase: Code<Municipality>
    let employedThrough: Day?
    /// Nil when the caller may not see private numbers.
    let channels: [ChannelResource]?

    static let schema = Schema<PersonResource>.object(
        "Functionaris", "Een crisisfunctionaris.",
        Property("functionarisId", \.id, .id(of: Functionary.self), "Id."),
        Property("gemeente", \.municipality, .municipalityCode, "Werkgever."),
        Property("personeelsnummer", \.personnelNumber, .anyText, "Nummer bij de werkgever."),
        Property("voornaam", \.given, .anyText, "Voornaam of voorletters."),
        Property("tussenvoegsel", \.prefix, .anyText, "Leeg als het er niet is."),
        Property("achternaam", \.surname, .anyText, "Zonder tussenvoegsel."),
        Property(
            "standplaats", \.workBase, .municipalityCode, "Gemeente van waaruit de functionaris vertrekt."),
        Property(
            "uitDienstTotEnMet", \.employedThrough, Scalar.day.orNull,
            "Laatste dag in dienst; null als die er niet is."),
        Property(
            "contactkanalen", \.channels, Schema.list(of: ChannelResource.schema, countMax: 20).orNull(),
            "In volgorde van proberen; null als deze sleutel ze niet mag zien."),
        make: PersonResource.init)
}

extension PersonResource {
    /// - Throws: `WebFailure.notFound` for somebody whom the caller may not see.
    init(_ id: ID<Functionary>, _ call: APICall, _ tx: Transaction) throws {
        let page = try PersonPage(id, call.visit, tx)
        let person = page.person
        self.init(
            id: person.id, municipality: person.municipality, personnelNumber: person.personnelNumber,
            given: person.name.given, prefix: person.name.prefix, surname: person.name.surname,
            workBase: person.workBase, employedThrough: person.employedThrough,
            channels: page.channels?.map { ChannelResource(kind: $0.kind, address: $0.address) })
    }
}

struct ChannelResource: Hashable, Sendable {
    let kind: ContactChannel.Kind
    let address: String

    static let schema = Schema<ChannelResource>.object(
        "Contactkanaal", "Een manier om een functionaris te bereiken.",
        Property("soort", \.kind, .choice(ContactChannel.Kind.allCases, word: \.word), "Soort."),
        Property(
            "adres", \.address, .text(1...EmailAddress.lengthMax),
            "Telefoonnummer of e-mailadres; nummers komen eruit als +31612345678."),
        make: ChannelResource.init)

    /// What is stored of it; nil when it is no number or address.
    var channel: ContactChannel? {
        switch kind {
        case .mobile, .voice: Phone(address).map { ContactChannel(kind: kind, address: $0.e164) }
        case .email: EmailAddress(address).map { ContactChannel(kind: kind, address: $0.description) }
        }
    }
}

/// What is asked to be stored of a functionary.
struct PersonInput: Hashable, Sendable {
    let municipality: Code<Municipality>
    let personnelNumber: String
    let given: String
    let prefix: String
    let surname: String
    let workBase: Code<Municipality>?
    let employedThrough: Day?
    let channels: [ChannelResource]

    static let channelsMax = 6

    static let schema = Schema<PersonInput>.object(
        "FunctionarisInvoer", "Wat van een functionaris wordt opgeslagen.",
        Property("gemeente", \.municipality, .municipalityCode, "Werkgever."),
        Property(
            "personeelsnummer", \.personnelNumber, .text(1...PersonDraft.numberMax),
            "Nummer bij de werkgever."),
        Property("voornaam", \.given, .text(1...PersonDraft.textMax), "Voornaam of voorletters."),
        Property(
            "tussenvoegsel", \.prefix, .scalar(.text(0...PersonDraft.textMax)), absent: "", "Zoals “van den”."
        ),
        Property("achternaam", \.surname, .text(1...PersonDraft.textMax), "Zonder tussenvoegsel."),
        Property(
            "standplaats", \.workBase, Scalar.municipalityCode.orNull, absent: .some(nil),
            "Gemeente van waaruit de functionaris vertrekt; zonder deze de werkgever."),
        Property(
            "uitDienstTotEnMet", \.employedThrough, Scalar.day.orNull, absent: .some(nil),
            "Laatste dag in dienst."),
        Property(
            "contactkanalen", \.channels, .list(of: ChannelResource.schema, countMax: channelsMax),
            absent: [],
            "In volgorde van proberen."),
        make: PersonInput.init
    ).refusing { input in
        input.channels.enumerated().filter { $0.element.channel == nil }.map { index, channel in
            (
                "/contactkanalen/\(index)/adres", "ongeldige-waarde",
                channel.kind == .email ? "Dit is geen e-mailadres." : "Dit is geen telefoonnummer."
            )
        }
    }

    /// - Throws: `ReferenceConflict` with every municipality that the caller cannot use.
    func draft(_ call: APICall, _ tx: Transaction) throws -> PersonDraft {
        let reach = call.signedIn.reach(of: .editPeople)
        let bases = try tx.municipalities().filter { $0.exists(on: call.visit.today) }.map(\.code)
        var conflicts: [InputFault] = []
        if !bases.contains(municipality) || !reach.includes(municipality) {
            conflicts.append(
                .unknownReference("/gemeente", "Deze gemeente is er niet, of niet voor dit account."))
        }
        if let workBase, !bases.contains(workBase) {
            conflicts.append(.unknownReference("/standplaats", "Deze gemeente is er niet."))
        }
        guard conflicts.isEmpty else { throw ReferenceConflict(conflicts: conflicts) }
        return PersonDraft(
            municipality: municipality, personnelNumber: personnelNumber,
            name: PersonName(given: given, prefix: prefix, surname: surname),
            workBase: workBase ?? municipality,
            employedThrough: employedThrough, channels: channels.compactMap(\.channel))
    }
}

/// A well-formed request that names something that is not there.
struct ReferenceConflict: APIConflict {
    let conflicts: [InputFault]
}

extension InputFault {
    static func unknownReference(_ pointer: String, _ sentence: String) -> InputFault {
        InputFault(body: pointer, "onbekende-verwijzing", sentence)
    }
}

extension PersonRefusal: APIConflict {
    /// The names of the forms are those of the API, as far as these refusals go.
    var conflicts: [InputFault] {
        faults.map { InputFault(body: "/\($0.field)", "strijdig", $0.error.sentence) }
    }
}
