import Domain
import Storage
import Web

extension API {
    static let deployments: [APIOperation] = reading + writing

    private static let reading: [APIOperation] = [
        .list(
            "/inzetten", needs: .signedIn, scope: .readDeployments,
            .init(
                id: "leesInzetten", group: .deployment,
                summary: "De inzetten die lopen en de laatste die voorbij zijn",
                explanation: "Alleen wat dit account op de pagina's ziet."),
            validator: .content, of: DeploymentResource.schema
        ) { call, tx in
            let page = try DeploymentsPage(call.visit, tx)
            return APIPage((page.running + page.ended).map(DeploymentResource.init))
        },
        .one(
            "/inzetten/{inzetId}", needs: .signedIn, scope: .readDeployments,
            .init(id: "leesInzet", group: .deployment, summary: "Een inzet"),
            parameters: [APIParameter.deployment.described], of: DeploymentResource.schema
        ) { call, tx in
            DeploymentResource(
                try tx.deployment(try call.path(.deployment), for: call.visit.actor).deployment)
        },
        .list(
            "/inzetten/{inzetId}/regels", needs: .signedIn, scope: .readDeployments,
            .init(
                id: "leesInzetregels", group: .deployment, summary: "Het log van een inzet, oudste eerst",
                explanation:
                    "Met bekendOp: wat er op dat tijdstip was vastgelegd. Nieuwe regels komen ook langs op "
                    + "/inzetten/{inzetId}/stroom.sse (server-sent events: alleen het nummer van de laatste regel)."
            ),
            parameters: [
                APIParameter.deployment.described, APIParameter.afterEntry.described,
                APIParameter.knownAt.described, APIParameter<Int>.limit.described,
            ], validator: .content, of: DeploymentEntryResource.schema
        ) { call, tx in
            let (deployment, _) = try tx.deployment(try call.path(.deployment), for: call.visit.actor)
            let last =
                try call[.knownAt].map { try tx.entryNumber(of: deployment.id, at: $0) } ?? deployment.version
            let entries = try tx.entries(
                of: deployment.id, after: call[.afterEntry] ?? 0, through: last, limit: call.limit + 1)
            return APIPage(
                entries.map { DeploymentEntryResource($0, through: last) }, limit: call.limit,
                cursor: { "\($0.number)" })
        },
        .one(
            "/inzetten/{inzetId}/regels/{regelVolgorde}", needs: .signedIn, scope: .readDeployments,
            .init(id: "leesInzetregel", group: .deployment, summary: "Een regel van een inzet"),
            parameters: [APIParameter.deployment.described, APIParameter.entryNumber.described],
            of: DeploymentEntryResource.schema
        ) { call, tx in
            let (deployment, _) = try tx.deployment(try call.path(.deployment), for: call.visit.actor)
            return try tx.entryResource(try call.path(.entryNumber), of: deployment.id)
        },
    ]

    private static let writing: [APIOperation] = [
        .add(
            "/inzetten", needs: .permission(.openDeployments), scope: .writeDeployments,
            .init(
                id: "openInzet", group: .deployment, summary: "Een inzet openen",
                explanation: "Met een niveau of een hulpvraag die al bekend is; beide mogen ook later."),
            input: DeploymentInput.schema, of: DeploymentResource.schema
        ) { _, input, change in
            let id = try change.beginDeployment(input.request)
            let made = try change.tx.deployment(id, for: change.actor).deployment
            return (DeploymentResource(made), "/inzetten/\(id)")
        },
        .add(
            "/inzetten/{inzetId}/regels", needs: .signedIn, scope: .writeDeployments,
            .init(
                id: "maakInzetregel", group: .deployment, summary: "Een regel in het log",
                explanation: "Een feit wordt nooit geweigerd; wat elkaar tegenspreekt staat naast elkaar."),
            parameters: [APIParameter.deployment.described], input: EntryInput.schema,
            of: DeploymentEntryResource.schema
        ) { call, input, change in
            try recorded(try call.path(.deployment), &change) { _ in input.draft }
        },
        .add(
            "/inzetten/{inzetId}/niveaus", needs: .signedIn, scope: .writeDeployments,
            .init(
                id: "maakOpschaling", group: .deployment,
                summary: "Vastleggen welk niveau elders is afgekondigd",
                explanation:
                    "Niveaus mogen worden overgeslagen. Wat afwijkt staat erbij en houdt niets tegen."),
            parameters: [APIParameter.deployment.described], input: LevelInput.schema,
            of: DeploymentEntryResource.schema
        ) { call, input, change in
            try recorded(try call.path(.deployment), &change) { desk in
                input.draft(try desk.state().municipalities)
            }
        },
    ]

    private static func recorded(
        _ id: ID<Deployment>, _ change: inout Change, _ make: (EntryDesk) throws -> EntryDraft
    ) throws -> (made: DeploymentEntryResource, path: String) {
        let number = try change.recordEntry(in: id, make).number
        return (try change.tx.entryResource(number, of: id), "/inzetten/\(id)/regels/\(number)")
    }
}

extension APIParameter where Value == ID<Deployment> {
    static let deployment = APIParameter.path("inzetId", .id(of: Deployment.self), "Id van de inzet.")
}

extension APIParameter where Value == Int {
    static let entryNumber = APIParameter.path(
        "regelVolgorde", .integer(1...Int(Int32.max)), "Nummer van de regel.")
    static let afterEntry = APIParameter.query(
        "na", .integer(0...Int(Int32.max)), "Alleen regels na dit nummer.")
}

extension APIParameter where Value == Instant {
    static let knownAt = APIParameter.query("bekendOp", .instant, "Zoals het op dit tijdstip bekend was.")
}

extension Transaction {
    /// - Throws: `WebFailure.notFound`.
    fileprivate func entryResource(_ number: Int, of id: ID<Deployment>) throws -> DeploymentEntryResource {
        guard let entry = try entry(number, in: id) else { throw WebFailure.notFound }
        return DeploymentEntryResource(entry)
    }
}

extension OpeningRefusal: APIConflict {
    var conflicts: [InputFault] {
        let field = field == "gemeente" ? "/gemeenten" : "/\(field)"
        return [InputFault(body: field, code.replacing("_", with: "-"), sentence)]
    }
}
