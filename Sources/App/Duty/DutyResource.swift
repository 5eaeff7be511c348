import Domain
import Storage
import Web

struct LineResource: Hashable, Sendable {
    let code: Code<DutyLine>
    let name: String
    let function: Code<CrisisFunction>
    let district: Code<District>
    let wanted: Int
    let responseMinutesMax: Int?

    static let schema = Schema<LineResource>.object(
        "Piketlijn", "Een post die dag en nacht bezet moet zijn: een functie in een piketregio.",
        Property("code", \.code, .lineCode, "Code."),
        Property("naam", \.name, .anyText, "Naam, met de piketregio als er meer lijnen zijn."),
        Property("crisisfunctie", \.function, .functionCode, "De functie."),
        Property("piketregio", \.district, .code(of: District.self, example: "NOORD"), "De piketregio."),
        Property("gevraagdAantal", \.wanted, .count, "Mensen tegelijk; de achterwacht is geen post."),
        Property(
            "opkomstMinuten", \.responseMinutesMax, Scalar.count.orNull, "Norm; null als die niet is gesteld."
        ),
        make: LineResource.init)
}

extension LineResource {
    /// - Parameter now: when the norms are asked.
    init(_ line: DutyLine, _ names: [Code<DutyLine>: String], at now: Instant) {
        self.init(
            code: line.code, name: names[line.code] ?? line.code.text, function: line.function,
            district: line.district, wanted: line.wanted(at: now),
            responseMinutesMax: line.responseMinutesMax(at: now))
    }
}

struct DutyResource: Hashable, Sendable {
    let id: ID<StoredDuty>
    let line: Code<DutyLine>
    let slot: DutySlot
    let person: ID<Functionary>
    let begin: Instant
    let end: Instant

    static let schema = Schema<DutyResource>.object(
        "Dienst", "Dat een functionaris op een piketlijn staat.",
        Property("dienstId", \.id, .id(of: StoredDuty.self), "Id."),
        Property("piketlijn", \.line, .lineCode, "De lijn."),
        Property("plaats", \.slot, .slot, "Plaats op de lijn."),
        Property("functionarisId", \.person, .id(of: Functionary.self), "Wie."),
        Property("beginTijdstip", \.begin, .instant, "Vanaf."),
        Property("eindTijdstip", \.end, .instant, "Tot; dat tijdstip zelf hoort er niet bij."),
        make: DutyResource.init)
}

extension DutyResource {
    init(_ stored: StoredDuty) {
        self.init(
            id: stored.id, line: stored.duty.line, slot: stored.duty.slot, person: stored.person,
            begin: stored.duty.interval.start, end: stored.duty.interval.end)
    }
}

/// One place on a line in one week, with who has it.
struct PlaceResource: Hashable, Sendable {
    let line: Code<DutyLine>
    let week: ISOWeek
    let slot: DutySlot
    let begin: Instant
    let end: Instant
    let person: ID<Functionary>?
    let name: String?

    static let schema = Schema<PlaceResource>.object(
        "Plaats",
        "Een plaats op een piketlijn in een week, van wisseldag tot wisseldag; gewoonlijk maandag 12.00 uur.",
        Property("piketlijn", \.line, .lineCode, "De lijn."),
        Property("week", \.week, .week, "De week waarvan de maandag het begin is."),
        Property("plaats", \.slot, .slot, "Plaats op de lijn."),
        Property("beginTijdstip", \.begin, .instant, "Vanaf."),
        Property("eindTijdstip", \.end, .instant, "Tot."),
        Property(
            "functionarisId", \.person, Scalar.id(of: Functionary.self).orNull,
            "Wie; null als de plaats leeg is."),
        Property("naam", \.name, Scalar.anyText.orNull, "Naam."),
        make: PlaceResource.init)
}

extension PlaceResource {
    /// - Throws: `WebFailure.notFound` for a line that is not there.
    init(_ call: APICall, _ tx: Transaction) throws {
        let code = try call.path(.line)
        let (week, slot) = (try call.path(.week), try call.path(.slot))
        guard try tx.lines().contains(where: { $0.code == code }) else { throw WebFailure.notFound }
        let interval = try tx.dutyPeriod(weekOf: week.period.monday).interval
        // Of a week in which somebody took over, the last one has it.
        let person = try tx.duties(during: interval, line: code).last { $0.duty.slot == slot }?.person
        self.init(
            line: code, week: week, slot: slot, begin: interval.start, end: interval.end, person: person,
            name: try person.flatMap { try tx.functionary($0)?.name.full })
    }
}

struct PlaceInput: Hashable, Sendable {
    let person: ID<Functionary>?
    let explanation: String

    static let schema = Schema<PlaceInput>.object(
        "PlaatsInvoer", "Wie de plaats krijgt.",
        Property(
            "functionarisId", \.person, Scalar.id(of: Functionary.self).orNull,
            "Wie; null maakt de plaats leeg."),
        Property(
            "toelichting", \.explanation, .scalar(.text(0...PersonDraft.textMax)), absent: "",
            "Waarom iemand die niet meetelt toch wordt ingedeeld; zonder deze wordt dat geweigerd."),
        make: PlaceInput.init)
}

/// Who is on a line now and next, as the caller may see it.
struct BoardResource: Hashable, Sendable {
    let line: Code<DutyLine>
    let name: String
    let isCovered: Bool
    let present: [PersonOnDuty]
    let next: [PersonOnDuty]

    struct PersonOnDuty: Hashable, Sendable {
        let person: ID<Functionary>
        let name: String
        let municipality: String
        let slot: DutySlot
        let begin: Instant
        let end: Instant
        let counts: Bool
        let number: String?

        static let schema = Schema<PersonOnDuty>.object(
            "Dienstdoende", "Iemand op een piketlijn.",
            Property("functionarisId", \.person, .id(of: Functionary.self), "Wie."),
            Property("naam", \.name, .anyText, "Naam."),
            Property("gemeente", \.municipality, .anyText, "Naam van de werkgever."),
            Property("plaats", \.slot, .slot, "Plaats op de lijn."),
            Property("beginTijdstip", \.begin, .instant, "Vanaf."),
            Property("eindTijdstip", \.end, .instant, "Tot."),
            Property(
                "isInzetbaar", \.counts, .boolean, "Of deze persoon nu meetelt; bij straks altijd true."),
            Property(
                "nummer", \.number, Scalar.anyText.orNull, "Nummer om te bellen; null als het niet voor u is."
            ),
            make: PersonOnDuty.init)
    }

    static let schema = Schema<BoardResource>.object(
        "ActueleDienst", "Wie er nu en straks op een piketlijn staat.",
        Property("piketlijn", \.line, .lineCode, "De lijn."),
        Property("naam", \.name, .anyText, "Naam van de lijn."),
        Property("isBezet", \.isCovered, .boolean, "Of genoeg mensen nu meetellen."),
        Property("nu", \.present, .list(of: PersonOnDuty.schema, countMax: 100), "Wie er nu staan."),
        Property("straks", \.next, .list(of: PersonOnDuty.schema, countMax: 100), "Wie er daarna komen."),
        make: BoardResource.init)
}

extension BoardResource {
    init(_ line: DutyBoard.Line) {
        self.init(
            line: line.line.code, name: line.name, isCovered: line.isCovered,
            present: line.present.map(PersonOnDuty.init), next: line.next.map(PersonOnDuty.init))
    }
}

extension BoardResource.PersonOnDuty {
    fileprivate init(_ person: DutyBoard.Person) {
        self.init(
            person: person.id, name: person.name, municipality: person.municipality, slot: person.duty.slot,
            begin: person.duty.interval.start, end: person.duty.interval.end, counts: person.refusals.isEmpty,
            number: person.number?.address)
    }
}

extension Scalar where Value == DutySlot {
    static let slot = Scalar.choice(DutySlot.allCases, word: \.word)
}

extension Scalar where Value == Code<DutyLine> {
    static let lineCode = Scalar.code(of: DutyLine.self, example: "OVDBZ-NOORD")
}
