import Domain
import Storage
import TestSupport
import Testing
import Web

@testable import App

@Suite struct OpenDeploymentTests {
    @Test(arguments: TestEngine.allCases)
    func `opening writes down that it was opened and the level that was declared`(
        engine: TestEngine
    ) async throws {
        try await TestRegion.with(engine) { region in
            let opened = try await region.application.openDeployment(
                OpeningRequest(
                    key: "k", title: "Brand", municipalities: [Code("GM0613")],
                    declaration: Declaration(level: .two, municipalities: [Code("GM0613")])))
            #expect(opened.number == "2026-001")
            #expect(opened.level == .two)
            #expect(opened.municipalities == ["GM0613"])
            #expect(!opened.isExercise)
            let timeline = try #require(
                try await region.application.deploymentTimeline(opened.id, at: nil))
            #expect(timeline.entries.map(\.kind) == ["opened", "level"])
            #expect(timeline.entries.last?.text.contains("GRIP 2") == true)
            #expect(timeline.entries.allSatisfy { $0.recordedAt == TestRegion.now })
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the same key is the same deployment, another key the next number`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let first = try await region.deployment(key: "a")
            let again = try await region.deployment(key: "a")
            let second = try await region.deployment(key: "b")
            #expect(first == again)
            #expect(first != second)
            let numbers = try await region.read { tx in try tx.runningDeployments().map(\.number) }
            #expect(Set(numbers) == ["2026-001", "2026-002"])
        }
    }

    @Test func `scaling up outside GRIP starts at once and opens a review that is due`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let opened = try await region.application.openDeployment(
                OpeningRequest(
                    key: "k", title: "Onrust", municipalities: [Code("GM0613")],
                    flexible: FlexibleScaling(domain: .social)))
            #expect(opened.level == nil)
            #expect(opened.domain == .social)
            let reviews = try await region.read { tx in try tx.openReviews() }
            #expect(reviews.map(\.mode) == [.flexible])
            #expect(reviews.first?.reviewDueOn == TestMoments.startDay.adding(days: 28))
            let id = try #require(reviews.first?.id)
            let open = try #require(
                try await region.state(id).standing.last { $0.content.kind == .review })
            var answer = EntryDraft(
                .review(
                    ScalingReview(
                        dueOn: "2026-12-21", wise: ReviewAnswer(.yes, grounds: "Nodig"),
                        legitimate: ReviewAnswer(.no, grounds: "Zonder bevoegdheid"), lesson: "Bel eerder",
                        discussedWith: "de burgemeester", discussedOn: "2026-12-15", isClosed: true)),
                "Getoetst", key: "toets")
            answer.replaces = [open.number]
            let given = answer
            _ = try await region.record(given, in: id)
            #expect(try await region.read { tx in try tx.openReviews() }.isEmpty)
            #expect(try await region.state(id).review?.legitimate?.verdict == .no)
        }
    }

    @Test func `without a title or a place nobody would find it again`() async throws {
        try await TestRegion.with(.sqlite) { region in
            func refusal(_ title: String, _ places: [Code<Municipality>]) async -> OpeningRefusal? {
                do {
                    _ = try await region.application.openDeployment(
                        OpeningRequest(key: "k", title: title, municipalities: places))
                    return nil
                } catch {
                    return error as? OpeningRefusal
                }
            }
            #expect(await refusal("", [Code("GM0613")]) == .noTitle)
            #expect(await refusal("Brand", []) == .noMunicipality)
            #expect(await refusal("Brand", [Code("GM9999")]) == .unknownMunicipality(Code("GM9999")))
        }
    }

    @Test func `who is not on duty and in no office opens none`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let request = OpeningRequest(key: "k", title: "Brand", municipalities: [Code("GM0613")])
            for name in ["functionaris", "ambtenaar", "bestuur"] {
                await #expect(throws: WebFailure.forbidden) {
                    try await region.change(as: name) { change in _ = try change.openDeployment(request) }
                }
            }
        }
    }
}
