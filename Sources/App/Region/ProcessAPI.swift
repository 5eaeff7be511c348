import Domain
import Storage
import Web

extension API {
    /// What crisis care is and how the region organises it.
    static let processes: [APIOperation] = [
        .list(
            "/taakorganisaties", needs: .permission(.seeRegion), scope: .readRegion,
            .init(
                id: "leesTaakorganisaties", group: .region,
                summary: "De taakorganisaties, in de volgorde van de regio"),
            of: TaskOrganisationResource.schema
        ) { _, tx in
            APIPage(try tx.taskOrganisations().map(TaskOrganisationResource.init))
        },
        .list(
            "/processen", needs: .permission(.seeRegion), scope: .readRegion,
            .init(
                id: "leesProcessen", group: .region, summary: "De processen en hoe ze vandaag zijn geregeld"),
            of: ProcessResource.schema
        ) { call, tx in
            let arrangements = try tx.arrangements(on: call.visit.today)
            return APIPage(try tx.careProcesses().map { ProcessResource($0, arrangements) })
        },
        .one(
            "/processen/{procesCode}", needs: .permission(.seeRegion), scope: .readRegion,
            .init(id: "leesProces", group: .region, summary: "Een proces"),
            parameters: [APIParameter.process.described], of: ProcessResource.schema
        ) { call, tx in
            let code = try call.path(.process)
            guard let process = try tx.careProcesses().first(where: { $0.code == code }) else {
                throw WebFailure.notFound
            }
            return ProcessResource(process, try tx.arrangements(on: call.visit.today))
        },
        .list(
            "/inrichtingen", needs: .permission(.seeRegion), scope: .readRegion,
            .init(
                id: "leesInrichtingen", group: .region,
                summary: "Hoe processen en crisisfuncties zijn geregeld, op ingangsdag",
                explanation: "Ook wat niet meer geldt en wat nog ingaat. De laatste die is ingegaan, geldt."),
            of: ArrangementResource.schema
        ) { _, tx in
            APIPage(try tx.arrangements().map(ArrangementResource.init))
        },
        .list(
            "/definities", needs: .permission(.seeRegion), scope: .readRegion,
            .init(
                id: "leesDefinities", group: .region, summary: "Wat bevolkingszorg is, de nieuwste eerst",
                explanation: "Ook wat niet meer geldt en wat nog ingaat."),
            of: CareDefinitionResource.schema
        ) { _, tx in
            APIPage(try tx.careDefinitions().map(CareDefinitionResource.init))
        },
    ]
}

extension APIParameter where Value == Code<CareProcess> {
    static let process = APIParameter.path("procesCode", .processCode, "Code van het proces.")
}
