import Domain
import Storage
import TestSupport
import Testing
import Web

@testable import App

@Suite struct AnswerAlarmTests {
    @Test(arguments: TestEngine.allCases)
    func `promises stop the calling, work fills, and the others hear that they are not needed`(
        engine: TestEngine
    )
        async throws
    {
        try await TestRegion.with(engine) { region in
            let raised = try await region.raise(TestRegion.request([("OVDBZ", 1)]))
            try await region.deliverAll()
            let called = try await region.people(raised.id, .called)
            let first = try #require(called.first)
            let promised = try await region.answer(raised.id, first, "JA 20")
            #expect(promised == .promised(post: 0))
            let confirmation = try await region.deliverAll()
            #expect(confirmation.contains { $0.text.contains("Genoteerd: je komt als OvD-Bz") })
            let status = try #require(try await region.status(raised.id))
            #expect(status.posts[0].promised == 1)
            #expect(status.state == "open")
            let working = try await region.answer(raised.id, first, "aanwezig")
            #expect(working == .startedWork(post: 0))
            #expect(try await region.status(raised.id)?.state == "filled")
            let released = try await region.deliverAll().filter { $0.text.contains("Er zijn genoeg mensen") }
            #expect(released.count == called.count - 1)
            #expect(
                try await region.answer(raised.id, called.last, "ja 10")
                    == (called.count > 1 ? .tooLate : .repeated))
        }
    }

    @Test func `an answer from a number nobody knows is kept and changes nothing`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let raised = try await region.raise()
            let before = try await region.status(raised.id)?.posts.map(\.promised)
            #expect(try await region.answer(raised.id, nil, "JA 20") == .notCalled)
            #expect(try await region.status(raised.id)?.posts.map(\.promised) == before)
            let answers = try await region.read { tx in try tx.answers(of: raised.id) }
            #expect(answers.map(\.effect) == ["notCalled"])
        }
    }

    @Test func `what cannot be understood is asked back over the same way`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let raised = try await region.raise()
            try await region.deliverAll()
            let person = try #require(try await region.people(raised.id, .called).first)
            #expect(try await region.answer(raised.id, person, "wat is er?") == .unclear)
            let sent = try await region.deliverAll()
            #expect(sent.contains { $0.text.contains("Dat begrijpen we niet") })
        }
    }

    @Test func `who may not follow an alarm answers only for themselves`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let raised = try await region.raise()
            let other = try #require(try await region.people(raised.id, .called).first)
            await #expect(throws: WebFailure.forbidden) {
                try await region.change(as: "burgemeester") { change in
                    _ = try change.answerAlarm(raised.id, by: other, .declined, way: .page)
                }
            }
            let answers = try await region.read { tx in try tx.answers(of: raised.id).count }
            #expect(answers == 0)
        }
    }
}
