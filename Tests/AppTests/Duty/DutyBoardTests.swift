import Domain
import TestSupport
import Testing
import Web

@testable import App

@Suite struct DutyBoardTests {
    private func board(
        _ name: String, _ region: TestRegion, at now: Instant = TestRegion.now,
        municipality: Code<Municipality>? = nil, function: Code<CrisisFunction>? = nil
    ) async throws -> DutyBoard {
        let visit = try await region.visit(name, at: now)
        return try await region.read { tx in
            try DutyBoard(visit, tx, municipality: municipality, function: function)
        }
    }

    private func numbers(on board: DutyBoard) -> Int {
        board.lines.flatMap(\.present).count { $0.number != nil }
    }

    @Test(arguments: TestEngine.allCases)
    func `the duty changes at noon on Monday, to the millisecond`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let change = Amsterdam.instant(TestMoments.startDay, hour: 12)
            let before = try await board("bureau", region, at: Instant(milliseconds: change.milliseconds - 1))
            let after = try await board("bureau", region, at: change)
            #expect(before.lines.count == 11)
            for old in before.lines {
                let new = try #require(after.lines.first { $0.line.code == old.line.code })
                #expect(old.present.allSatisfy { $0.duty.interval.end == change })
                #expect(new.present.allSatisfy { $0.duty.interval.start == change })
                #expect(old.next.map(\.id) == new.present.map(\.id), "\(old.line.code)")
                #expect(old.present.count <= 2)
            }
        }
    }

    @Test func `what is not covered stands first`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let early = TestMoments.start.adding(minutes: 60)
            let lines = try await board("bureau", region, at: early).lines.map(\.isCovered)
            #expect(lines.first == false)
            #expect(lines == lines.filter { !$0 } + lines.filter { $0 })
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a board is narrowed to the lines that serve a municipality, and to a function`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let schiedam = try await board("bureau", region, municipality: Code("GM0606"))
            #expect(schiedam.lines.count == 10)
            #expect(schiedam.lines.contains { $0.line.code.text == "OVDBZ-NOORD" })
            #expect(!schiedam.lines.contains { $0.line.code.text == "OVDBZ-ZUID" })
            let officers = try await board("bureau", region, function: Code("OVDBZ"))
            #expect(officers.lines.map(\.line.code.text) == ["OVDBZ-NOORD", "OVDBZ-ZUID"])
            let none = try await board("bureau", region, municipality: Code("GM0363"))
            #expect(none.heading == "Er zijn geen piketlijnen voor deze keuze")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the board says what the proof says of this minute`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            for hour in stride(from: 0, to: 24 * 14, by: 31) {
                let moment = TestRegion.now.adding(minutes: hour * 60)
                let report = try await region.read { tx in
                    try tx.coverageReport(during: Interval(moment, moment.adding(minutes: 1)))
                }
                let board = try await board("bureau", region, at: moment)
                let open = Set(report.gaps.map(\.line.code))
                #expect(Set(board.uncovered.map(\.line.code)) == open, "\(moment.iso8601)")
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `numbers are for the planner, the control room and the own municipality`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let planner = try await board("bureau", region)
            let present = planner.lines.flatMap(\.present).count
            #expect(present >= 11)
            #expect(numbers(on: planner) == present)
            #expect(numbers(on: try await board("meldkamer", region)) == present)
            for name in ["secretaris", "burgemeester", "coordinerend"] {
                #expect(numbers(on: try await board(name, region)) == 0, "\(name)")
            }
            let own = try await region.ownMunicipality()
            let people = try await region.people()
            let official = try await board("ambtenaar", region)
            for person in official.lines.flatMap(\.present) {
                let employer = people.first { $0.id == person.id }?.municipality
                #expect((person.number != nil) == (employer == own))
            }
            for line in planner.lines { #expect(line.next.allSatisfy { $0.number == nil }) }
        }
    }

    @Test func `somebody on duty sees their own number and no other`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let own = try #require(try await region.signedIn("functionaris").person)
            let week = DutyPeriod(at: TestRegion.now)
            try await region.change(as: "bureau") { change in
                for duty in try change.tx.duties(during: week.interval, person: own) {
                    try change.tx.setState(.replaced, ofDuty: duty.id)
                }
                try change.assignDuty(
                    Code("OVDBZ-ZUID"), .backup, week, person: own, explanation: "toets")
            }
            let people = try await board("functionaris", region).lines.flatMap(\.present)
            #expect(people.filter { $0.number != nil }.map(\.id) == [own])
        }
    }

    @Test(arguments: ["/", "/rooster"])
    func `only who may sees numbers on the page, and the reasons only the planner`(path: String) async throws
    {
        try await TestRegion.with(.sqlite) { region in
            let own = try await region.ownMunicipality()
            for role in Role.allCases {
                let answer = try await region.client(role.sampleName).get(path)
                guard answer.status == 200 else { continue }
                let numbers = PrivacyReading(page: answer.body).numbers
                let owners = try await region.read { tx in
                    try tx.functionaries().filter { person in
                        try tx.channels(of: person.id).contains { numbers.contains($0.address) }
                    }
                }
                switch role {
                case .regionalOffice, .controlRoom: #expect(numbers.count >= 11, "\(role)")
                case .crisisOfficial: #expect(owners.allSatisfy { $0.municipality == own })
                default: #expect(numbers.isEmpty, "\(role)")
                }
                if role != .regionalOffice { #expect(!answer.body.contains("telt niet mee"), "\(role)") }
            }
        }
    }
}
