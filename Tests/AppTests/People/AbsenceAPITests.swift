import Domain
import HTTPTypes
import TestSupport
import Testing
import Web

@testable import App

@Suite struct AbsenceAPITests {
    @Test(arguments: TestEngine.allCases)
    func `somebody says by program when they cannot come, and takes it back`(engine: TestEngine) async throws
    {
        try await TestRegion.with(engine) { region in
            let own = try #require(try await region.signedIn("functionaris").person)
            let client = try await region.api("functionaris")
            let path = "/functionarissen/\(own)/verhinderingen"
            let before = try await client.get(path).decodedList(AbsenceResource.schema)
            let made = try await client.post(
                path,
                #"{"beginTijdstip":"2027-03-01T09:00:30+01:00","eindTijdstip":"2027-03-02T08:00:30.5Z"}"#)
            #expect(made.status == 201)
            let absence = try made.decoded(AbsenceResource.schema)
            #expect(absence.begin.iso8601 == "2027-03-01T08:00:00Z")
            #expect(absence.end.iso8601 == "2027-03-02T08:01:00Z")
            let after = try await client.get(path).decodedList(AbsenceResource.schema)
            #expect(after.count == before.count + 1)
            let none = try await client.get("\(path)?vanaf=2027-03-03T00:00:00Z&tot=2027-03-04T00:00:00Z")
            #expect(try none.decodedList(AbsenceResource.schema).allSatisfy { $0.id != absence.id })
            let one = "\(path)/\(absence.id)"
            let read = try await client.get(one)
            #expect(read.body == made.body)
            #expect(try await client.send(.delete, one).status == 428)
            let tag = try #require(read.tag)
            let removed = try await client.send(.delete, one, headers: [.ifMatch: tag])
            #expect(removed.status == 204)
            #expect(removed.body.isEmpty)
            #expect(try await client.send(.delete, one, headers: [.ifMatch: tag]).status == 404)
        }
    }

    @Test func `an end before the begin is told, and nothing is stored`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let person = try await region.person { _ in true }
            let count = try await region.recordCount()
            let answer = try await region.api("bureau").post(
                "/functionarissen/\(person.id)/verhinderingen",
                #"{"beginTijdstip":"2027-03-02T09:00:00Z","eindTijdstip":"2027-03-01T09:00:00Z"}"#)
            #expect(answer.status == 400)
            #expect(try answer.faultPlaces == ["#/eindTijdstip"])
            #expect(try await region.recordCount() == count + 1)
        }
    }

    @Test func `nobody records an absence of somebody else without the right`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let own = try #require(try await region.signedIn("functionaris").person)
            let other = try await region.person { $0.id != own }
            let body = #"{"beginTijdstip":"2027-03-01T09:00:00Z","eindTijdstip":"2027-03-02T09:00:00Z"}"#
            let client = try await region.api("functionaris")
            #expect(try await client.post("/functionarissen/\(other.id)/verhinderingen", body).status == 403)
            let reader = try await region.api("functionaris", scopes: [.readPeople])
            #expect(try await reader.post("/functionarissen/\(own)/verhinderingen", body).status == 403)
        }
    }
}
