import Domain
import HTTPTypes
import TestSupport
import Testing
import Web

@testable import App

@Suite struct PeopleAPITests {
    @Test(arguments: TestEngine.allCases)
    func `the whole register is read in parts, each person once and by name`(engine: TestEngine) async throws
    {
        try await TestRegion.with(engine) { region in
            let client = try await region.api("bureau")
            var read: [ID<Functionary>] = []
            var path: String? = "/functionarissen?limiet=70"
            var parts = 0
            while let current = path, parts < 20 {
                let answer = try await client.get(current)
                read += try answer.decodedList(PersonRowResource.schema).map(\.id)
                path = try answer.next
                #expect((answer.headers[.link] == nil) == (path == nil))
                parts += 1
            }
            let all = try await region.people().map(\.id)
            #expect(read == all)
            #expect(parts == (all.count + 69) / 70)
        }
    }

    @Test func `an official reads the own municipality only, narrowed by function when asked`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let own = try await region.ownMunicipality()
            let client = try await region.api("ambtenaar")
            let people = try await client.get("/functionarissen?limiet=200").decodedList(
                PersonRowResource.schema)
            #expect(Set(people.map(\.municipality)) == [own])
            let function = try #require(people.flatMap(\.functions).first)
            let some = try await client.get("/functionarissen?limiet=200&crisisfunctie=\(function)")
                .decodedList(PersonRowResource.schema)
            #expect(some == people.filter { $0.functions.contains(function) })
            let foreign = try await region.person { $0.municipality != own }
            #expect(try await client.get("/functionarissen/\(foreign.id)").status == 404)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `somebody is looked for with a body, so that no name stands in an address`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let client = try await region.api("bureau")
            let person = try await region.person { $0.name.prefix.isEmpty }
            let found = try await client.post(
                "/functionarissen/_zoek",
                #"{"tekst":"\#(person.personnelNumber)","gemeente":"\#(person.municipality)"}"#)
            #expect(found.status == 200)
            #expect(try found.decodedList(PersonRowResource.schema).map(\.id) == [person.id])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a functionary is added, read back, changed with the tag, and not without it`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let client = try await region.api("bureau")
            let input = PersonInput(
                municipality: Code("GM0599"), personnelNumber: "90001", given: "Noor", prefix: "van den",
                surname: "Zilverspar", workBase: nil, employedThrough: Day(iso: "2027-12-31"),
                channels: [
                    ChannelResource(kind: .email, address: "noor@duin.example"),
                    ChannelResource(kind: .mobile, address: "06 00012345"),
                ])
            let made = try await client.post(
                "/functionarissen", String(decoding: PersonInput.schema.bytes(input), as: UTF8.self))
            #expect(made.status == 201)
            let path = String(try #require(made.location).dropFirst(API.root.count))
            let read = try await client.get(path)
            #expect(read.body == made.body)
            #expect(read.tag == made.tag)
            let person = try read.decoded(PersonResource.schema)
            #expect(person.workBase == Code("GM0599"))
            #expect(person.channels?.map(\.address) == ["noor@duin.example", "+31600012345"])
            let tag = try #require(read.tag)
            let body = String(decoding: PersonInput.schema.bytes(input), as: UTF8.self)
                .replacing("Zilverspar", with: "Wilgenkatje")
            let missing = try await client.put(path, body, match: nil)
            #expect(missing.status == 428)
            let old = try await client.put(path, body, match: "\"ander\"")
            #expect(old.status == 412)
            let changed = try await client.put(path, body, match: tag)
            #expect(changed.status == 200)
            #expect(try changed.decoded(PersonResource.schema).surname == "Wilgenkatje")
            #expect(changed.tag != tag)
            let again = try await client.put(path, body, match: tag)
            #expect(again.status == 412)
            #expect(try await client.get(path, headers: [.ifNoneMatch: changed.tag ?? ""]).status == 304)
            let records = try await region.records(of: "person.changed")
            #expect(records.last?.origin.hasPrefix("api:") == true)
        }
    }

    @Test func `what does not fit what is stored is a conflict with its place`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let client = try await region.api("bureau")
            let person = try await region.person { _ in true }
            let body =
                #"{"gemeente":"\#(person.municipality)","personeelsnummer":"\#(person.personnelNumber)","voornaam":"A","achternaam":"B"}"#
            let taken = try await client.post("/functionarissen", body)
            #expect(taken.status == 409)
            #expect(try taken.faultPlaces == ["#/personeelsnummer"])
            let nowhere = try await client.post(
                "/functionarissen",
                #"{"gemeente":"GM9999","personeelsnummer":"1","voornaam":"A","achternaam":"B","standplaats":"GM9998"}"#
            )
            #expect(nowhere.status == 409)
            #expect(try nowhere.faultPlaces == ["#/gemeente", "#/standplaats"])
        }
    }

    @Test func `private numbers are told to a token that is for them and to nobody else`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let person = try await region.person { _ in true }
            let path = "/functionarissen/\(person.id)"
            let plain = try await region.api("bureau", scopes: [.readPeople]).get(path)
            #expect(plain.status == 200)
            #expect(try plain.decoded(PersonResource.schema).channels == nil)
            #expect(PrivacyReading(page: plain.body).numbers.isEmpty)
            let both = try await region.api("bureau", scopes: [.readPeople, .readPersonal]).get(path)
            #expect(try both.decoded(PersonResource.schema).channels?.isEmpty == false)
            let secretary = try await region.api("secretaris")
            let own = try #require(try await region.signedIn("secretaris").municipalities.first)
            let colleague = try await region.person { $0.municipality == own }
            let seen = try await secretary.get("/functionarissen/\(colleague.id)")
            #expect(try seen.decoded(PersonResource.schema).channels == nil)
        }
    }

    @Test func `a functionary reads the own data and nobody else's`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let own = try #require(try await region.signedIn("functionaris").person)
            let client = try await region.api("functionaris")
            let answer = try await client.get("/functionarissen/\(own)")
            #expect(try answer.decoded(PersonResource.schema).channels != nil)
            let other = try await region.person { $0.id != own }
            #expect(try await client.get("/functionarissen/\(other.id)").status == 403)
            #expect(try await client.get("/functionarissen").status == 403)
        }
    }
}
