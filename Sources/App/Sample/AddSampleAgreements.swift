import Domain
import Storage

extension Change {
    /// Agreements as the sources ask for, taken over by most municipalities, and two promises that alarms read.
    mutating func addSampleAgreements(_ request: SampleRequest) throws {
        let places = try tx.municipalities().filter { $0.exists(on: request.start) }.map(\.code)
        let day = request.start.adding(days: -200)
        let opened: [(Agreement.Theme, String, String)] = [
            (
                .competence, "Eén opleidingsniveau per functie",
                "Wie een crisisfunctie heeft, haalt het gezamenlijke basisniveau met certificaat en houdt het bij."
            ),
            (
                .communication, "Eén afspraak over wie spreekt",
                "Gedragsadvies en bevestigde feiten gaan meteen uit; over betekenis en slachtoffers spreekt de burgemeester."
            ),
            (
                .pools, "Regionale pool Opvang",
                "Gemeenten leveren elkaar Coördinatoren Opvang en Omgevingsanalisten als de eigen mensen niet genoeg zijn."
            ),
        ]
        for (number, (theme, title, text)) in opened.enumerated() {
            let agreement = Agreement(id: newID(), theme: theme, title: title, versions: [])
            try addAgreement(
                agreement,
                version: Agreement.Version(
                    number: 1, day: day, text: text, source: "Voorbeeldbesluit Algemeen Bestuur"))
            // One municipality said nothing yet, another keeps its own way.
            for (index, place) in places.enumerated() where index != number + 1 {
                let choice: Adoption.Choice =
                    index == number + 4
                    ? .deviates("De gemeente houdt haar eigen rooster naast het regionale.", harm: .notJudged)
                    : .adopted
                try recordAdoption(
                    Adoption(
                        id: newID(), agreement: agreement.id, version: 1, municipality: place, choice: choice,
                        day: day.adding(days: 30 + index)))
            }
            if theme == .pools { try addSamplePromises(agreement.id, places, from: day.adding(days: 30)) }
        }
    }

    private mutating func addSamplePromises(
        _ agreement: ID<Agreement>, _ places: [Code<Municipality>], from day: Day
    ) throws {
        let wanted: [(function: String, people: Int, callers: Int)] = [("CO", 2, 2), ("OGA", 1, 2)]
        for (function, people, callers) in wanted {
            try savePromise(
                Promise(
                    id: newID(), code: try nextPromiseCode(), agreement: agreement, function: Code(function),
                    people: people, callers: callers, responseMinutes: 120, noticeMinutes: 0, hours: .always,
                    validFrom: day, validThrough: nil, suppliers: Set(places), receivers: Set(places)))
        }
    }
}
