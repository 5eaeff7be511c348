import Domain
import Foundation
import HTTPTypes
import TestSupport
import Testing
import Web

@testable import App

/// Private numbers are visible to the planner, the control room, the person and the official of their own
/// municipality, and to nobody else (spec P6).
@Suite struct PeoplePagesTests {
    /// Who may see which numbers and addresses.
    private struct Owners {
        let municipality: [String: Code<Municipality>]
        /// The region's one desk is for everybody.
        let desk: Set<String>

        init(_ region: TestRegion) async throws {
            municipality = try await region.read { tx in
                var owners: [String: Code<Municipality>] = [:]
                for person in try tx.functionaries() {
                    for channel in try tx.channels(of: person.id) {
                        owners[channel.address] = person.municipality
                    }
                }
                return owners
            }
            desk = try await region.read { tx in
                Set(try tx.contactPoints().flatMap { [$0.mailbox.description, $0.phone.e164] })
            }
        }

        func strangers(on page: String, to own: Code<Municipality>) -> [String] {
            let reading = PrivacyReading(page: page)
            return reading.numbers.union(reading.addresses).subtracting(desk).filter {
                municipality[$0] != own
            }
        }
    }

    /// Everything an address can name, most of it of people of other municipalities.
    private func things(_ region: TestRegion, own: Code<Municipality>) async throws -> PathThings {
        let week = DutyPeriod(weekOf: TestMoments.startDay.adding(days: 7))
        let draft = try await region.change(as: "bureau") { change in
            try change.makeRotation(lines: [Code("OGA-REGIO")], periods: [week]).roster
        }
        return try await region.read { tx in
            let people = try tx.functionaries()
            let onDuty = try tx.duties(during: DutyPeriod(at: TestRegion.now).interval).map(\.person)
            let strangers = people.filter { $0.municipality != own && onDuty.contains($0.id) }.prefix(6)
            let mine = people.filter { $0.municipality == own }.prefix(3)
            var things = PathThings()
            for person in strangers + mine {
                things.people.append(person.id.description)
                things.papers += try tx.designations(of: person.id).map(\.id.description).prefix(1)
                things.papers += try tx.certificates(of: person.id).map(\.id.description).prefix(1)
                things.absences += try tx.absences(of: person.id, during: .always).map(\.id.description)
                    .prefix(1)
            }
            things.lines = try tx.lines().map(\.code.text)
            things.weeks = [TestMoments.startDay.iso, week.monday.iso]
            things.rosters = [draft.description]
            things.accounts = try tx.accounts().map(\.id.description)
            return things
        }
    }

    @Test(arguments: TestEngine.allCases, ["ambtenaar", "secretaris"])
    func `no page shows a municipal reader a number or address of another municipality`(
        engine: TestEngine, name: String
    ) async throws {
        try await TestRegion.with(engine) { region in
            let own = try await region.ownMunicipality()
            let owners = try await Owners(region)
            let client = try await region.client(name)
            let things = try await things(region, own: own)
            var paths = Routes.all.filter { $0.method == .get }.flatMap { $0.paths(things) }
            paths += [
                "/mensen?pagina=2", "/mensen?functie=OVDBZ", "/mensen?zoek=06", "/rooster?functie=OVDBZ",
            ]
            paths += ["/rooster?gemeente=GM0599", "/bezetting?van=2026-11-30"]
            var opened = 0
            var seen: Set<String> = []
            for path in paths {
                let answer = try await client.get(path)
                #expect([200, 303, 403, 404].contains(answer.status), "\(path)")
                let strangers = owners.strangers(on: answer.body, to: own)
                #expect(strangers.isEmpty, "\(path): \(strangers)")
                opened += answer.status == 200 ? 1 : 0
                seen.formUnion(PrivacyReading(page: answer.body).numbers)
            }
            #expect(opened >= 30)
            // The ambtenaar does see the own people, or the reading would prove nothing.
            if name == "ambtenaar" { #expect(!seen.isEmpty) }
        }
    }

    @Test func `the planner sees every number on the page of the person`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("bureau")
            for person in try await region.people().prefix(5) {
                let page = PrivacyReading(page: try await client.get("/mensen/\(person.id)").body)
                let channels = try await region.read { tx in try tx.channels(of: person.id) }
                #expect(channels.count == 2)
                #expect(page.numbers.union(page.addresses) == Set(channels.map(\.address)))
            }
        }
    }

    @Test func `a functionary sees the own page with the own numbers, and no other page`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let own = try #require(try await region.signedIn("functionaris").person)
            let client = try await region.client("functionaris")
            let page = try await client.get("/mensen/\(own)")
            #expect(page.status == 200)
            #expect(PrivacyReading(page: page.body).numbers.count == 1)
            let other = try await region.person { $0.id != own }
            #expect(try await client.get("/mensen/\(other.id)").status == 403)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the list shows fifty at a time, and every page another fifty`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let client = try await region.client("bureau")
            let total = try await region.people().count
            var seen: [String] = []
            for page in 1...((total + 49) / 50) {
                let body = try await client.get("/mensen?pagina=\(page)").body
                let ids = body.matches(of: /<a href="\/mensen\/([0-9a-f-]{36})">/).map { String($0.output.1) }
                #expect(ids.count <= 50)
                seen += ids
            }
            #expect(seen == (try await region.people().map(\.id.description)))
            for odd in ["0", "-3", "9999", "x", "99999999999999999999"] {
                #expect(try await client.get("/mensen?pagina=\(odd)").status == 200, "\(odd)")
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `searching narrows by every word, municipality and function together`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let client = try await region.client("bureau")
            let person = try await region.person { !$0.name.prefix.isEmpty }
            let function = try #require(
                try await region.read { tx in try tx.designations(of: person.id).first?.function })
            let words = queryEncoded("\(person.name.surname.uppercased()) \(person.name.given.folded)")
            let narrowed = "/mensen?zoek=\(words)&gemeente=\(person.municipality)&functie=\(function)"
            let found = try await client.get(narrowed).body
            #expect(found.contains("1 functionaris gevonden"))
            #expect(found.contains("/mensen/\(person.id)"))
            for nothing in ["zoek=%25", "zoek=_", "zoek='%3B--", "gemeente=GM0000", "functie=NIKS"] {
                let answer = try await client.get("/mensen?\(nothing)")
                #expect(answer.body.contains("0 functionarissen gevonden"), "\(nothing)")
            }
        }
    }
}
