import Domain
import Storage
import Web

extension API {
    /// Raising and following alarms by a program, such as the control room's own system (spec A1).
    static let alarms: [APIOperation] = [
        .list(
            "/alarmen", needs: .permission(.followAlarm), scope: .readAlarms,
            .init(
                id: "leesAlarmen", group: .alarm,
                summary: "Alarmen: die lopen eerst, dan de laatste die voorbij zijn"),
            of: RaisedAlarmResource.schema
        ) { _, tx in
            let alarms =
                try tx.runningAlarms().filter { !$0.isCalm } + tx.endedAlarms(limit: AlarmsPage.endedMax)
            return APIPage(try alarms.map { try RaisedAlarmResource($0, tx) })
        },
        .add(
            "/alarmen", needs: .permission(.raiseAlarm), scope: .raiseAlarms,
            .init(
                id: "geefAlarm", group: .alarm, summary: "Alarmeren op functie",
                explanation:
                    "Gaat meteen uit. Geef een eigen sleutel mee: dezelfde sleutel met dezelfde inhoud is hetzelfde alarm, "
                    + "ook na een verbroken verbinding. Een alarm wordt nooit geweigerd om mensen of regels; wat dan te "
                    + "weinig is, staat in tekort."),
            input: AlarmInput.schema, of: RaisedAlarmResource.schema
        ) { _, input, change in
            let raised = try change.raiseAlarm(input.request)
            guard let alarm = try change.tx.alarm(raised.id) else { throw WebFailure.notFound }
            return (try RaisedAlarmResource(alarm, change.tx), "/alarmen/\(raised.id)")
        },
        .one(
            "/alarmen/{alarmId}", needs: .permission(.followAlarm), scope: .readAlarms,
            .init(id: "leesAlarm", group: .alarm, summary: "Hoe een alarm ervoor staat"),
            parameters: [APIParameter.alarm.described], of: RaisedAlarmResource.schema
        ) { call, tx in
            guard let alarm = try tx.alarm(try call.path(.alarm)) else { throw WebFailure.notFound }
            return try RaisedAlarmResource(alarm, tx)
        },
    ]
}

extension APIParameter where Value == ID<Alarm> {
    static let alarm = APIParameter.path("alarmId", .id(of: Alarm.self), "Id van het alarm.")
}

/// What a program asks when it raises an alarm.
struct AlarmInput: Hashable, Sendable {
    let key: String
    let posts: [Post]
    let municipality: Code<Municipality>
    let place: String
    let description: String
    let withinMinutes: Int?
    let isExercise: Bool
    let isFlexible: Bool
    let isRegional: Bool

    struct Post: Hashable, Sendable {
        let function: Code<CrisisFunction>
        let wanted: Int

        static let schema = Schema<Post>.object(
            "AlarmFunctieInvoer", "Zoveel mensen in een functie.",
            Property("crisisfunctie", \.function, .functionCode, "De functie."),
            Property("aantal", \.wanted, .integer(1...AlarmRequest.wantedMax), "Hoeveel mensen."),
            make: Post.init)
    }

    static let schema = Schema<AlarmInput>.object(
        "AlarmInvoer", "Wat er nodig is en waar.",
        Property("sleutel", \.key, .text(1...200), "Eigen kenmerk van dit alarm."),
        Property(
            "functies", \.posts, .list(of: Post.schema, countMax: AlarmRequest.postsMax), "Wie er nodig zijn."
        ),
        Property(
            "gemeente", \.municipality, .code(of: Municipality.self, example: "GM0599"), "Waar het is."),
        Property("plaats", \.place, .scalar(.text(0...AlarmRequest.textMax)), absent: "", "Waar precies."),
        Property(
            "omschrijving", \.description, .scalar(.text(0...AlarmRequest.textMax)), absent: "",
            "Wat er is; staat in elk bericht."),
        Property(
            "binnenMinuten", \.withinMinutes, Scalar.integer(1...AlarmRequest.withinMinutesMax).orNull,
            absent: .some(nil), "Binnen hoeveel minuten aan het werk; zonder dit de norm van elke functie."),
        Property(
            "oefening", \.isExercise, .scalar(.boolean), absent: false,
            "Een oefening: dat staat in elk bericht."),
        Property(
            "flexibel", \.isFlexible, .scalar(.boolean), absent: false,
            "Buiten GRIP: eerst de eigen gemeente."),
        Property(
            "voorzitter", \.isRegional, .scalar(.boolean), absent: false,
            "De voorzitter heeft het bevel (Wvr 39)."),
        make: AlarmInput.init)

    var request: AlarmRequest {
        AlarmRequest(
            key: key, posts: posts.map { AlarmRequest.Post(function: $0.function, wanted: $0.wanted) },
            municipality: municipality, place: place, description: description, withinMinutes: withinMinutes,
            isExercise: isExercise, isFlexible: isFlexible, isRegional: isRegional)
    }
}

/// An alarm with how it stands; no names.
struct RaisedAlarmResource: Hashable, Sendable {
    let id: ID<Alarm>
    let key: String
    let state: String
    let isExercise: Bool
    let municipality: Code<Municipality>
    let description: String
    let raisedAt: Instant
    let endedAt: Instant?
    let nextDue: Instant?
    let posts: [Post]

    struct Post: Hashable, Sendable {
        let function: Code<CrisisFunction>
        let wanted: Int
        let by: Instant?
        let promised: Int
        let atWork: Int
        /// Places that stay empty even when everybody in the plan comes.
        let shortfall: Int

        static let schema = Schema<Post>.object(
            "AlarmFunctie", "Een gevraagde functie met wie komt en wie aan het werk is.",
            Property("crisisfunctie", \.function, .functionCode, "De functie."),
            Property("aantal", \.wanted, .count, "Hoeveel er gevraagd zijn."),
            Property(
                "voor", \.by, Scalar.instant.orNull, "Wanneer zij aan het werk moeten zijn; null zonder norm."
            ),
            Property("onderweg", \.promised, .count, "Wie komt."),
            Property("aanHetWerk", \.atWork, .count, "Wie aan het werk is; alleen dit vult."),
            Property("tekort", \.shortfall, .count, "Plaatsen die leeg blijven, ook als iedereen komt."),
            make: Post.init)
    }

    static let schema = Schema<RaisedAlarmResource>.object(
        "Alarm", "Een alarm op functie en hoe het ervoor staat.",
        Property("alarmId", \.id, .id(of: Alarm.self), "Id."),
        Property("sleutel", \.key, .anyText, "Het eigen kenmerk van wie het gaf."),
        Property("staat", \.state, .anyText, "loopt, gevuld, beëindigd of te weinig mensen."),
        Property("oefening", \.isExercise, .boolean, "Of het een oefening is."),
        Property("gemeente", \.municipality, .code(of: Municipality.self, example: "GM0599"), "Waar."),
        Property("omschrijving", \.description, .anyText, "Wat er is."),
        Property("gegevenTijdstip", \.raisedAt, .instant, "Wanneer het is gegeven."),
        Property(
            "eindTijdstip", \.endedAt, Scalar.instant.orNull, "Wanneer het voorbij was; null als het loopt."),
        Property(
            "volgendeStap", \.nextDue, Scalar.instant.orNull, "Wanneer er weer iets gebeurt zonder antwoord."),
        Property(
            "functies", \.posts, .list(of: Post.schema, countMax: AlarmRequest.postsMax), "Per functie."),
        make: RaisedAlarmResource.init)
}

extension RaisedAlarmResource {
    init(_ alarm: Alarm, _ tx: Transaction) throws {
        let report = try AlarmReport(alarm, isDuplicate: false, tx)
        let missing = Dictionary(
            report.shortfall.map { ($0.function, $0.missing) }, uniquingKeysWith: { first, _ in first })
        self.init(
            id: alarm.id, key: alarm.key, state: alarm.state.word, isExercise: alarm.isExercise,
            municipality: alarm.municipality, description: alarm.description, raisedAt: alarm.raisedAt,
            endedAt: alarm.endedAt, nextDue: alarm.dueAt,
            posts: try tx.posts(of: alarm).map { post in
                Post(
                    function: post.function, wanted: post.wanted, by: post.by, promised: post.promised,
                    atWork: post.atWork, shortfall: missing[post.function.text] ?? 0)
            })
    }
}

extension AlarmRefusal: APIConflict {
    var conflicts: [InputFault] {
        switch self {
        case .faults(let faults):
            faults.map { fault in
                switch fault {
                case .badKey: InputFault(body: "/sleutel", fault.code, fault.sentence)
                case .badPostCount, .unknownFunction, .badNumber, .functionTwice:
                    InputFault(body: "/functies", fault.code, fault.sentence)
                case .unknownMunicipality: InputFault(body: "/gemeente", fault.code, fault.sentence)
                case .badWithin: InputFault(body: "/binnenMinuten", fault.code, fault.sentence)
                }
            }
        case .keyTaken: [InputFault(body: "/sleutel", code, sentence)]
        case .noRegion, .over: [InputFault(body: "", code, sentence)]
        }
    }
}
