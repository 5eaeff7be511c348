import Domain
import Storage
import TestSupport
import Testing
import Web

@testable import App

/// A gap is borne when the secretary of every municipality of the line says so (spec V3).
@Suite struct AcceptRiskTests {
    private static let week = DutyPeriod(weekOf: TestMoments.startDay.adding(days: 14))
    private static let line = Code<DutyLine>("OGA-REGIO")

    /// A week that nobody stands on, and its notice.
    private func gap(_ region: TestRegion) async throws -> GapNotice {
        try await region.change(as: "bureau") { change in
            for slot in DutySlot.allCases {
                try change.assignDuty(Self.line, slot, Self.week, person: nil, explanation: "")
            }
        }
        let notices = try await region.read { tx in
            try tx.openGapNotices(on: [Self.line], at: TestRegion.now)
        }
        return try #require(notices.first { $0.interval.overlaps(Self.week.interval) })
    }

    private func standing(
        _ risk: ID<AcceptedRisk>, _ region: TestRegion, at now: Instant = TestRegion.now
    ) async throws -> AcceptedRisk.Standing? {
        try await region.read { tx in try tx.risk(risk)?.standing(at: now) }
    }

    @Test(arguments: TestEngine.allCases)
    func `every secretary has to accept; the planner and a secretary of elsewhere cannot`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let notice = try await gap(region)
            let risk = try await region.change(as: "bureau") { change in
                try change.askRisk(notice.id, reason: "Vakantie; de buurlijn neemt op", through: nil)
            }
            let concerned = try #require(try await region.read { tx in try tx.risk(risk) }).answers.keys
                .sorted()
            #expect(try await standing(risk, region) == .asked(waiting: concerned.count))
            let planner = try await region.client("bureau").post(
                "/bezetting/risico/\(risk)/antwoord", ["gemeente": concerned[0].text, "antwoord": "ja"])
            #expect(planner.status == 403)
            let own = try #require(try await region.signedIn("secretaris").municipalities.first)
            let secretary = try await region.client("secretaris")
            let page = try await secretary.get("/bezetting/meldingen")
            #expect(page.body.contains("Aanvaardt u dit risico"))
            let other = try #require(concerned.first { $0 != own })
            let elsewhere = try await secretary.post(
                "/bezetting/risico/\(risk)/antwoord", ["gemeente": other.text, "antwoord": "ja"])
            #expect(elsewhere.status == 404)
            let mine = try await secretary.post(
                "/bezetting/risico/\(risk)/antwoord", ["gemeente": own.text, "antwoord": "ja"])
            #expect(mine.location == "/bezetting/meldingen")
            #expect(try await standing(risk, region) == .asked(waiting: concerned.count - 1))
            for municipality in concerned where municipality != own {
                try await region.storage.change(
                    by: .command("test"), at: TestRegion.now, randomness: .system
                ) { try $0.answerRisk(risk, for: municipality, accepts: true) }
            }
            #expect(try await standing(risk, region) == .accepted)
            let after = try await secretary.get("/bezetting/meldingen")
            #expect(after.body.contains("risico aanvaard"))
            #expect(try await region.records(of: "risk.accepted").count == concerned.count)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a risk that lapsed, was declined or withdrawn leaves the gap open`(engine: TestEngine) async throws
    {
        try await TestRegion.with(engine) { region in
            let notice = try await gap(region)
            let last = Self.week.monday.adding(days: 2)
            let risk = try await region.change(as: "bureau") { change in
                try change.askRisk(notice.id, reason: "Even", through: last)
            }
            let lapse = Amsterdam.startOfDay(last.adding(days: 1))
            #expect(try await standing(risk, region, at: lapse) == .lapsed)
            let twice = try await region.refusal {
                _ = try $0.askRisk(notice.id, reason: "Nog eens", through: nil)
            }
            #expect(twice == .alreadyAsked)
            let municipality = try #require(
                try await region.read { tx in try tx.risk(risk) }?.answers.keys.min())
            try await region.storage.change(
                by: .command("test"), at: TestRegion.now, randomness: .system
            ) { try $0.answerRisk(risk, for: municipality, accepts: false) }
            #expect(try await standing(risk, region) == .declined)
            let late = try await region.refusal { try $0.answerRisk(risk, for: municipality, accepts: true) }
            #expect(late == .closed(.declined))
            let open = try await region.read { tx in try tx.openGapNotices(at: TestRegion.now) }
            #expect(open.contains { $0.id == notice.id })
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the form keeps what was typed and says what is missing`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let notice = try await gap(region)
            let client = try await region.client("bureau")
            let path = "/bezetting/meldingen/\(notice.id)/risico"
            #expect(try await client.get(path).status == 200)
            let refused = try await client.post(path, ["reden": "", "tot": "24-12-2026"])
            #expect(refused.status == 422)
            #expect(refused.body.contains("24-12-2026"))
            let asked = try await client.post(path, ["reden": "Kerst", "tot": ""])
            #expect(asked.location == "/bezetting/meldingen")
        }
    }
}

extension TestRegion {
    fileprivate func refusal(
        _ body: @escaping @Sendable (inout Change) throws -> Void
    ) async throws -> RiskRefusal? {
        do {
            try await storage.change(by: .command("test"), at: TestRegion.now, randomness: .system, body)
            return nil
        } catch let refusal as RiskRefusal {
            return refusal
        }
    }
}
