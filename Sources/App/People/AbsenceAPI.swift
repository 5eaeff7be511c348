import Domain
import Storage
import Web

extension API {
    static let absences: [APIOperation] = [
        .list(
            "/functionarissen/{functionarisId}/verhinderingen", needs: .signedIn, scope: .readPeople,
            .init(
                id: "leesVerhinderingen", group: .people,
                summary: "Verhinderingen van een functionaris, op begin",
                explanation: "Zonder periode: alles wat nog niet voorbij is."),
            parameters: [
                APIParameter.person.described, APIParameter.from.described, APIParameter.until.described,
            ], validator: .content, of: AbsenceResource.schema
        ) { call, tx in
            let person = try PersonPage(try call.path(.person), call.visit, tx).person
            let interval = Interval(call[.from] ?? call.now, call[.until] ?? .distantFuture)
            return APIPage(try tx.absences(of: person.id, during: interval).map(AbsenceResource.init))
        },
        .one(
            "/functionarissen/{functionarisId}/verhinderingen/{verhinderingId}", needs: .signedIn,
            scope: .readPeople,
            .init(id: "leesVerhindering", group: .people, summary: "Een verhindering"),
            parameters: [APIParameter.person.described, APIParameter.absence.described],
            of: AbsenceResource.schema, read: absence),
        .add(
            "/functionarissen/{functionarisId}/verhinderingen", needs: .signedIn, scope: .writePeople,
            .init(
                id: "maakVerhindering", group: .people, summary: "Een verhindering vastleggen",
                explanation:
                    "Een feit: het wordt altijd aangenomen, ook als er een gat door ontstaat. Oranje rekent in "
                    + "hele minuten: het begin wordt naar beneden afgerond en het einde naar boven."),
            parameters: [APIParameter.person.described], input: AbsenceInput.schema,
            of: AbsenceResource.schema
        ) { call, input, change in
            let person = try call.path(.person)
            let id = try change.recordAbsence(of: person, during: input.interval)
            let made = AbsenceResource(id: id, begin: input.interval.start, end: input.interval.end)
            return (made, "/functionarissen/\(person)/verhinderingen/\(id)")
        },
        .remove(
            "/functionarissen/{functionarisId}/verhinderingen/{verhinderingId}", needs: .signedIn,
            scope: .writePeople,
            .init(id: "verwijderVerhindering", group: .people, summary: "Een verhindering intrekken"),
            parameters: [APIParameter.person.described, APIParameter.absence.described],
            of: AbsenceResource.schema, read: absence
        ) { call, change in
            try change.withdrawAbsence(try call.path(.absence), of: try call.path(.person))
        },
    ]

    @Sendable private static func absence(_ call: APICall, _ tx: Transaction) throws -> AbsenceResource {
        let person = try PersonPage(try call.path(.person), call.visit, tx).person
        let id = try call.path(.absence)
        guard let absence = try tx.absences(of: person.id, during: .always).first(where: { $0.id == id })
        else {
            throw WebFailure.notFound
        }
        return AbsenceResource(absence)
    }
}

extension APIParameter where Value == ID<Absence> {
    static let absence = APIParameter.path("verhinderingId", .id(of: Absence.self), "Id van de verhindering.")
}

extension APIParameter where Value == Instant {
    static let from = APIParameter.query("vanaf", .instant, "Alleen wat na dit tijdstip eindigt.")
    static let until = APIParameter.query("tot", .instant, "Alleen wat voor dit tijdstip begint.")
}

/// That somebody cannot come, from–to; why is nobody's business.
struct AbsenceResource: Hashable, Sendable {
    let id: ID<Absence>
    let begin: Instant
    let end: Instant

    static let schema = Schema<AbsenceResource>.object(
        "Verhindering", "Dat een functionaris niet kan komen. Een reden wordt niet gevraagd en niet bewaard.",
        Property("verhinderingId", \.id, .id(of: Absence.self), "Id."),
        Property("beginTijdstip", \.begin, .instant, "Vanaf."),
        Property("eindTijdstip", \.end, .instant, "Tot; dat tijdstip zelf hoort er niet bij."),
        make: AbsenceResource.init)
}

extension AbsenceResource {
    init(_ absence: Absence) {
        self.init(id: absence.id, begin: absence.interval.start, end: absence.interval.end)
    }
}

struct AbsenceInput: Hashable, Sendable {
    let begin: Instant
    let end: Instant

    static let schema = Schema<AbsenceInput>.object(
        "VerhinderingInvoer", "Wanneer een functionaris niet kan komen.",
        Property("beginTijdstip", \.begin, .instant, "Vanaf."),
        Property("eindTijdstip", \.end, .instant, "Tot."),
        make: AbsenceInput.init
    ).refusing { input in
        input.interval.isEmpty
            ? [("/eindTijdstip", "einde-voor-begin", "Het einde ligt niet na het begin.")] : []
    }

    /// Whole minutes, as every interval; rather a minute too long than too short.
    var interval: Interval {
        let minute: Int64 = 60_000
        let start = begin.milliseconds - (begin.milliseconds % minute + minute) % minute
        let rest = (end.milliseconds % minute + minute) % minute
        return Interval(
            Instant(milliseconds: start),
            Instant(milliseconds: rest == 0 ? end.milliseconds : end.milliseconds - rest + minute))
    }
}
