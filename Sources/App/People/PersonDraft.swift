import Domain
import Web

/// What is wrong with a form about a person. The field names are those of the forms.
enum PersonFault: Equatable {
    case missing(field: String, what: String)
    case tooLong(field: String, max: Int)
    case unknownChoice(field: String)
    case badDay(field: String, text: String)
    case badTime(field: String, text: String)
    case badPhone(field: String, PhoneFault)
    case badEmail(field: String, EmailFault)
    case endBeforeStart(field: String)
    case numberTaken(field: String, number: String)
    /// Another certificate for the same counts on some of these days.
    case certificateOverlaps(field: String, from: Day?, through: Day?)
    case validBeforeIssue(field: String)

    var field: String {
        switch self {
        case .missing(let field, _), .tooLong(let field, _), .unknownChoice(let field), .badDay(let field, _),
            .badTime(let field, _), .badPhone(let field, _), .badEmail(let field, _),
            .endBeforeStart(let field),
            .numberTaken(let field, _), .certificateOverlaps(let field, _, _), .validBeforeIssue(let field):
            field
        }
    }

    var error: FieldError { FieldError(field, sentence) }

    private var sentence: String {
        switch self {
        case .missing(_, let what): "Vul \(what) in."
        case .tooLong(_, let max): "Dit is te lang; gebruik hoogstens \(max) tekens."
        case .unknownChoice: "Maak een keuze uit de lijst."
        case .badDay(_, let text): "“\(text)” is geen bestaande dag. Schrijf de datum als 23-11-2026."
        case .badTime(_, let text): "“\(text)” is geen tijd. Schrijf de tijd als 08:30."
        case .badPhone: "Dit is geen telefoonnummer dat wij herkennen. Schrijf het als 06 12345678 of +32 …"
        case .badEmail: "Dit is geen e-mailadres. Schrijf het als naam@gemeente.nl."
        case .endBeforeStart: "Het einde ligt niet na het begin."
        case .certificateOverlaps(_, let from, let through):
            "Er is al een certificaat voor deze functie dat geldt\(from.map { " vanaf \(Dutch.date($0))" } ?? "")"
                + "\(through.map { " t/m \(Dutch.date($0))" } ?? ", zonder einddatum"). Wijzig dat certificaat, of laat dit beginnen als dat eindigt."
        case .validBeforeIssue: "De laatste geldige dag ligt voor de dag waarop het is behaald."
        case .numberTaken(_, let number): "Personeelsnummer \(number) is bij deze gemeente al in gebruik."
        }
    }
}

/// A form about a person that cannot be saved; the page shows it again with everything that was typed.
struct PersonRefusal: Error {
    let faults: [PersonFault]
}

/// What a person form says, checked.
struct PersonDraft: Sendable {
    static let textMax = 100
    static let numberMax = 20

    let municipality: Code<Municipality>
    let personnelNumber: String
    let name: PersonName
    let workBase: Code<Municipality>
    let employedThrough: Day?
    let channels: [ContactChannel]

    init(
        municipality: Code<Municipality>, personnelNumber: String, name: PersonName,
        workBase: Code<Municipality>, employedThrough: Day? = nil,
        channels: [ContactChannel]
    ) {
        self.municipality = municipality
        self.personnelNumber = personnelNumber
        self.name = name
        self.workBase = workBase
        self.employedThrough = employedThrough
        self.channels = channels
    }

    /// - Throws: all faults, in the order of the fields on the page.
    ///
    /// - Parameters:
    ///   - employers: what may be chosen as employer.
    ///   - bases: what may be chosen as work base.
    init(_ fields: FormFields, employers: [Municipality], bases: [Municipality]) throws(PersonRefusal) {
        var form = PersonFormReading(fields)
        let municipality = form.choice("gemeente", of: employers.map(\.code))
        let number = form.text("personeelsnummer", "het personeelsnummer", max: Self.numberMax)
        let given = form.text("voornaam", "de voornaam", max: Self.textMax)
        let prefix = form.optionalText("tussenvoegsel", max: Self.textMax)
        let surname = form.text("achternaam", "de achternaam", max: Self.textMax)
        let base =
            fields["standplaats"].isEmpty ? municipality : form.choice("standplaats", of: bases.map(\.code))
        let employed = form.optionalDay("uit-dienst")
        let channels = form.channels()
        guard form.faults.isEmpty, let municipality, let base else {
            throw PersonRefusal(faults: form.faults)
        }
        self.municipality = municipality
        personnelNumber = number
        name = PersonName(given: given, prefix: prefix, surname: surname)
        workBase = base
        employedThrough = employed
        self.channels = channels
    }
}

/// Reads fields one by one and remembers every fault.
struct PersonFormReading {
    private let fields: FormFields
    private(set) var faults: [PersonFault] = []

    init(_ fields: FormFields) {
        self.fields = fields
    }

    mutating func text(_ field: String, _ what: String, max: Int) -> String {
        if fields[field].isEmpty { faults.append(.missing(field: field, what: what)) }
        return optionalText(field, max: max)
    }

    mutating func optionalText(_ field: String, max: Int) -> String {
        let text = fields[field]
        if text.count > max { faults.append(.tooLong(field: field, max: max)) }
        return text
    }

    mutating func choice<Entity>(_ field: String, of codes: [Code<Entity>]) -> Code<Entity>? {
        let code = codes.first { $0.text == fields[field] }
        if code == nil { faults.append(.unknownChoice(field: field)) }
        return code
    }

    mutating func kind<Kind: RawRepresentable>(_ field: String, of: Kind.Type) -> Kind?
    where Kind.RawValue == String {
        let kind = Kind(rawValue: fields[field])
        if kind == nil { faults.append(.unknownChoice(field: field)) }
        return kind
    }

    mutating func optionalDay(_ field: String) -> Day? {
        let text = fields[field]
        guard !text.isEmpty else { return nil }
        let day = Dutch.day(text)
        if day == nil { faults.append(.badDay(field: field, text: text)) }
        return day
    }

    mutating func day(_ field: String, _ what: String) -> Day? {
        if fields[field].isEmpty { faults.append(.missing(field: field, what: what)) }
        return optionalDay(field)
    }

    /// Minutes after midnight; `fallback` when nothing was typed.
    mutating func minutesOfDay(_ field: String, fallback: Int) -> Int {
        let text = fields[field]
        guard !text.isEmpty else { return fallback }
        guard let minutes = Dutch.minutesOfDay(text) else {
            faults.append(.badTime(field: field, text: text))
            return fallback
        }
        return minutes
    }

    mutating func require(_ condition: Bool, else fault: PersonFault) {
        if !condition { faults.append(fault) }
    }

    /// Mobile, e-mail, landline: tried in the order of the field `volgorde`.
    mutating func channels() -> [ContactChannel] {
        var channels: [ContactChannel] = []
        for (field, kind) in [("mobiel", ContactChannel.Kind.mobile), ("vast", .voice)]
        where !fields[field].isEmpty {
            switch Phone.parse(fields[field]) {
            case .success(let phone): channels.append(ContactChannel(kind: kind, address: phone.e164))
            case .failure(let fault): faults.append(.badPhone(field: field, fault))
            }
        }
        if !fields["email"].isEmpty {
            switch EmailAddress.parse(fields["email"]) {
            case .success(let email):
                channels.append(ContactChannel(kind: .email, address: email.description))
            case .failure(let fault): faults.append(.badEmail(field: "email", fault))
            }
        }
        let first = fields["eerst"]
        return channels.filter { $0.kind.rawValue == first } + channels.filter { $0.kind.rawValue != first }
    }
}
