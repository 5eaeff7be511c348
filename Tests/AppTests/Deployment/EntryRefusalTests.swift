import Domain
import Foundation
import HTTPTypes
import Storage
import TestSupport
import Testing
import Web

@testable import App

/// What cannot be read back as it was meant is asked again, with everything that was typed.
@Suite struct EntryRefusalTests {
    private struct Typed: Sendable {
        let path: String
        let fields: KeyValuePairs<String, String>
        let answer: String
        let kept: String
    }

    private static let typed: [Typed] = [
        Typed(
            path: "/regels", fields: ["sleutel": "a", "tekst": "Rook trekt weg", "gebeurd": "gisteren"],
            answer: "‘gisteren’ is geen tijd die geweest is", kept: "Rook trekt weg"),
        Typed(
            path: "/regels", fields: ["sleutel": "b", "tekst": "Rook", "gebeurd": "31-02-2026 10.00"],
            answer: "‘31-02-2026 10.00’ is geen tijd die geweest is", kept: "Rook"),
        Typed(
            path: "/regels", fields: ["sleutel": "c", "tekst": "Rook", "gebeurd": "31-12-2099 10.00"],
            answer: "is geen tijd die geweest is", kept: "Rook"),
        Typed(
            path: "/regels", fields: ["sleutel": "d", "tekst": "Toch niet", "verbetert": "999"],
            answer: "Regel ‘999’ staat niet in dit log", kept: "Toch niet"),
        Typed(
            path: "/regels",
            fields: ["sleutel": "e", "tekst": String(repeating: "x", count: EntryDraft.textMax + 1)],
            answer: "Dit zijn 10.001 tekens; er passen er 10.000",
            kept: String(repeating: "x", count: EntryDraft.textMax + 1)),
        Typed(
            path: "/regels", fields: ["sleutel": "f", "tekst": "  ", "bron": "politie"],
            answer: "Er stond niets in", kept: "politie"),
        Typed(
            path: "/bezwaren", fields: ["sleutel": "g", "tekst": "Wij niet", "besluit": "9999"],
            answer: "Regel ‘9999’ staat niet in dit log", kept: "Wij niet"),
        Typed(
            path: "/acties", fields: ["sleutel": "h", "tekst": "Bel de school", "tijd": "straks"],
            answer: "‘straks’ is geen tijd die nog komt", kept: "Bel de school"),
        Typed(
            path: "/betrokkenen", fields: ["sleutel": "i", "betrokkenen": "-5", "waarom": "Hele flat"],
            answer: "‘-5’ is geen aantal", kept: "Hele flat"),
        Typed(
            path: "/betrokkenen", fields: ["sleutel": "j", "betrokkenen": "1e9", "waarom": "Hele flat"],
            answer: "‘1e9’ is geen aantal", kept: "Hele flat"),
    ]

    @Test(arguments: TestEngine.allCases)
    func `what nobody could read back is asked again, and nothing that was typed is lost`(
        engine: TestEngine
    ) async throws {
        let (answers, count) = try await TestRegion.with(engine) { region in
            let id = try await region.deployment()
            let client = try await region.client("bureau")
            _ = try await client.get("/inzetten/\(id)")
            var answers: [(Typed, TestClient.Answer)] = []
            for typed in Self.typed {
                answers.append((typed, try await client.post("/inzetten/\(id)\(typed.path)", typed.fields)))
            }
            return (answers, try await region.timeline(id).entries.count)
        }
        for (typed, answer) in answers {
            #expect(answer.status == 422, "\(typed.path) \(typed.fields)")
            #expect(answer.body.contains(typed.answer), "\(typed.path) \(typed.answer)")
            #expect(answer.body.contains(typed.kept), "\(typed.path) \(typed.kept)")
        }
        // Only the opening.
        #expect(count == 1)
    }

    @Test func `the form that came back is sent again with one field mended`() async throws {
        let (first, second, entry) = try await TestRegion.with(.sqlite) { region in
            let id = try await region.deployment()
            let client = try await region.client("bureau")
            _ = try await client.get("/inzetten/\(id)")
            let path = "/inzetten/\(id)/regels"
            let first = try await client.post(
                path, ["sleutel": "k", "tekst": "Rook", "gebeurd": "21-22-2026", "bron": "politie"])
            let second = try await client.post(
                path, ["sleutel": "k", "tekst": "Rook", "gebeurd": "20-11-2026 23.30 uur", "bron": "politie"])
            return (first, second, try await region.timeline(id).entries.last)
        }
        #expect(first.body.contains("<input type=\"hidden\" name=\"sleutel\" value=\"k\">"))
        #expect(first.body.contains("<input type=\"hidden\" name=\"bron\" value=\"politie\">"))
        #expect(second.status == 303)
        #expect(entry.map { Dutch.shortMoment($0.occurredAt) } == "20-11-2026 23.30")
    }

    @Test func `a page that runs scripts gets the reason as problem details`() async throws {
        let answer = try await TestRegion.with(.sqlite) { region in
            let id = try await region.deployment()
            let client = try await region.client("bureau")
            _ = try await client.get("/inzetten/\(id)")
            return try await client.post(
                "/inzetten/\(id)/regels", body: "sleutel=l&tekst=Rook&gebeurd=later",
                accept: "application/json")
        }
        #expect(answer.status == 422)
        let problem = try JSONSerialization.jsonObject(with: Data(answer.body.utf8)) as? [String: Any]
        #expect((problem?["detail"] as? String)?.hasPrefix("‘later’ is geen tijd die geweest is") == true)
        #expect(problem?["status"] as? Int == 422)
    }

    @Test func `a small deployment of minus five minutes is asked again`() async throws {
        let answers = try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("bureau")
            _ = try await client.get("/inzetten/klein")
            var answers: [TestClient.Answer] = []
            for minutes in ["-5", "1e9", "veel", "9999"] {
                answers.append(
                    try await client.post(
                        "/inzetten/klein",
                        [
                            "sleutel": "m", "gemeente": "GM0613", "gedaan": "Advies over stroom",
                            "minuten": minutes,
                        ]))
            }
            return answers
        }
        for answer in answers {
            #expect(answer.status == 422)
            #expect(answer.body.contains("Advies over stroom"))
            #expect(answer.body.contains("Schrijf een getal van 0 tot en met 2.880."))
        }
    }
}
