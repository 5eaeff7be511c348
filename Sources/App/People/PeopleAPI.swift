import Domain
import Storage
import Web

extension API {
    static let people: [APIOperation] =
        [
            .list(
                "/functionarissen", needs: .permission(.seePeople), scope: .readPeople,
                .init(id: "leesFunctionarissen", group: .people, summary: "De functionarissen, op naam"),
                parameters: [
                    APIParameter.limit.described, APIParameter.afterPerson.described,
                    APIParameter.ofMunicipality.described, APIParameter.ofFunction.described,
                ], of: PersonRowResource.schema
            ) { call, tx in
                var search = PeopleSearch(reach: call.signedIn.reach(of: .seePeople))
                search.municipality = call[.ofMunicipality]
                search.function = call[.ofFunction]
                return try people(search, after: call[.afterPerson], limit: call.limit, tx)
            },
            .search(
                "/functionarissen/_zoek", needs: .permission(.seePeople), scope: .readPeople,
                .init(
                    id: "zoekFunctionarissen", group: .people, summary: "Functionarissen zoeken",
                    explanation:
                        "Met een inhoud, omdat een naam niet in een adres hoort. Geeft de eerste 200."),
                input: PersonSearchInput.schema, of: PersonRowResource.schema
            ) { call, input, tx in
                var search = PeopleSearch(reach: call.signedIn.reach(of: .seePeople))
                search.text = input.text
                search.municipality = input.municipality
                search.function = input.function
                let found = try people(search, after: nil, limit: APIParameter.limitMax, tx)
                return APIPage(found.elements)
            },
            .add(
                "/functionarissen", needs: .permission(.editPeople), scope: .writePeople,
                .init(id: "maakFunctionaris", group: .people, summary: "Een functionaris toevoegen"),
                input: PersonInput.schema, of: PersonResource.schema
            ) { call, input, change in
                let id = try change.addPerson(try input.draft(call, change.tx))
                return (try PersonResource(id, call, change.tx), "/functionarissen/\(id)")
            },
            .one(
                "/functionarissen/{functionarisId}", needs: .signedIn, scope: .readPeople,
                .init(id: "leesFunctionaris", group: .people, summary: "Een functionaris"),
                parameters: [APIParameter.person.described], of: PersonResource.schema, read: person),
            .replace(
                "/functionarissen/{functionarisId}", needs: .permission(.editPeople), scope: .writePeople,
                .init(id: "wijzigFunctionaris", group: .people, summary: "Een functionaris wijzigen"),
                parameters: [APIParameter.person.described], input: PersonInput.schema,
                of: PersonResource.schema,
                read: person
            ) { call, input, change in
                let person = try call.editablePerson(change.tx)
                try change.changePerson(
                    person.id, version: person.version, to: try input.draft(call, change.tx))
            },
        ] + papers + absences

    @Sendable private static func person(_ call: APICall, _ tx: Transaction) throws -> PersonResource {
        try PersonResource(try call.path(.person), call, tx)
    }

    private static func people(
        _ search: PeopleSearch, after cursor: ID<Functionary>?, limit: Int, _ tx: Transaction
    ) throws -> APIPage<PersonRowResource> {
        let rows = try tx.peopleList(search, after: cursor, limit: limit + 1)
        let functions = try tx.functionCodes(of: rows.map(\.id))
        return APIPage(
            rows.map { PersonRowResource($0, functions[$0.id] ?? []) }, limit: limit,
            cursor: { $0.id.description })
    }
}

extension APIParameter where Value == ID<Functionary> {
    static let person = APIParameter.path(
        "functionarisId", .id(of: Functionary.self), "Id van de functionaris.")
    static let afterPerson = APIParameter.query(
        "na", .id(of: Functionary.self), "Begin na deze functionaris; staat in volgende.")
}

extension APICall {
    /// The person of the path, if the caller may change them.
    func editablePerson(_ tx: Transaction) throws -> Functionary {
        guard let person = try tx.functionary(try path(.person)) else { throw WebFailure.notFound }
        try visit.actor.require(.editPeople, for: person.municipality)
        return person
    }
}

/// A functionary in a list.
struct PersonRowResource: Hashable, Sendable {
    let id: ID<Functionary>
    let municipality: Code<Municipality>
    let personnelNumber: String
    let given: String
    let prefix: String
    let surname: String
    let functions: [Code<CrisisFunction>]

    static let schema = Schema<PersonRowResource>.object(
        "FunctionarisInLijst", "Een functionaris, kort.",
        Property("functionarisId", \.id, .id(of: Functionary.self), "Id."),
        Property("gemeente", \.municipality, .municipalityCode, "Werkgever."),
        Property("personeelsnummer", \.personnelNumber, .anyText, "Nummer bij de werkgever."),
        Property("voornaam", \.given, .anyText, "Voornaam of voorletters."),
        Property("tussenvoegsel", \.prefix, .anyText, "Leeg als het er niet is."),
        Property("achternaam", \.surname, .anyText, "Zonder tussenvoegsel."),
        Property(
            "crisisfuncties", \.functions, .list(of: .scalar(.functionCode), countMax: 100),
            "Functies waarvan de aanwijzing niet is beëindigd."),
        make: PersonRowResource.init)
}

extension PersonRowResource {
    init(_ row: PersonRow, _ functions: [Code<CrisisFunction>]) {
        self.init(
            id: row.id, municipality: row.employer, personnelNumber: row.personnelNumber,
            given: row.name.given, prefix: row.name.prefix, surname: row.name.surname, functions: functions)
    }
}

struct PersonSearchInput: Hashable, Sendable {
    let text: String
    let municipality: Code<Municipality>?
    let function: Code<CrisisFunction>?

    static let schema = Schema<PersonSearchInput>.object(
        "FunctionarisZoekvraag", "Waarnaar wordt gezocht.",
        Property(
            "tekst", \.text, .text(1...PersonDraft.textMax),
            "Elk woord moet voorkomen in naam, personeelsnummer of gemeentecode."),
        Property(
            "gemeente", \.municipality, Scalar.municipalityCode.orNull, absent: .some(nil),
            "Alleen van deze gemeente."
        ),
        Property(
            "crisisfunctie", \.function, Scalar.functionCode.orNull, absent: .some(nil),
            "Alleen met deze functie."),
        make: PersonSearchInput.init)
}
