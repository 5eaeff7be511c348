import Domain
import Storage
import Web

extension API {
    static let plans: [APIOperation] = [
        .list(
            "/plannen", needs: .permission(.seePlan), scope: .readPlans,
            .init(id: "leesPlannen", group: .plan, summary: "De plannen van aanpak, het nieuwste eerst"),
            of: PlanResource.schema
        ) { _, tx in
            APIPage(try tx.plans().map(PlanResource.init))
        },
        .one(
            "/plannen/{planId}", needs: .permission(.seePlan), scope: .readPlans,
            .init(id: "leesPlan", group: .plan, summary: "Een plan van aanpak"),
            parameters: [APIParameter.plan.described], of: PlanResource.schema
        ) { call, tx in
            PlanResource(try tx.apiPlan(call).plan)
        },
        .list(
            "/plannen/{planId}/onderdelen", needs: .permission(.seePlan), scope: .readPlans,
            .init(
                id: "leesPlanonderdelen", group: .plan,
                summary: "Wat er in een plan staat, van knelpunt tot deelactiviteit",
                explanation: "Zoals het plan nu is, in de volgorde van de redenering."),
            parameters: [APIParameter.plan.described], of: PlanPartResource.schema
        ) { call, tx in
            let content = try tx.apiPlan(call)
            let worked = try tx.minutesWorked(for: content.plan.id)
            return APIPage(content.parts.map { PlanPartResource($0, minutesWorked: worked[$0.id] ?? 0) })
        },
    ]
}

extension APIParameter where Value == ID<ActionPlan> {
    static let plan = APIParameter.path("planId", .id(of: ActionPlan.self), "Id van het plan.")
}

extension Transaction {
    /// - Throws: `WebFailure.notFound`.
    fileprivate func apiPlan(_ call: APICall) throws -> PlanContent {
        guard let content = try planContent(try call.path(.plan)) else { throw WebFailure.notFound }
        return content
    }
}
