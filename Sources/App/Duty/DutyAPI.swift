import Domain
import Storage
import Web

extension API {
    static let duty: [APIOperation] = lines + duties + rosters

    private static let lines: [APIOperation] = [
        .list(
            "/piketlijnen", needs: .permission(.seeRegion), scope: .readRegion,
            .init(
                id: "leesPiketlijnen", group: .duty, summary: "De piketlijnen, in de volgorde van de regio"),
            of: LineResource.schema
        ) { call, tx in
            let names = try tx.lineNames()
            return APIPage(try tx.lines().map { LineResource($0, names, at: call.now) })
        },
        .one(
            "/piketlijnen/{piketlijnCode}", needs: .permission(.seeRegion), scope: .readRegion,
            .init(id: "leesPiketlijn", group: .duty, summary: "Een piketlijn"),
            parameters: [APIParameter.line.described], of: LineResource.schema
        ) { call, tx in
            let code = try call.path(.line)
            guard let line = try tx.lines().first(where: { $0.code == code }) else {
                throw WebFailure.notFound
            }
            return LineResource(line, try tx.lineNames(), at: call.now)
        },
        .one(
            "/piketlijnen/{piketlijnCode}/weken/{week}/plaatsen/{plaats}", needs: .permission(.seeRoster),
            scope: .readRoster,
            .init(id: "leesPlaats", group: .duty, summary: "Wie een plaats in een week heeft"),
            parameters: places, of: PlaceResource.schema
        ) { call, tx in try PlaceResource(call, tx) },
        .replace(
            "/piketlijnen/{piketlijnCode}/weken/{week}/plaatsen/{plaats}", needs: .permission(.editRoster),
            scope: .writeRoster,
            .init(
                id: "wijzigPlaats", group: .duty, summary: "Iemand indelen, of een plaats leegmaken",
                explanation: "Geldt meteen; in een lopende week vanaf nu."),
            parameters: places, input: PlaceInput.schema, of: PlaceResource.schema,
            read: { call, tx in try PlaceResource(call, tx) }
        ) { call, input, change in
            let period = try change.tx.dutyPeriod(weekOf: try call.path(.week).period.monday)
            try change.assignDuty(
                try call.path(.line), try call.path(.slot), period, person: input.person,
                explanation: input.explanation)
        },
    ]

    private static let places = [
        APIParameter.line.described, APIParameter.week.described, APIParameter.slot.described,
    ]

    private static let duties: [APIOperation] = [
        .list(
            "/diensten", needs: .permission(.seeRoster), scope: .readRoster,
            .init(
                id: "leesDiensten", group: .duty, summary: "Gepubliceerde diensten, op begin",
                explanation: "Zonder periode: vanaf nu, \(APICall.weeksUsual) weken."),
            parameters: [
                APIParameter.from.described, APIParameter.until.described, APIParameter.ofLine.described,
                APIParameter.limit.described, APIParameter.afterDuty.described,
            ], validator: .content, of: DutyResource.schema
        ) { call, tx in
            let duties = try tx.duties(during: call.period, line: call[.ofLine])
            return APIPage(duties.map(DutyResource.init), after: call[.afterDuty], limit: call.limit)
        },
        .list(
            "/functionarissen/{functionarisId}/diensten", needs: .signedIn, scope: .readRoster,
            .init(
                id: "leesDienstenVanFunctionaris", group: .duty,
                summary: "Diensten van een functionaris, op begin"),
            parameters: [
                APIParameter.person.described, APIParameter.from.described, APIParameter.until.described,
                APIParameter.limit.described, APIParameter.afterDuty.described,
            ], validator: .content, of: DutyResource.schema
        ) { call, tx in
            let person = try call.path(.person)
            // The own duties for whoever has them, everybody's for whoever may see the roster.
            if call.signedIn.person != person { try call.visit.actor.require(.seeRoster) }
            guard try tx.functionary(person) != nil else { throw WebFailure.notFound }
            let duties = try tx.duties(during: call.period, person: person)
            return APIPage(duties.map(DutyResource.init), after: call[.afterDuty], limit: call.limit)
        },
        .list(
            "/actuele-diensten", needs: .permission(.seeDuty), scope: .readRoster,
            .init(
                id: "leesActueleDiensten", group: .duty,
                summary: "Nu en straks: wie er op elke piketlijn staat",
                explanation: "Lijnen die nu niet bezet zijn, staan voorop."),
            validator: .content, of: BoardResource.schema
        ) { call, tx in
            APIPage(try DutyBoard(call.visit, tx).lines.map(BoardResource.init))
        },
    ]

    private static let rosters: [APIOperation] = [
        .list(
            "/roosters", needs: .permission(.editRoster), scope: .readRoster,
            .init(id: "leesRoosters", group: .duty, summary: "Concepten, nieuwste eerst"),
            of: RosterResource.schema
        ) { _, tx in APIPage(try tx.draftRosters().map(RosterResource.init)) },
        .add(
            "/roosters", needs: .permission(.editRoster), scope: .writeRoster,
            .init(id: "maakRooster", group: .duty, summary: "Een concept op beurt maken"),
            input: RosterInput.schema, of: RosterResource.schema
        ) { _, input, change in
            let known = try change.tx.lines().map(\.code)
            let unknown = input.lines.enumerated().filter { !known.contains($0.element) }.map { index, _ in
                InputFault.unknownReference("/piketlijnen/\(index)", "Deze piketlijn is er niet.")
            }
            guard unknown.isEmpty else { throw ReferenceConflict(conflicts: unknown) }
            let periods = try change.tx.dutyPeriods(weekOf: input.firstDay, count: input.weeks)
            let made = try change.makeRotation(
                lines: input.lines.isEmpty ? known : input.lines, periods: periods)
            return (try roster(made.roster, change.tx), "/roosters/\(made.roster)")
        },
        .one(
            "/roosters/{roosterId}", needs: .permission(.editRoster), scope: .readRoster,
            .init(id: "leesRooster", group: .duty, summary: "Een rooster"),
            parameters: [APIParameter.roster.described], of: RosterResource.schema
        ) { call, tx in try roster(try call.path(.roster), tx) },
        .replace(
            "/roosters/{roosterId}", needs: .permission(.editRoster), scope: .writeRoster,
            .init(
                id: "publiceerRooster", group: .duty, summary: "Een concept publiceren",
                explanation: "Diensten op dezelfde lijnen die in die tijd beginnen, worden vervangen."),
            parameters: [APIParameter.roster.described], input: RosterStateInput.schema,
            of: RosterResource.schema,
            read: { call, tx in try roster(try call.path(.roster), tx) }
        ) { call, _, change in try change.publishRoster(try call.path(.roster)) },
        .remove(
            "/roosters/{roosterId}", needs: .permission(.editRoster), scope: .writeRoster,
            .init(id: "verwijderRooster", group: .duty, summary: "Een concept weggooien"),
            parameters: [APIParameter.roster.described], of: RosterResource.schema,
            read: { call, tx in try roster(try call.path(.roster), tx) }
        ) { call, change in try change.discardRoster(try call.path(.roster)) },
        .list(
            "/roosters/{roosterId}/diensten", needs: .permission(.editRoster), scope: .readRoster,
            .init(
                id: "leesDienstenVanRooster", group: .duty, summary: "De diensten van een rooster, op begin"),
            parameters: [
                APIParameter.roster.described, APIParameter.limit.described, APIParameter.afterDuty.described,
            ], of: DutyResource.schema
        ) { call, tx in
            let id = try call.path(.roster)
            guard try tx.roster(id) != nil else { throw WebFailure.notFound }
            let duties = try tx.duties(ofRoster: id).map(DutyResource.init)
            return APIPage(duties, after: call[.afterDuty], limit: call.limit)
        },
    ]

    private static func roster(_ id: ID<Roster>, _ tx: Transaction) throws -> RosterResource {
        guard let roster = try tx.roster(id) else { throw WebFailure.notFound }
        return RosterResource(roster)
    }
}

extension APIPage where Element == DutyResource {
    /// The duties behind the one with this id; a list holds at most some thousand.
    fileprivate init(_ duties: [DutyResource], after cursor: ID<StoredDuty>?, limit: Int) {
        var rest = duties[...]
        if let cursor { rest = rest.drop { $0.id != cursor }.dropFirst() }
        self.init(Array(rest.prefix(limit + 1)), limit: limit, cursor: { $0.id.description })
    }
}

extension APICall {
    fileprivate static let weeksUsual = 4

    /// The time that was asked for.
    fileprivate var period: Interval {
        let start = self[.from] ?? now
        return Interval(start, self[.until] ?? start.adding(minutes: Self.weeksUsual * 7 * 24 * 60))
    }
}

extension APIParameter where Value == Code<DutyLine> {
    static let line = APIParameter.path("piketlijnCode", .lineCode, "Code van de piketlijn.")
    static let ofLine = APIParameter.query("piketlijn", .lineCode, "Alleen van deze piketlijn.")
}

extension APIParameter where Value == ISOWeek {
    static let week = APIParameter.path("week", .week, "De week waarvan de maandag het begin is.")
}

extension APIParameter where Value == DutySlot {
    static let slot = APIParameter.path("plaats", .slot, "Plaats op de lijn.")
}

extension APIParameter where Value == ID<Roster> {
    static let roster = APIParameter.path("roosterId", .id(of: Roster.self), "Id van het rooster.")
}

extension APIParameter where Value == ID<StoredDuty> {
    static let afterDuty = APIParameter.query(
        "na", .id(of: StoredDuty.self), "Begin na deze dienst; staat in volgende.")
}

extension DutyRefusal: APIConflict {
    var conflicts: [InputFault] {
        switch self {
        case .unknownPerson: [.unknownReference("/functionarisId", "Deze functionaris is er niet.")]
        case .unfit: [InputFault(body: "/functionarisId", "niet-inzetbaar", sentence)]
        case .onOtherLine, .sameSlotTwice:
            [InputFault(body: "/functionarisId", "dubbel-ingeroosterd", sentence)]
        case .workingTime: [InputFault(body: "/functionarisId", "arbeidstijdenwet", sentence)]
        case .noPeriods, .noRoster, .tooManySearches, .alreadyPublished, .unknownLine, .inThePast,
            .alreadyBegun,
            .draftOverlaps:
            [InputFault(body: "", "strijdig", sentence)]
        }
    }
}
