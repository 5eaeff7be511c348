import Domain
import Foundation
import Storage
import TestSupport
import Testing

@testable import App

/// The command as programs call it: a process of its own on the sample.
@Suite struct CompetenceCommandTests {
    private static let at = "2026-11-23T10:00:00+01:00"

    private struct Answer: Decodable {
        let at: String
        let function: String
        let people: [Person]

        struct Person: Decodable {
            let person: String
            let name: String
            let state: String
            let reasons: [Reason]
            let changesAt: String?
        }

        struct Reason: Decodable {
            let code: String
            let text: String
            let source: String?
            let until: String?
        }
    }

    private func run(_ region: TestRegion, _ arguments: [String]) async throws -> TestProcess.Verdict {
        let place: [String] =
            switch region.place {
            case .folder(let path): ["--data", path]
            case .postgres(let url): ["--database", url]
            }
        return try await TestProcess.run(
            TestProcess.executable("oranje"), ["competence"] + place + arguments)
    }

    @Test(arguments: TestEngine.allCases)
    func `everybody designated is in the JSON with every field, and the same as the page is made from`(
        engine: TestEngine
    ) async throws {
        let (ran, found) = try await TestRegion.with(engine) { region in
            let ran = try await run(region, ["--at", Self.at, "--function", "HTOABZ", "--json"])
            let found = try await region.read { tx in
                try FunctionCompetence(of: Code("HTOABZ"), at: TestRegion.now, tx)
            }
            return (ran, found)
        }
        #expect(ran.status == 0)
        let answer = try JSONDecoder().decode(Answer.self, from: Data(ran.text.utf8))
        #expect(answer.at == "2026-11-23T09:00:00Z")
        #expect(answer.function == "HTOABZ")
        #expect(answer.people.map(\.person) == found.people.map(\.person.id.description))
        #expect(answer.people.map(\.state) == found.people.map(\.assessment.competence.state.rawValue))
        #expect(answer.people.allSatisfy { !$0.name.isEmpty && !$0.reasons.isEmpty })
        #expect(answer.people.contains { $0.changesAt != nil })
        // What is unknown is null, not left out.
        let people = answer.people.count
        let reasons = answer.people.map(\.reasons.count).reduce(0, +)
        #expect(ran.text.matches(of: /"changesAt" :/).count == people)
        for key in ["source", "until"] {
            #expect(ran.text.split(separator: "\"\(key)\" :").count == reasons + 1, "\(key)")
        }
    }

    @Test func `words for people, and wrong use is told with its own status`() async throws {
        let (told, unknown, moment) = try await TestRegion.with(.sqlite) { region in
            (
                try await run(region, ["--at", Self.at, "--function", "OGA"]),
                try await run(region, ["--at", Self.at, "--function", "BESTAATNIET", "--json"]),
                try await run(region, ["--at", "gisteren", "--function", "OGA"])
            )
        }
        #expect(told.status == 0)
        #expect(told.text.contains("aangewezen."))
        #expect(told.text.contains("Basiscertificaat"))
        #expect(unknown.status == 2)
        #expect(unknown.text.contains("Functie BESTAATNIET staat niet in de catalogus"))
        #expect(moment.status == 2)
    }
}
