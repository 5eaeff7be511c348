import Domain
import HTTPTypes
import TestSupport
import Testing
import Web

@testable import App

@Suite struct PaperAPITests {
    @Test(arguments: TestEngine.allCases)
    func `a designation is recorded, read and changed`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let client = try await region.api("bureau")
            let person = try await region.person { _ in true }
            let path = "/functionarissen/\(person.id)/aanwijzingen"
            let made = try await client.post(
                path,
                #"{"crisisfunctie":"OVDBZ","bereik":"hele regio","staat":"aangewezen","geldigVanaf":"2027-01-01"}"#
            )
            #expect(made.status == 201)
            let designation = try made.decoded(DesignationResource.schema)
            let all = try await client.get(path).decodedList(DesignationResource.schema)
            #expect(all.contains(designation))
            let one = "\(path)/\(designation.id)"
            let tag = try #require(try await client.get(one).tag)
            let changed = try await client.put(
                one,
                #"{"crisisfunctie":"OVDBZ","bereik":"piketregio","staat":"beëindigd","aangewezenDoor":"het college","geldigTotEnMet":"2027-06-30"}"#,
                match: tag)
            #expect(changed.status == 200)
            let read = try await client.get(one).decoded(DesignationResource.schema)
            #expect(read.state == .ended)
            #expect(read.scope == .cluster)
            #expect(read.designatedBy == "het college")
            #expect(read.validFrom == nil)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a certificate is recorded, read and changed`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let client = try await region.api("bureau")
            let person = try await region.person { _ in true }
            let path = "/functionarissen/\(person.id)/certificaten"
            let made = try await client.post(
                path,
                #"{"crisisfunctie":"OVDBZ","staat":"behaald","uitgever":"NIPV","behaalddatum":"2026-01-01"}"#
            )
            #expect(made.status == 201)
            let certificate = try made.decoded(CertificateResource.schema)
            let one = "\(path)/\(certificate.id)"
            let changed = try await client.put(
                one, #"{"crisisfunctie":"OVDBZ","staat":"ingetrokken"}"#, match: made.tag)
            #expect(changed.status == 200)
            let all = try await client.get(path).decodedList(CertificateResource.schema)
            #expect(all.first { $0.id == certificate.id }?.state == .withdrawn)
        }
    }

    @Test(arguments: [
        (
            "aanwijzingen", #"{"crisisfunctie":"OVDBZ","bereik":"overal","staat":"aangewezen"}"#, 400,
            "#/bereik"
        ),
        (
            "aanwijzingen",
            #"{"crisisfunctie":"OVDBZ","bereik":"hele regio","staat":"aangewezen","geldigVanaf":"2027-02-01","geldigTotEnMet":"2027-01-01"}"#,
            400, "#/geldigTotEnMet"
        ),
        (
            "aanwijzingen", #"{"crisisfunctie":"NIETS","bereik":"hele regio","staat":"aangewezen"}"#, 409,
            "#/crisisfunctie"
        ),
        ("certificaten", #"{"crisisfunctie":"OVDBZ","staat":"behaald"}"#, 400, "#/behaalddatum"),
        ("certificaten", #"{"crisisfunctie":"NIETS","staat":"aangevraagd"}"#, 409, "#/crisisfunctie"),
    ])
    func `what is not right is told with its place`(
        list: String, body: String, status: Int, place: String
    )
        async throws
    {
        try await TestRegion.with(.sqlite) { region in
            let person = try await region.person { _ in true }
            let answer = try await region.api("bureau").post(
                "/functionarissen/\(person.id)/\(list)", body)
            #expect(answer.status == status)
            #expect(try answer.faultPlaces == [place])
        }
    }

    @Test func `a paper of one person is not found under another`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let designation = try #require(try await region.read { tx in try tx.designations().first })
            let certificate = try #require(try await region.read { tx in try tx.certificates().first })
            let other = try await region.person {
                $0.id != designation.person && $0.id != certificate.person
            }
            let client = try await region.api("bureau")
            for path in ["aanwijzingen/\(designation.id)", "certificaten/\(certificate.id)"] {
                #expect(try await client.get("/functionarissen/\(other.id)/\(path)").status == 404)
            }
        }
    }
}
