import Domain
import Storage
import TestSupport
import Testing
import Web

@testable import App

@Suite struct EvaluateDeploymentTests {
    /// A deployment with one person at work in it, that is over.
    private func worked(_ region: TestRegion, exercise: Bool = false) async throws -> (
        ID<Deployment>, ID<Functionary>
    ) {
        let id = try await region.deployment(exercise: exercise)
        let person = try #require(
            try await region.read { tx in
                try tx.designations().first { $0.function == Code("CO") }?.person
            })
        let member = DeploymentMember(person: person.description, function: Code("CO"))
        try await region.record(EntryDraft(.member(member), "Ingezet", key: "m"), in: id)
        try await region.record(
            EntryDraft(.ended(DeploymentEnding()), "Afgesloten", key: "e"), in: id,
            at: TestRegion.now.adding(minutes: 300))
        return (id, person)
    }

    @Test(arguments: TestEngine.allCases)
    func `approved by another, its lessons are actions and the work counts for competence`(
        engine: TestEngine
    ) async throws {
        try await TestRegion.with(engine, now: TestRegion.now.adding(minutes: 600)) { region in
            let (id, person) = try await worked(region)
            let path = "/inzetten/\(id)/evaluatie"
            let office = try await region.client("bureau")
            #expect(try await office.get(path).body.contains("Goedkeuren") == false)
            _ = try await office.post(path, ["samenvatting": "Het ging vlot."])
            _ = try await office.post(
                "\(path)/bevindingen", ["kop": "alarm", "tekst": "Iedereen was er snel", "goed": "ja"])
            _ = try await office.post(
                "\(path)/lessen",
                [
                    "tekst": "Bel eerder", "actie": "Taakkaart aanpassen", "wie": "Bureau",
                    "uiterlijk": "1-2-2027",
                ])
            let own = try await office.post("\(path)/goedkeuring", [:])
            #expect(own.body.contains("Wie de evaluatie het laatst schreef"))
            #expect(try await office.get("/leerpunten").body.contains("Nog geen acties uit evaluaties"))
            let other = try await region.client("coordinerend")
            #expect(try await other.get(path).body.contains("1 deelnemer"))
            let approved = try await other.post("\(path)/goedkeuring", [:])
            #expect(approved.notice == "Goedgekeurd. De lessen zijn nu acties.")
            #expect(try await office.get("/leerpunten").body.contains("Taakkaart aanpassen"))
            #expect(try await office.get(path).body.contains("goedgekeurd"))
            let source = PerformedActivity.Source(.deployment, key: id.description)
            let counted = try await region.read { tx in try tx.performedActivities(from: source) }
            #expect(counted.map(\.person) == [person])
            #expect(counted.map(\.kind) == [.deployment])
            #expect(counted.map(\.minutes) == [300])
            #expect(counted.map(\.function) == [Code("CO")])
            let late = try await office.post(path, ["samenvatting": "Toch anders"])
            #expect(late.body.contains("al goedgekeurd") || late.status == 403)
        }
    }

    /// A deployment with GRIP that is over after so many minutes; nothing was told to the public in it.
    private func heading(_ region: TestRegion, key: String, after minutes: Int) async throws -> String {
        let id = try await region.deployment(key: key)
        let level = Declaration(
            level: .two, declarer: nil, ground: "", municipalities: [Code("GM0613")])
        try await region.record(EntryDraft(.level(level), "GRIP 2", key: "g"), in: id)
        try await region.record(
            EntryDraft(.ended(DeploymentEnding()), "Afgesloten", key: "e"), in: id,
            at: TestRegion.now.adding(minutes: minutes))
        return try await region.client("bureau").get("/inzetten/\(id)/evaluatie").body
    }

    @Test(arguments: TestEngine.allCases)
    func `a norm that had not run out at the end was not missed`(engine: TestEngine) async throws {
        let (short, long) = try await TestRegion.with(engine, now: TestRegion.now.adding(minutes: 600)) {
            region in
            (
                try await heading(region, key: "kort", after: 16),
                try await heading(region, key: "lang", after: 300)
            )
        }
        #expect(short.contains("Er is nog niets om aan een norm te meten"))
        #expect(short.contains("niet van toepassing: de tijd was nog niet om"))
        #expect(!short.contains("niet gebeurd of niet vastgelegd"))
        #expect(long.contains("0 van 1 momenten binnen de norm"))
        #expect(long.contains("niet gebeurd of niet vastgelegd"))
    }

    @Test func `of an exercise it counts as an exercise`() async throws {
        try await TestRegion.with(.sqlite, now: TestRegion.now.adding(minutes: 600)) { region in
            let (id, _) = try await worked(region, exercise: true)
            try await region.change(as: "bureau", at: TestRegion.now.adding(minutes: 601)) { change in
                try change.summariseEvaluation("Goed geoefend", of: id)
            }
            try await region.change(as: "coordinerend", at: TestRegion.now.adding(minutes: 602)) { change in
                try change.approveEvaluation(of: id)
            }
            let source = PerformedActivity.Source(.deployment, key: id.description)
            let kinds = try await region.read { tx in try tx.performedActivities(from: source).map(\.kind) }
            #expect(kinds == [.exercise])
        }
    }

    @Test func `a few lines written afterwards count for as long as they say, after an approval too`()
        async throws
    {
        let minutes = try await TestRegion.with(.sqlite, now: TestRegion.now.adding(minutes: 600)) { region in
            let id = try await region.deployment()
            let person = try await region.people()[0].id
            for (content, key) in [
                (
                    EntryContent.small(
                        SmallDeployment(
                            askedBy: "", done: "Advies", handedTo: "", minutes: 25, isAdvice: true)),
                    "klein"
                ),
                (.member(DeploymentMember(person: person.description, function: Code("CO"))), "m"),
                (.ended(DeploymentEnding()), "e"),
            ] {
                try await region.record(EntryDraft(content, "Gedaan", key: key), in: id)
            }
            try await region.change(as: "bureau", at: TestRegion.now.adding(minutes: 601)) { change in
                try change.summariseEvaluation("Kort en goed", of: id)
            }
            try await region.change(as: "coordinerend", at: TestRegion.now.adding(minutes: 602)) { change in
                try change.approveEvaluation(of: id)
            }
            let source = PerformedActivity.Source(.deployment, key: id.description)
            return try await region.read { tx in
                try tx.performedActivities(from: source).map(\.minutes)
            }
        }
        #expect(minutes == [25])
    }

    @Test(arguments: TestEngine.allCases)
    func `a lesson is tied to a sub-activity of the plan, and leads there`(engine: TestEngine) async throws {
        let (form, page, part, trail) = try await TestRegion.with(engine) { region in
            let id = try await region.deployment()
            let activity = try #require(
                try await region.read { tx in try tx.plannedActivities().first { !$0.isOver } })
            let office = try await region.client("bureau")
            let path = "/inzetten/\(id)/evaluatie"
            let form = try await office.get(path).body
            _ = try await office.post(
                "\(path)/lessen",
                [
                    "tekst": "Bel eerder", "actie": "Taakkaart", "wie": "Bureau", "uiterlijk": "1-2-2027",
                    "deelactiviteit": "\(activity.id)",
                ])
            let part = try await region.read { tx in try tx.evaluation(of: id)?.lessons.first?.part }
            let trail = try await office.get("/plan/\(activity.plan)?onderdeel=\(activity.id)").body
            return (form, try await office.get(path).body, part == activity.id, trail)
        }
        #expect(trail.contains("Bel eerder</a>: Taakkaart, open"))
        #expect(form.contains("Hoort bij deelactiviteit van het plan"))
        #expect(page.contains("In het plan: <a href=\"/plan/"))
        #expect(part)
    }

    @Test func `a text that is too long comes back whole, in evaluation, aftermath and review`() async throws
    {
        let long = String(repeating: "woord ", count: 2_000) + "slot"
        let answers = try await TestRegion.with(.sqlite) { region in
            let id = try await region.change(as: "bureau") { change in
                try change.openDeployment(
                    OpeningRequest(
                        key: "l", title: "Water", municipalities: [Code("GM0613")],
                        flexible: FlexibleScaling(domain: .physical)))
            }
            let file = try await region.change(as: "bureau") { change in
                try change.openAftermath(of: id, in: Code("GM0613"))
            }
            let office = try await region.client("bureau")
            _ = try await office.get("/inzetten/\(id)/evaluatie")
            return [
                try await office.post(
                    "/inzetten/\(id)/evaluatie/lessen",
                    ["tekst": long, "actie": "Bel", "wie": "Bureau", "uiterlijk": "1-2-2027"]),
                try await office.post(
                    "/nafase/\(file)/punten", ["dossier": "\(file)", "onderwerp": "damage", "wat": long]),
                try await office.post(
                    "/inzetten/\(id)/toets", ["sleutel": "t", "verstandig": "yes", "waaromverstandig": long]),
            ]
        }
        for answer in answers {
            #expect(answer.status == 422)
            #expect(answer.body.contains("Dit is te lang: 12.004 tekens."))
            #expect(answer.body.contains("woord slot"))
        }
    }

    @Test func `a lesson without action, name or day is refused at its fields`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let id = try await region.deployment()
            let office = try await region.client("bureau")
            _ = try await office.get("/inzetten/\(id)/evaluatie")
            let refused = try await office.post(
                "/inzetten/\(id)/evaluatie/lessen",
                ["tekst": "Bel eerder", "actie": "", "wie": "", "uiterlijk": "x"])
            #expect(refused.body.contains("Schrijf op wat we eraan doen."))
            #expect(refused.body.contains("Vul een dag in"))
            #expect(refused.body.contains("Bel eerder"))
            #expect(try await region.read { tx in try tx.evaluation(of: id) } == nil)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a lesson cannot be due on a day that is over`(engine: TestEngine) async throws {
        let seen = try await TestRegion.with(engine) { region in
            let id = try await region.deployment()
            let office = try await region.client("bureau")
            _ = try await office.get("/inzetten/\(id)/evaluatie")
            func add(_ day: String) async throws -> TestClient.Answer {
                try await office.post(
                    "/inzetten/\(id)/evaluatie/lessen",
                    ["tekst": "Bel eerder", "actie": "Taakkaart", "wie": "Bureau", "uiterlijk": day])
            }
            return (try await add("22-11-2026"), try await add("23-11-2026").status)
        }
        #expect(seen.0.status == 422 && seen.0.body.contains("Deze dag is voorbij"))
        #expect(seen.0.body.contains("value=\"22-11-2026\"") && seen.1 == 303)
    }

    @Test func `nobody without the right writes or approves one`() async throws {
        try await TestRegion.with(.sqlite, now: TestRegion.now.adding(minutes: 600)) { region in
            let (id, _) = try await worked(region)
            for name in ["ambtenaar", "informatie", "meldkamer", "bestuur"] {
                await #expect(throws: WebFailure.forbidden) {
                    try await region.change(as: name) { change in
                        try change.summariseEvaluation("x", of: id)
                    }
                }
                await #expect(throws: WebFailure.forbidden) {
                    try await region.change(as: name) { change in try change.approveEvaluation(of: id) }
                }
            }
        }
    }
}
