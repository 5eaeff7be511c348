import Domain
import Storage
import TestSupport
import Testing

@testable import App

/// A gap reaches the planner the moment it appears, and daily for the weeks ahead (spec V4).
@Suite struct TellPlannersTests {
    private static let week = DutyPeriod(weekOf: TestMoments.startDay.adding(days: 14))
    private static let line = Code<DutyLine>("OGA-REGIO")

    private func mails(_ prefix: String, _ region: TestRegion) async throws -> [String] {
        try await region.read { tx in
            try tx.rows("SELECT mail_key, body FROM mail ORDER BY mail_key").filter {
                try $0.text("mail_key").hasPrefix(prefix)
            }.map { try $0.text("body") }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a new gap is mailed at once, without a name, and again every day while it is open`(
        engine: TestEngine
    )
        async throws
    {
        try await TestRegion.with(engine) { region in
            let line = try await region.line(Self.line.text)
            let person = try #require(try await region.fitAndFree(line, Self.week).first)
            try await region.change(as: "bureau") { change in
                try change.assignDuty(Self.line, .first, Self.week, person: person.id, explanation: "")
                try change.assignDuty(Self.line, .backup, Self.week, person: nil, explanation: "")
            }
            try await region.change(as: "bureau") { change in
                try change.assignDuty(Self.line, .first, Self.week, person: nil, explanation: "")
            }
            let opened = try await mails("gap-opened ", region)
            #expect(opened.contains { $0.contains("Sinds zojuist is niet alles bezet") })
            let people = try await region.people()
            #expect(!opened.contains { body in people.contains { body.contains($0.name.surname) } })
            for _ in 0..<2 {
                try await region.change(as: "bureau") { try $0.tellOpenGaps(for: TestMoments.startDay.iso) }
            }
            #expect(try await mails("gap-digest ", region).count == 1)
        }
    }
}
