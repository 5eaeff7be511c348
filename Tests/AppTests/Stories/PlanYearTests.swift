import Domain
import Storage
import TestSupport
import Testing
import Web

@testable import App

/// A year of a plan: from the thematic session in September to the accountability in December of the next year.
@Suite struct PlanYearTests {
    private struct Year {
        let region: TestRegion
        let plan: ID<ActionPlan>
        let paper: ID<BoardPaper>

        func on<Result: Sendable>(
            _ day: String, _ body: @escaping @Sendable (inout Change) throws -> Result
        ) async throws -> Result {
            try await PlanYearTests.on(region, day, body)
        }
    }

    private static func on<Result: Sendable>(
        _ region: TestRegion, _ day: String, _ body: @escaping @Sendable (inout Change) throws -> Result
    ) async throws -> Result {
        let at = Amsterdam.instant(try #require(Day(iso: day)), hour: 12, minute: 0)
        return try await region.application.storage.change(
            by: .command("story"), at: at, randomness: .system, body)
    }

    private static func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

    /// The thematic session, where nothing is decided, and the plan that follows from it.
    private func talk(_ region: TestRegion) async throws -> Year {
        let session = try Self.day("2025-09-17")
        try await Self.on(region, "2025-09-17") { change in
            let round = ConversationRound(
                id: change.newID(), kind: .roundTable, title: "Basis op orde", firstDay: session,
                lastDay: session,
                body: Code("TAB"), chair: "directeur", partners: "burgemeesters", partnerCount: nil,
                version: 1)
            try change.saveRound(round)
            try change.addRedThread(
                RedThread(
                    id: change.newID(), round: round.id, theme: "budget", text: "De budgetten lopen uiteen."))
        }
        let (first, last) = (try Self.day("2026-01-01"), try Self.day("2026-12-31"))
        let by = try Self.day("2026-09-30")
        let (plan, paper) = try await Self.on(region, "2025-12-01") { change in
            let plan = ActionPlan(
                id: change.newID(), title: "Een jaar verder", principal: "portefeuillehouder",
                occasion: "De thematische sessie.", objective: "De basis op orde.", process: "",
                firstDay: first, lastDay: last,
                budget: ActionPlan.Budget(
                    amount: Money(cents: 2_500_000), purpose: "bijeenkomsten en advies",
                    keyName: "Jaarsleutel",
                    nextRequestBy: by))
            try change.savePlan(plan)
            let activity = PlanPart(
                id: change.newID(), kind: .subActivity, number: 1, title: "Bijeenkomsten", text: "",
                source: "",
                activity: SubActivity(
                    lead: "bureau", hours: 200, firstDay: first, lastDay: last, state: .running))
            try change.savePlanPart(activity, of: plan.id)
            try change.savePlanPart(
                PlanPart(
                    id: change.newID(), kind: .bottleneck, number: 1, title: "De budgetten lopen uiteen",
                    text: "",
                    source: "sessie", leadsTo: [activity.id]),
                of: plan.id)
            try change.numberPlan(plan.id, as: "0.3", on: Amsterdam.day(at: change.now), note: "")
            let paper = BoardPaper(
                id: change.newID(), title: "Plan van aanpak",
                subject: .init(.plan, reference: plan.id.description),
                principal: plan.principal)
            try change.openPaper(
                paper,
                version: PaperVersion(
                    number: 1, label: "0.3", day: Amsterdam.day(at: change.now), summary: "",
                    keepsOutlines: false),
                steps: [
                    PaperStep(id: change.newID(), body: Code("CAGEM"), role: .advice, plannedOn: nil),
                    PaperStep(id: change.newID(), body: Code("AB"), role: .decision, plannedOn: nil),
                ])
            return (plan.id, paper.id)
        }
        return Year(region: region, plan: plan, paper: paper)
    }

    /// Advice on the main lines in January, the decision in February; a thematic board may not take it.
    private func decide(_ year: Year) async throws -> Bool {
        let outcome:
            @Sendable (inout Change, String, PaperOutcome.Verdict, PaperOutcome.Scope) throws -> Void = {
                change, body, verdict, scope in
                try change.recordOutcome(
                    PaperOutcome(
                        id: change.newID(), body: Code(body), version: 1, day: Amsterdam.day(at: change.now),
                        verdict: verdict, scope: scope, text: "Akkoord."),
                    of: year.paper)
            }
        try await year.on("2026-01-21") { change in try outcome(&change, "CAGEM", .agreed, .outlines) }
        var isRefused = false
        do {
            try await year.on("2026-01-28") { change in try outcome(&change, "TAB", .adopted, .whole) }
        } catch is OutcomeRefusal {
            isRefused = true
        }
        try await year.on("2026-02-18") { change in try outcome(&change, "AB", .adopted, .whole) }
        return isRefused
    }

    /// Hours each month, money by the ledger, and the request in time.
    private func work(_ year: Year) async throws {
        try await year.on("2026-02-18") { change in
            try change.keepKey(
                StoredKey(
                    id: change.newID(), fromYear: 2026, source: "AB",
                    key: CostKey(name: "Jaarsleutel", basis: .equal)))
            let part = try change.tx.planContent(year.plan)?.subActivities.first?.id
            try change.decideBudget(
                Budget(
                    id: change.newID(), year: 2026, day: Amsterdam.day(at: change.now), source: "AB",
                    keyName: "Jaarsleutel",
                    posts: [
                        BudgetPost(name: "Bijeenkomsten", amount: Money(cents: 1_500_000), part: part),
                        BudgetPost(name: "Advies", amount: Money(cents: 1_000_000)),
                    ]))
        }
        for month in 3...11 {
            let text = "2026-\(month < 10 ? "0" : "")\(month)-20"
            try await year.on(text) { change in
                let part = try change.tx.planContent(year.plan)?.subActivities.first?.id
                // Schiedam comes two hours short every month.
                for (place, hours) in [("GM0606", 6), ("GM0599", 9)] {
                    try change.writeHours(
                        HourEntry(
                            id: change.newID(), municipality: Code(place), day: Amsterdam.day(at: change.now),
                            minutes: hours * 60, part: part, note: ""))
                }
                let list = "jaar;maand;post;bedrag\n2026;\(month);Bijeenkomsten;1.000\n"
                let records = try ImportRecord.csv(Array(list.utf8), recordsMax: 10).get()
                _ = try change.importLedger(
                    LedgerFile.read(records: records, today: Amsterdam.day(at: change.now)),
                    source: "Grootboek")
            }
        }
        let sent = try Self.day("2026-08-31")
        try await year.on("2026-08-31") { change in
            try change.decideBudget(
                Budget(
                    id: change.newID(), year: 2027, day: sent, source: "Concept", keyName: "Jaarsleutel",
                    posts: [BudgetPost(name: "Opleiden", amount: Money(cents: 4_000_000))]))
            try change.requestBudget(
                BudgetRequest(
                    id: change.newID(), year: 2027, sentOn: sent, ground: "Doorgaan.",
                    capacity: [BudgetRequest.Capacity(purpose: .policy, hundredths: 150, ground: "Ervaring.")]
                ))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a year of the plan, from the session in September to the accountability in December`(
        engine: TestEngine
    ) async throws {
        let december = Amsterdam.instant(try Self.day("2026-12-15"), hour: 10, minute: 0)
        let seen = try await TestRegion.with(engine, now: december) { region in
            let year = try await talk(region)
            let isRefused = try await decide(year)
            try await work(year)
            let board = try await region.client("bestuur")
            let plan = try await board.get("/plan/\(year.plan)").body
            let months = try await board.get("/uren/maanden").body
            let request = try await board.get("/geld/aanvraag/2027").body
            let account = try await board.get("/geld/jaar/2026/verantwoording").body
            let money = try await board.get("/geld").body
            return (
                isRefused, plan, (months, request, money), account,
                try await board.get("/bestuur/groeipad").body
            )
        }
        #expect(seen.0)
        #expect(seen.1.contains("advies") && seen.1.contains("De budgetten lopen uiteen"))
        #expect(seen.2.0.contains("Schiedam: 2 uur te weinig"))
        #expect(
            seen.2.1.contains("Verzonden") && seen.2.1.contains("1,5 fte") && seen.2.1.contains("€ 40.000,00")
        )
        #expect(seen.2.2.contains("Begroting 2026: € 9.000,00 uitgegeven van € 25.000,00"))
        #expect(seen.3.contains("€ 9.000,00 uitgegeven, € 16.000,00 over"))
        // Nine months of six and nine hours for the one activity.
        #expect(seen.3.contains("135") && seen.3.contains("De budgetten lopen uiteen"))
        #expect(seen.4.contains("vastgesteld op wo 18 feb 2026"))
    }
}
