import Domain
import Web

/// A form of a municipality card that cannot be saved.
struct CardRefusal: Error {
    let errors: [FieldError]
}

/// Reads the forms of a card and remembers every fault.
private struct CardFormReading {
    static let nameMax = 120
    static let noteMax = 400

    let fields: FormFields
    var errors: [FieldError] = []

    init(_ fields: FormFields) {
        self.fields = fields
    }

    mutating func text(_ name: String, _ what: String? = nil, max: Int = nameMax) -> String {
        if let what, fields[name].isEmpty { errors.append(FieldError(name, "Vul \(what) in.")) }
        if fields[name].count > max {
            errors.append(FieldError(name, "Dit is te lang; gebruik hoogstens \(max) tekens."))
        }
        return fields[name]
    }

    mutating func phone(_ name: String) -> Phone? {
        guard !fields[name].isEmpty else { return nil }
        let phone = Phone(fields[name])
        if phone == nil {
            errors.append(FieldError(name, "Dit is geen telefoonnummer. Schrijf het als 06 12345678."))
        }
        return phone
    }

    mutating func day(_ name: String) -> Day? {
        let day = Dutch.day(fields[name])
        if day == nil { errors.append(FieldError(name, "Schrijf de datum als 23-11-2026.")) }
        return day
    }
}

/// The text of a section.
///
/// - Throws: `CardRefusal` when it is too long for a page that is read at night.
func cardText(_ fields: FormFields) throws(CardRefusal) -> String {
    var form = CardFormReading(fields)
    let text = form.text("tekst", max: 3000)
    guard form.errors.isEmpty else { throw CardRefusal(errors: form.errors) }
    return text
}

extension CardEntry {
    /// - Throws: `CardRefusal` with every fault.
    init(_ fields: FormFields, id: ID<CardEntry>, section: CardSection) throws(CardRefusal) {
        var form = CardFormReading(fields)
        let name = form.text("naam", "de naam")
        let address = form.text("adres")
        let contact = form.text("contact")
        let phone = form.phone("telefoon")
        let note = form.text("opmerking", max: CardFormReading.noteMax)
        guard form.errors.isEmpty else { throw CardRefusal(errors: form.errors) }
        self.init(
            id: id, section: section, name: name, address: address, contact: contact, phone: phone,
            isPrivate: fields["prive"] == "ja", note: note)
    }
}

extension Official {
    /// - Throws: `CardRefusal` with every fault.
    init(
        _ fields: FormFields, id: ID<Official>, municipality: Code<Municipality>
    ) throws(CardRefusal) {
        var form = CardFormReading(fields)
        let office = Office(rawValue: fields["ambt"])
        if office == nil { form.errors.append(FieldError("ambt", "Maak een keuze uit de lijst.")) }
        let name = form.text("naam", "de naam")
        let phone = form.phone("telefoon")
        let position = Int(fields["volgorde"]) ?? 0
        if !(1...20).contains(position) {
            form.errors.append(FieldError("volgorde", "Vul een getal van 1 tot en met 20 in."))
        }
        guard form.errors.isEmpty, let office else { throw CardRefusal(errors: form.errors) }
        self.init(
            id: id, municipality: municipality, office: office, position: position, name: name, phone: phone,
            isPrivate: fields["prive"] == "ja")
    }
}

extension OfficialLeave {
    /// Whole days.
    ///
    /// - Throws: `CardRefusal` with every fault.
    init(
        _ fields: FormFields, id: ID<OfficialLeave>, official: ID<Official>, others: [Official]
    ) throws(CardRefusal) {
        var form = CardFormReading(fields)
        let first = form.day("van")
        let last = form.day("tot")
        if let first, let last, last < first {
            form.errors.append(FieldError("tot", "De laatste dag ligt voor de eerste."))
        }
        let replacement = others.first { $0.id.description == fields["vervanger"] }?.id
        if replacement == nil, !fields["vervanger"].isEmpty {
            form.errors.append(FieldError("vervanger", "Maak een keuze uit de lijst."))
        }
        guard form.errors.isEmpty, let first, let last else { throw CardRefusal(errors: form.errors) }
        self.init(
            id: id, official: official, interval: Interval(from: first, through: last),
            replacement: replacement)
    }
}

extension FormFields {
    init(_ entry: CardEntry?) {
        self.init([
            "naam": entry?.name ?? "", "adres": entry?.address ?? "", "contact": entry?.contact ?? "",
            "telefoon": entry?.phone?.display ?? "", "opmerking": entry?.note ?? "",
            "prive": entry?.isPrivate ?? true ? "ja" : "",
        ])
    }

    init(_ official: Official?) {
        self.init([
            "ambt": official?.office.rawValue ?? "", "naam": official?.name ?? "",
            "telefoon": official?.phone?.display ?? "", "volgorde": "\(official?.position ?? 1)",
            "prive": official?.isPrivate ?? true ? "ja" : "",
        ])
    }
}
