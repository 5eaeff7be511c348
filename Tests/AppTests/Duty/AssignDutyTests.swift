import Domain
import TestSupport
import Testing
import Web

@testable import App

@Suite struct AssignDutyTests {
    private static let week = DutyPeriod(weekOf: TestMoments.startDay.adding(days: 7))
    private static let oga = Code<DutyLine>("OGA-REGIO")

    private func assign(
        _ person: ID<Functionary>?, _ slot: DutySlot = .first, on line: Code<DutyLine> = oga,
        week period: DutyPeriod = week, because explanation: String = "", in region: TestRegion
    ) async throws {
        try await region.change(as: "bureau") { change in
            try change.assignDuty(line, slot, period, person: person, explanation: explanation)
        }
    }

    private func free(_ region: TestRegion) async throws -> Functionary {
        let line = try await region.line(Self.oga.text)
        return try #require(try await region.fitAndFree(line, Self.week).first)
    }

    @Test(arguments: TestEngine.allCases)
    func `an assignment holds at once, and who was there is kept as history`(engine: TestEngine) async throws
    {
        try await TestRegion.with(engine) { region in
            let before = try #require(try await region.onDuty("OGA-REGIO", Self.week, .first))
            let backup = try await region.onDuty("OGA-REGIO", Self.week, .backup)
            let person = try await free(region)
            try await assign(person.id, in: region)
            #expect(try await region.onDuty("OGA-REGIO", Self.week, .first) == person.id)
            #expect(try await region.onDuty("OGA-REGIO", Self.week, .backup) == backup)
            let old = try await region.read { tx in
                try tx.duties(.replaced, during: Self.week.interval, line: Self.oga)
            }
            #expect(old.map(\.person) == [before])
            let record = try #require(try await region.records(of: "duty.assigned").last)
            #expect(record.objectID == "OGA-REGIO first 2026-11-30")
            #expect(record.before?.contains(before.description) == true)
            #expect(record.after?.contains(person.id.description) == true)
            #expect(try await verifyJournal(region.storage).isWhole)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a place can be emptied`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            for slot in DutySlot.allCases { try await assign(nil, slot, in: region) }
            let duties = try await region.read { tx in
                try tx.duties(during: Self.week.interval, line: Self.oga)
            }
            #expect(duties.isEmpty)
            let gaps = try await region.read { tx in
                try tx.coverageReport(during: Self.week.interval).gaps.filter { $0.line.code == Self.oga }
            }
            #expect(gaps.map(\.interval) == [Self.week.interval])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `nobody is put on two lines at once, whatever the explanation`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let elsewhere = try #require(try await region.onDuty("CO-REGIO", Self.week, .first))
            let refusal = DutyRefusal.onOtherLine(Code("CO-REGIO"), Self.week.interval)
            await #expect(throws: refusal) {
                try await assign(elsewhere, because: "Het moet.", in: region)
            }
            let first = try #require(try await region.onDuty("OGA-REGIO", Self.week, .first))
            await #expect(throws: DutyRefusal.sameSlotTwice) {
                try await assign(first, .backup, because: "Het moet.", in: region)
            }
            #expect(try await region.records(of: "duty.assigned").isEmpty)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `who does not count is refused with the reasons, and accepted with an explanation`(
        engine: TestEngine
    )
        async throws
    {
        try await TestRegion.with(engine) { region in
            let person = try await free(region)
            let saturday = Amsterdam.instant(Self.week.monday.adding(days: 5), hour: 10)
            let absence = Interval(saturday, saturday.adding(minutes: 120))
            try await region.change(as: "bureau") { try $0.recordAbsence(of: person.id, during: absence) }
            await #expect(throws: DutyRefusal.unfit([.absent(until: absence.end)])) {
                try await assign(person.id, in: region)
            }
            try await assign(person.id, because: "Ruilt zaterdag zelf.", in: region)
            let stored = try #require(
                try await region.read { tx in
                    try tx.duties(during: Self.week.interval, line: Self.oga, person: person.id).first
                })
            #expect(stored.explanation == "Ruilt zaterdag zelf.")
            #expect(stored.maker == .hand)
            let record = try #require(try await region.records(of: "duty.assigned").last)
            // What is said of a person is theirs, also in the journal.
            #expect(record.after?.contains("toelichting") == true)
            #expect(record.after?.contains("zaterdag") == false)
        }
    }

    @Test func `somebody without the function is told as such`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let ogaPeople = Set(
                try await region.read { tx in
                    try tx.designations().filter { $0.function.text == "OGA" }.map(\.person)
                })
            let busy = Set(
                try await region.read { tx in try tx.duties(during: Self.week.interval).map(\.person) })
            let person = try await region.person { !ogaPeople.contains($0.id) && !busy.contains($0.id) }
            await #expect {
                try await assign(person.id, in: region)
            } throws: { error in
                guard case DutyRefusal.unfit(let refusals) = error else { return false }
                return refusals.contains(.notDesignated)
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a week that is over stays as it was, the running one may change`(engine: TestEngine) async throws {
        // Monday 23 November, 10:00: the week of the 16th runs until noon.
        let running = DutyPeriod(at: TestRegion.now)
        let past = DutyPeriod(weekOf: running.monday.adding(days: -7))
        try await TestRegion.with(engine) { region in
            await #expect(throws: DutyRefusal.inThePast) {
                try await assign(nil, .first, week: past, in: region)
            }
            let before = try #require(try await region.onDuty("OGA-REGIO", running, .first))
            try await assign(nil, .first, week: running, in: region)
            let served = try await region.read { tx in
                try tx.duties(during: running.interval, line: Self.oga).filter { $0.duty.slot == .first }
            }
            // Who had the duty until now keeps it in the record.
            #expect(served.map(\.person) == [before])
            #expect(served.map(\.duty.interval) == [Interval(running.interval.start, TestRegion.now)])
            await #expect(throws: DutyRefusal.inThePast) {
                try await region.change(as: "bureau", at: running.interval.end) { change in
                    try change.assignDuty(Self.oga, .backup, running, person: nil, explanation: "")
                }
            }
        }
    }

    @Test func `a line or a person that is not there is refused`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let person = try await free(region)
            await #expect(throws: DutyRefusal.unknownLine) {
                try await assign(person.id, .first, on: Code("XX-REGIO"), in: region)
            }
            let nobody = try #require(ID<Functionary>("01a13951-0000-7000-8000-000000000000"))
            await #expect(throws: DutyRefusal.unknownPerson) { try await assign(nobody, in: region) }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the form tells why not and keeps the choice, and assigns when all is well`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let client = try await region.client("bureau")
            let path = "/rooster/lijn/OGA-REGIO/2026-11-30/first"
            let elsewhere = try #require(try await region.onDuty("CO-REGIO", Self.week, .first))
            let refused = try await client.post(
                path, ["persoon": elsewhere.description, "toelichting": "Zo getypt"])
            #expect(refused.status == 422)
            #expect(refused.body.contains("id=\"persoon-fout\""))
            #expect(refused.body.contains("CO-REGIO"))
            #expect(refused.body.contains("value=\"Zo getypt\""))
            let person = try await free(region)
            #expect(try await client.get(path).body.contains("<option value=\"\(person.id)\""))
            let done = try await client.post(path, ["persoon": person.id.description])
            #expect(done.location == "/rooster/lijn/OGA-REGIO?van=2026-11-30")
            #expect(
                try await client.get("/rooster/lijn/OGA-REGIO?van=2026-11-30").body.contains(
                    person.name.full.escaped))
            for wrong in [
                "OGA-REGIO/2026-12-01/first", "OGA-REGIO/2026-11-30/derde", "XX-REGIO/2026-11-30/first",
            ] {
                #expect(try await client.get("/rooster/lijn/\(wrong)").status == 404, "\(wrong)")
            }
            #expect(try await client.post(path, ["persoon": "niemand"]).status == 422)
        }
    }
}

extension String {
    /// As it stands on a page.
    var escaped: String {
        let html: HTML = "\(self)"
        return html.text
    }
}
