import Domain
import Storage
import TestSupport
import Testing
import Web

@testable import App

/// A mayor calls: 450 people need a roof for three weeks. It is no GRIP, it lasts, and afterwards it is reviewed.
@Suite struct ShelterWeeksTests {
    private static let weeksMinutes = 21 * 24 * 60

    private func record(
        _ content: EntryContent, _ text: String, _ key: String, in id: ID<Deployment>, _ region: TestRegion,
        at minutes: Int, replacing number: Int? = nil
    ) async throws {
        var draft = EntryDraft(content, text, key: key)
        if let number { draft.replaces = [number] }
        let written = draft
        try await region.record(written, in: id, at: TestRegion.now.adding(minutes: minutes))
    }

    /// Three weeks of counts: they come in over two days and leave in the last.
    private func shelter(_ id: ID<Deployment>, _ region: TestRegion) async throws {
        let hall = Shelter(
            kind: .crisis, name: "Evenementenhal", capacity: 450, facilities: [.food, .sanitary, .beds],
            keyholder: "Beheerder", register: "SIS 2026-17")
        try await record(.shelter(hall), "Hal wordt klaargemaakt", "o", in: id, region, at: 60)
        let preparing = try #require(try await region.state(id).shelters.first?.entry)
        let open = hall.moved(to: .open, at: TestRegion.now.adding(minutes: 8 * 60))
        try await record(
            .shelter(open), "Hal is open", "op", in: id, region, at: 8 * 60, replacing: preparing.number)
        let standing = try #require(try await region.state(id).shelters.first?.entry)
        let thing = try #require(standing.thing)
        for day in 0...20 {
            let people = day == 0 ? 120 : day == 1 ? 310 : day < 19 ? 450 : 450 - (day - 18) * 200
            try await record(
                .shelterCount(ShelterCount(shelter: thing, people: people)), "\(people) geteld", "t\(day)",
                in: id,
                region, at: 9 * 60 + day * 24 * 60)
        }
        let closed = open.moved(to: .closed, at: TestRegion.now.adding(minutes: Self.weeksMinutes))
        try await record(
            .shelter(closed), "Hal is dicht", "d", in: id, region, at: Self.weeksMinutes,
            replacing: standing.number)
    }

    @Test(arguments: TestEngine.allCases)
    func `450 people stay three weeks, and afterwards the region asks whether it was wise and legitimate`(
        engine: TestEngine
    ) async throws {
        let after = TestRegion.now.adding(minutes: Self.weeksMinutes + 24 * 60)
        try await TestRegion.with(engine, now: after) { region in
            let id = try await region.change(as: "meldkamer") { change in
                try change.beginDeployment(
                    OpeningRequest(
                        key: "k", title: "Opvang van 450 mensen", municipalities: [Code("GM0613")],
                        flexible: FlexibleScaling(domain: .social, askedBy: "Burgemeester"),
                        template: "opvang"))
            }
            try await shelter(id, region)
            let office = try await region.client("bureau")
            let page = try await office.get("/inzetten/\(id)/opvang").body
            // The norms of three hours, ten per cent and two days are for acute shelter only.
            #expect(!page.contains("nl-alert--warning"))
            #expect(page.contains("Samen \(Dutch.number(Self.personHours)) uur opvang"))
            #expect(page.contains("SIS 2026-17"))
            try await record(
                .ended(DeploymentEnding()), "Afgesloten", "e", in: id, region, at: Self.weeksMinutes + 60)
            #expect(try await office.get("/toetsen").body.contains("1 toets nog te doen"))
            _ = try await office.get("/inzetten/\(id)/toets")
            let closed = try await office.post(
                "/inzetten/\(id)/toets",
                [
                    "sleutel": "toets", "verstandig": "yes", "waaromverstandig": "Niemand sliep buiten",
                    "legitiem": "undecidable", "waaromlegitiem": "Het besluit van het college is er nog niet",
                    "les": "Spreek vooraf af wie de hal betaalt", "besprokenmet": "Burgemeester",
                    "besprokenop": "15-12-2026", "uren-GM0613": "1260", "kosten-GM0613": "98.500,00",
                    "klaar": "ja",
                ])
            #expect(closed.notice == "De toets is afgerond.")
            let next = try await office.get("/inzetten/opschalen?gemeente=GM0606").body
            #expect(next.contains("Spreek vooraf af wie de hal betaalt"))
            #expect(next.contains("niet te beoordelen"))
            let board = try await region.client("bestuur")
            let counts = try await board.get("/toetsen/stand").body
            #expect(counts.contains("1 keer flexibel opgeschaald en getoetst; 0 nog open"))
            #expect(!counts.contains("Albrandswaard") && !counts.contains("450 mensen"))
            let report = try await office.get("/inzetten/\(id)/stukken/verslag").body
            #expect(report.contains("Evenementenhal"))
            #expect(report.contains("450"))
        }
    }

    /// Reckoned apart from the product: each count lasts a day, the last until the doors close 15 hours later.
    private static let personHours = (120 + 310 + 17 * 450 + 250) * 24 + 50 * 15
}
