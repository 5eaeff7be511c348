import Domain
import Web

struct PlanResource: Hashable, Sendable {
    let id: ID<ActionPlan>
    let title: String
    let principal: String
    let occasion: String
    let objective: String
    let firstDay: Day
    let lastDay: Day
    let budgetCents: Int?
    let keyName: String

    static let schema = Schema<PlanResource>.object(
        "Plan", "Een plan van aanpak.",
        Property("planId", \.id, .id(of: ActionPlan.self), "Id."),
        Property("titel", \.title, .anyText, "Titel."),
        Property("opdrachtgever", \.principal, .anyText, "Het ambt waarvoor het is gemaakt."),
        Property("aanleiding", \.occasion, .anyText, "Waardoor het er kwam."),
        Property("doel", \.objective, .anyText, "Waarvoor het is."),
        Property("eersteDatum", \.firstDay, .day, "Eerste dag."),
        Property("laatsteDatum", \.lastDay, .day, "Laatste dag."),
        Property(
            "budgetCent", \.budgetCents, Scalar.count.orNull, "In centen; null als het niet is vastgesteld."),
        Property("verdeelsleutel", \.keyName, .anyText, "Naam van de sleutel; leeg als die niet is gekozen."),
        make: PlanResource.init)
}

extension PlanResource {
    init(_ plan: ActionPlan) {
        self.init(
            id: plan.id, title: plan.title, principal: plan.principal, occasion: plan.occasion,
            objective: plan.objective, firstDay: plan.firstDay, lastDay: plan.lastDay,
            budgetCents: plan.budget.amount.map { Int($0.cents) }, keyName: plan.budget.keyName)
    }
}

struct PlanPartResource: Hashable, Sendable {
    let id: ID<PlanPart>
    let kind: PlanPart.Kind
    let number: Int
    let title: String
    let text: String
    let source: String
    let leadsTo: [ID<PlanPart>]
    let activity: SubActivityResource?

    /// More than any plan has.
    fileprivate static let partsMax = 1_000

    static let schema = Schema<PlanPartResource>.object(
        "Planonderdeel", "Eén ding dat in een plan staat.",
        Property("onderdeelId", \.id, .id(of: PlanPart.self), "Id."),
        Property("soort", \.kind, .choice(PlanPart.Kind.allCases, word: \.word), "Wat voor onderdeel."),
        Property("nummer", \.number, .count, "Vanaf 1 binnen zijn soort."),
        Property("titel", \.title, .anyText, "Titel."),
        Property("tekst", \.text, .anyText, "Uitleg."),
        Property("bron", \.source, .anyText, "Waar het vandaan komt."),
        Property(
            "leidtTot", \.leadsTo, .list(of: .scalar(.id(of: PlanPart.self)), countMax: partsMax),
            "De onderdelen die eruit volgen."),
        Property(
            "deelactiviteit", \.activity, SubActivityResource.schema.orNull(),
            "Alleen van een deelactiviteit; anders null."),
        make: PlanPartResource.init)
}

extension PlanPartResource {
    init(_ part: PlanPart, minutesWorked: Int) {
        self.init(
            id: part.id, kind: part.kind, number: part.number, title: part.title, text: part.text,
            source: part.source, leadsTo: part.leadsTo.sorted(),
            activity: part.activity.map { SubActivityResource($0, minutesWorked: minutesWorked) })
    }
}

struct SubActivityResource: Hashable, Sendable {
    let lead: String
    let state: SubActivity.State
    let hours: Int?
    let minutesWorked: Int
    let budgetCents: Int?
    let firstDay: Day?
    let lastDay: Day?
    let after: [ID<PlanPart>]

    static let schema = Schema<SubActivityResource>.object(
        "Deelactiviteit", "Wat er wordt gedaan.",
        Property("trekker", \.lead, .anyText, "Het ambt dat haar leidt; leeg als niemand."),
        Property("staat", \.state, .choice(SubActivity.State.allCases, word: \.word), "Hoe het ermee staat."),
        Property("uren", \.hours, Scalar.count.orNull, "Begroot; null als het niet is vastgesteld."),
        Property("gewerkteMinuten", \.minutesWorked, .count, "Wat ervoor is geschreven."),
        Property(
            "budgetCent", \.budgetCents, Scalar.count.orNull, "In centen; null als het niet is vastgesteld."),
        Property("eersteDatum", \.firstDay, Scalar.day.orNull, "Eerste dag; null als niet vastgesteld."),
        Property("laatsteDatum", \.lastDay, Scalar.day.orNull, "Laatste dag; null als niet vastgesteld."),
        Property(
            "na", \.after, .list(of: .scalar(.id(of: PlanPart.self)), countMax: PlanPartResource.partsMax),
            "De deelactiviteiten die eerst klaar moeten zijn."),
        make: SubActivityResource.init)
}

extension SubActivityResource {
    init(_ activity: SubActivity, minutesWorked: Int) {
        self.init(
            lead: activity.lead, state: activity.state, hours: activity.hours, minutesWorked: minutesWorked,
            budgetCents: activity.budget.map { Int($0.cents) }, firstDay: activity.firstDay,
            lastDay: activity.lastDay, after: activity.after.sorted())
    }
}
