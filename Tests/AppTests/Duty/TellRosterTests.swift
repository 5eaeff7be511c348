import Domain
import Storage
import TestSupport
import Testing

@testable import App

/// A roster is published with notice: people hear it, and whoever publishes late is told what the law asks.
@Suite struct TellRosterTests {
    private static let line = Code<DutyLine>("OGA-REGIO")
    private static let weeks = [14, 21].map { DutyPeriod(weekOf: TestMoments.startDay.adding(days: $0)) }
    private static let horizon = Interval(weeks[0].interval.start, weeks[1].interval.end)

    private func draft(_ region: TestRegion, _ weeks: [DutyPeriod] = weeks) async throws -> ID<Roster> {
        try await region.change(as: "bureau") { change in
            try change.makeRotation(lines: [Self.line], periods: weeks).roster
        }
    }

    private func published(_ region: TestRegion) async throws -> [ID<Functionary>: Set<Duty>] {
        try await region.read { tx in
            Dictionary(grouping: try tx.duties(during: Self.horizon, line: Self.line), by: \.person)
                .mapValues { Set($0.map(\.duty)) }
        }
    }

    /// By the person it is for.
    private func letters(_ roster: ID<Roster>, _ region: TestRegion) async throws -> [String: String] {
        let prefix = "roster-published \(roster) "
        return try await region.read { tx in
            try tx.rows("SELECT mail_key, body FROM mail ORDER BY mail_key").reduce(into: [:]) {
                letters, row in
                let key = try row.text("mail_key")
                if key.hasPrefix(prefix) {
                    letters[String(key.dropFirst(prefix.count))] = try row.text("body")
                }
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `everybody whose duties change gets a letter with what they have now, and nobody else`(
        engine: TestEngine
    ) async throws {
        try await TestRegion.with(engine) { region in
            let before = try await published(region)
            // Somebody who cannot any more: the draft names another.
            let absent = try #require(
                try await region.onDuty(Self.line.text, Self.weeks[0], .first))
            try await region.change(as: "bureau") {
                try $0.recordAbsence(of: absent, during: Self.weeks[0].interval)
            }
            let roster = try await draft(region)
            try await region.change(as: "bureau") { try $0.publishRoster(roster) }
            let after = try await published(region)
            let mailed = try await region.read { tx in
                Set(try tx.channelsByPerson().filter { $1.contains { $0.kind == .email } }.keys)
            }
            let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
            let letters = try await letters(roster, region)
            #expect(!changed.isEmpty)
            #expect(Set(letters.keys) == Set(changed.intersection(mailed).map(\.description)))
            for person in changed.intersection(mailed) {
                let says = after[person] == nil ? "geen dienst meer" : "Je diensten:"
                #expect(letters[person.description]?.contains(says) == true)
            }
        }
    }

    @Test func `a draft that begins soon says how many days the law asks, a later one does not`() async throws
    {
        try await TestRegion.with(.sqlite) { region in
            let soon = try await draft(region)
            let late = try await draft(
                region, [DutyPeriod(weekOf: TestMoments.startDay.adding(days: 70))])
            let client = try await region.client("bureau")
            let warned = try await client.get("/rooster/concept/\(soon)").body
            #expect(warned.contains("begint over 14 dagen") && warned.contains("28 dagen vooraf bekend"))
            #expect(warned.contains("week 1 van 2"))
            let second = try await client.get("/rooster/concept/\(soon)?week=1").body
            #expect(second.contains("week 2 van 2") && second != warned)
            let calm = try await client.get("/rooster/concept/\(late)").body
            #expect(!calm.contains("vooraf bekend"))
            try await region.change(as: "bureau") { try $0.publishRoster(soon) }
            let record = try #require(try await region.records(of: "roster.published").last)
            let after = record.after ?? ""
            #expect(after.contains("dagen vooraf") && after.contains("14"))
        }
    }
}
