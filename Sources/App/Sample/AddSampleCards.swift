import Domain
import Storage

extension Change {
    /// Cards and a contact point for the sample: some with lists that nobody checked, and one municipality that has not
    /// begun. Names and numbers are invented; 06 000… and 010 000… are given to nobody.
    mutating func addSampleCards(_ request: SampleRequest) throws {
        try setContactPoint(
            ContactPoint(
                id: newID(), validFrom: request.start.adding(days: -30),
                name: "Regionaal aanspreekpunt Bevolkingszorg",
                holder: "Noor Waterviolier", deputy: "Kofi van der Tureluur",
                phone: try sampleNumber("010 000 0100"),
                mailbox: try EmailAddress.parse("aanspreekpunt@regio.example").get(),
                hours: "Werkdagen 08.30–17.00 uur; daarbuiten de AC-Bz met dienst", away: nil))
        let places = try tx.municipalities().filter { $0.exists(on: request.start) }
        let situation = try ShippedRegions.situation(request.situation, of: request.region)
        for (index, place) in places.enumerated() where index != places.count - Self.emptyFromEnd {
            try addOfficials(of: place, number: index, request)
            try addEntries(of: place, number: index)
            try addTexts(of: place, number: index, request, situation)
        }
    }

    /// The municipality whose card is still empty.
    private static var emptyFromEnd: Int { 3 }

    private mutating func addOfficials(of place: Municipality, number: Int, _ request: SampleRequest) throws {
        var random = Randomness(seed: request.seed &+ UInt64(number))
        let offices: [(Official.Office, Int)] = [
            (.mayor, 1), (.deputyMayor, 1), (.deputyMayor, 2), (.secretary, 1), (.secretary, 2),
            (.spokesperson, 1),
            (.spokesperson, 2),
        ]
        for (order, (office, position)) in offices.enumerated() {
            let given = SampleNames.given[Int(random.next() % UInt64(SampleNames.given.count))]
            let (prefix, surname) = SampleNames.surnames[
                Int(random.next() % UInt64(SampleNames.surnames.count))]
            let official = Official(
                id: newID(), municipality: place.code, office: office, position: position,
                name: PersonName(given: given, prefix: prefix, surname: surname).full,
                phone: try sampleNumber("06 0009\(String("00\(number)".suffix(2)))\(order)0"), isPrivate: true
            )
            try saveOfficial(official)
            // Every fourth mayor is away in the first week.
            if office == .mayor, number % 4 == 1 {
                try recordOfficialLeave(
                    OfficialLeave(
                        id: newID(), official: official.id,
                        interval: Interval(from: request.start, through: request.start.adding(days: 6)),
                        replacement: nil), of: place.code)
            }
        }
    }

    private mutating func addEntries(of place: Municipality, number: Int) throws {
        let entries: [(CardSection, String, String, String, String)] = [
            (
                .shelters, "Sporthal De Zeegge", "Plas 1, \(place.name)", "Beheerder (sleutel)",
                "Tot 150 mensen, geen bedden"
            ),
            (
                .shelters, "Wijkcentrum Het Lisveld", "Oever 12, \(place.name)", "Sleutelhouder",
                "Tot 60 mensen, keuken"
            ),
            (
                .contractors, "Grondverzet De Rietzoom", "", "Planner, dag en nacht",
                "Raamcontract tot eind 2027"
            ),
            (
                .vulnerableObjects, "Woonzorgcentrum De Beekoever", "Beek 3, \(place.name)", "Receptie",
                "120 bewoners, 40 niet zelfredzaam"
            ),
        ]
        for (order, (section, name, address, contact, note)) in entries.enumerated() {
            try saveCardEntry(
                CardEntry(
                    id: newID(), section: section, name: name, address: address, contact: contact,
                    phone: try sampleNumber("06 0008\(String("00\(number)".suffix(2)))\(order)0"),
                    isPrivate: section == .shelters, note: note), of: place.code)
        }
    }

    private mutating func addTexts(
        of place: Municipality, number: Int, _ request: SampleRequest, _ situation: SituationFile?
    ) throws {
        let own = situation?.municipalities.first { $0.code == place.code }
        let organisation =
            own.map { "\($0.definition)\nVorm: \($0.organisation)." }
            ?? "Volgt de regionale definitie. De functies staan op regionale en gedeelde piketlijnen."
        let texts: [(CardSection, String)] = [
            (
                .mayorWishes,
                "Altijd bellen bij slachtoffers of onrust in een wijk.\nNa 23.00 uur bellen, niet appen."
            ),
            (.secretaryWishes, "Regelt zelf extra mensen. Wil binnen een half uur weten wat er nodig is."),
            (
                .spokespersonWishes,
                "Spreekt over gevolgen voor inwoners. Stemt af met de regio over oorzaak en hulpverlening."
            ),
            (
                .localKnowledge,
                "De brug staat tussen 07.00 en 09.00 uur vaak open.\nDe kerken hebben samen een telefoonboom."
            ),
            (.sensitivities, "Een eerdere opvang duurde langer dan beloofd. Beloof geen datum."),
            (.organisation, organisation),
        ]
        for (section, text) in texts { try writeCard(section, of: place.code, text: text, version: 0) }
        // In every third municipality nobody has looked at the lists yet.
        for section in CardSection.allCases
        where section.form == .officials || number % 3 != 2 && section.form == .entries {
            try checkCard(section, of: place.code)
        }
    }

    private func sampleNumber(_ text: String) throws -> Phone {
        guard let phone = Phone(text) else { throw StorageFault.column("phone") }
        return phone
    }
}
