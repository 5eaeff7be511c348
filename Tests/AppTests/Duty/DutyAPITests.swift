import Domain
import HTTPTypes
import TestSupport
import Testing
import Web

@testable import App

@Suite struct DutyAPITests {
    @Test(arguments: TestEngine.allCases)
    func `lines and duties are read as they are stored, in parts`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let client = try await region.api("bureau")
            let lines = try await client.get("/piketlijnen").decodedList(LineResource.schema)
            #expect(lines.map(\.code) == (try await region.read { tx in try tx.lines() }.map(\.code)))
            let one = try await client.get("/piketlijnen/\(lines[0].code)").decoded(LineResource.schema)
            #expect(one == lines[0])
            let interval = Interval(TestRegion.now, TestRegion.now.adding(minutes: 4 * 7 * 24 * 60))
            let stored = try await region.read { tx in try tx.duties(during: interval) }
            var read: [ID<StoredDuty>] = []
            var path: String? = "/diensten?limiet=20"
            while let current = path, read.count <= stored.count {
                let answer = try await client.get(current)
                read += try answer.decodedList(DutyResource.schema).map(\.id)
                path = try answer.next
            }
            #expect(read == stored.map(\.id))
            let ofLine = try await client.get("/diensten?limiet=200&piketlijn=\(lines[0].code)")
            #expect(Set(try ofLine.decodedList(DutyResource.schema).map(\.line)) == [lines[0].code])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `somebody is put on a place, and whoever does not count only with a reason`(
        engine: TestEngine
    ) async throws {
        try await TestRegion.with(engine) { region in
            let client = try await region.api("bureau")
            let line = try await region.line("OVDBZ-NOORD")
            let week = ISOWeek(DutyPeriod(weekOf: TestMoments.startDay.adding(days: 70)))
            let path = "/piketlijnen/\(line.code)/weken/\(week.text)/plaatsen/eerste"
            let fit = try #require(try await region.fitAndFree(line, week.period).first)
            let before = try await client.get(path)
            let put = try await client.put(path, #"{"functionarisId":"\#(fit.id)"}"#, match: before.tag)
            #expect(put.status == 200)
            #expect(try put.decoded(PlaceResource.schema).person == fit.id)
            #expect(try await region.onDuty(line.code.text, week.period, .first) == fit.id)
            let unfit = try await region.person { person in
                person.id != fit.id && person.municipality != fit.municipality
            }
            let refused = try await client.put(
                path, #"{"functionarisId":"\#(unfit.id)"}"#, match: put.tag)
            #expect([200, 409].contains(refused.status))
            if refused.status == 409 { #expect(try refused.faultPlaces == ["#/functionarisId"]) }
            let nobody = try await client.put(
                path, #"{"functionarisId":"01a13951-0000-7000-8000-000000000000"}"#, match: "*")
            #expect(nobody.status == 409)
            let emptied = try await client.put(path, #"{"functionarisId":null}"#, match: "*")
            #expect(try emptied.decoded(PlaceResource.schema).person == nil)
            #expect(try await client.get(path.replacing("NOORD", with: "MAAN")).status == 404)
            #expect(try await client.get(path.replacing(week.text, with: "2027-W53")).status == 400)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a draft is made, read, published with its tag, and another thrown away`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let client = try await region.api("bureau")
            let body = #"{"begindatum":"2028-01-03","weken":2,"piketlijnen":["OVDBZ-NOORD"]}"#
            let made = try await client.post("/roosters", body)
            #expect(made.status == 201)
            let roster = try made.decoded(RosterResource.schema)
            let path = "/roosters/\(roster.id)"
            #expect(try await client.get("/roosters").decodedList(RosterResource.schema).contains(roster))
            let duties = try await client.get("\(path)/diensten").decodedList(DutyResource.schema)
            #expect(!duties.isEmpty)
            #expect(Set(duties.map(\.line)) == [Code("OVDBZ-NOORD")])
            #expect(try await client.put(path, #"{"staat":"gepubliceerd"}"#, match: nil).status == 428)
            let published = try await client.put(path, #"{"staat":"gepubliceerd"}"#, match: made.tag)
            #expect(try published.decoded(RosterResource.schema).state == .published)
            let again = try await client.put(path, #"{"staat":"gepubliceerd"}"#, match: published.tag)
            #expect(again.status == 409)
            let second = try await client.post(
                "/roosters", body.replacing("2028-01-03", with: "2028-03-06"))
            let other = String(try #require(second.location).dropFirst(API.root.count))
            #expect(
                try await client.send(.delete, other, headers: [.ifMatch: second.tag ?? ""]).status == 204)
            let unknown = try await client.post("/roosters", body.replacing("NOORD", with: "MAAN"))
            #expect(unknown.status == 409)
            #expect(try unknown.faultPlaces == ["#/piketlijnen/0"])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `who is on duty now is told by name, and the number to whom it is for`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let control = try await region.api("meldkamer").get("/actuele-diensten")
            let seen = try control.decodedList(BoardResource.schema)
            #expect(seen.contains { line in line.present.contains { $0.number != nil } })
            let reader = try await region.api("meldkamer", scopes: [.readRoster]).get("/actuele-diensten")
            let plain = try reader.decodedList(BoardResource.schema)
            #expect(plain.map(\.line) == seen.map(\.line))
            #expect(plain.allSatisfy { line in line.present.allSatisfy { $0.number == nil } })
            let coordinating = try await region.api("coordinerend").get("/actuele-diensten")
            #expect(PrivacyReading(page: coordinating.body).numbers.isEmpty)
        }
    }

    @Test func `a functionary reads the own duties and not those of others`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let own = try #require(try await region.signedIn("functionaris").person)
            let client = try await region.api("functionaris")
            let other = try await region.person { $0.id != own }
            #expect(try await client.get("/functionarissen/\(own)/diensten").status == 200)
            #expect(try await client.get("/functionarissen/\(other.id)/diensten").status == 403)
            let planner = try await region.api("bureau").get("/functionarissen/\(other.id)/diensten")
            #expect(try planner.decodedList(DutyResource.schema).allSatisfy { $0.person == other.id })
        }
    }

    @Test(
        arguments: [
            ("2026-W48", "2026-11-23"), ("2026-W53", "2026-12-28"), ("2027-W01", "2027-01-04"),
            ("2027-W53", nil),
            ("2026-W00", nil), ("2026-W54", nil), ("26-W01", nil), ("2026W48", nil), ("2026-W4", nil),
        ] as [(String, String?)])
    func `a week is written as ISO 8601 has it`(text: String, monday: String?) {
        #expect(ISOWeek(text)?.period.monday.iso == monday)
    }
}
