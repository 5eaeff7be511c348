import Domain
import Storage
import TestSupport
import Testing
import Web

@testable import App

@Suite struct VerifyCertificateTests {
    private static let pdf = Array("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n".utf8)

    /// A certificate that the office recorded for somebody of the municipality of the sample's official.
    private func certificate(_ region: TestRegion) async throws -> Certificate {
        let own = try await region.ownMunicipality()
        let accounts = Set(try await region.read { tx in try tx.accounts().compactMap(\.person) })
        let person = try await region.person { $0.municipality == own && !accounts.contains($0.id) }
        return try await region.change(as: "bureau") { change in
            let certificate = Certificate(
                id: change.newID(), person: person.id, function: Code("MDWO"), specialisation: "Registratie",
                issuer: "NIPV", issued: TestMoments.startDay.adding(days: -30), validThrough: nil,
                state: .held)
            try change.saveCertificate(certificate)
            return certificate
        }
    }

    private func path(_ certificate: Certificate) -> String {
        "/mensen/\(certificate.person)/certificaat/\(certificate.id)"
    }

    private func proof(_ certificate: Certificate, _ region: TestRegion) async throws -> CertificateProof? {
        try await region.read { tx in try tx.certificateProofs(of: certificate.person)[certificate.id] }
    }

    @Test(arguments: TestEngine.allCases)
    func `whoever recorded it cannot verify it, a second person can, and a change undoes it`(
        engine: TestEngine
    )
        async throws
    {
        try await TestRegion.with(engine) { region in
            let certificate = try await certificate(region)
            let same = try await region.client("bureau").post("\(path(certificate))/controle")
            #expect(same.status == 422)
            #expect(same.body.contains("Iemand anders moet het controleren"))
            #expect(try await proof(certificate, region)?.isVerified == false)

            let second = try await region.client("ambtenaar").post("\(path(certificate))/controle")
            #expect(second.status == 303)
            #expect(try await proof(certificate, region)?.isVerified == true)
            #expect(try await region.records(of: "certificate.verified").count == 1)

            try await region.change(as: "bureau") { try $0.saveCertificate(certificate) }
            #expect(try await proof(certificate, region)?.isVerified == false)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a proof is kept with its certificate and comes back as it went in`(engine: TestEngine) async throws
    {
        try await TestRegion.with(engine) { region in
            let certificate = try await certificate(region)
            let client = try await region.client("ambtenaar")
            let answer = try await client.upload(
                "\(path(certificate))/bewijs", file: "bestand", bytes: Self.pdf, name: "certificaat.pdf",
                type: "application/pdf")
            #expect(answer.status == 303)
            let page = try await client.get("\(path(certificate))/bewijs").body
            #expect(page.contains("certificaat.pdf"))
            #expect(page.contains("nog niet gecontroleerd"))
            #expect(try await client.get("\(path(certificate))/bewijs/bestand").status == 200)
            let stranger = try await region.client("functionaris")
            let refused = try await stranger.get("\(path(certificate))/bewijs/bestand").status
            #expect([403, 404].contains(refused))
        }
    }

    @Test func `an empty proof and one with something behind it are each told apart`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let certificate = try await certificate(region)
            let client = try await region.client("ambtenaar")
            let cases: [([UInt8], String)] = [
                ([], "Het bestand is leeg"),
                (Self.pdf + Array(repeating: 0x41, count: 70_000), "beschadigd of er is iets achter geplakt"),
            ]
            for (bytes, sentence) in cases {
                let answer = try await client.upload(
                    "\(path(certificate))/bewijs", file: "bestand", bytes: bytes, name: "certificaat.pdf",
                    type: "application/pdf")
                #expect(answer.status == 422, "\(sentence)")
                #expect(answer.body.contains(sentence), "\(sentence)")
            }
            #expect(try await proof(certificate, region)?.file == nil)
        }
    }

    @Test func `overlapping certificates and an end before the issue have a message of their own`()
        async throws
    {
        try await TestRegion.with(.sqlite) { region in
            let certificate = try await certificate(region)
            let client = try await region.client("bureau")
            let fields: (String, String) -> KeyValuePairs<String, String> = { issued, through in
                [
                    "functie": "MDWO", "specialisatie": "Registratie", "staat": "held", "uitgever": "NIPV",
                    "behaald": issued, "geldig": through,
                ]
            }
            let path = "/mensen/\(certificate.person)/certificaten"
            let overlap = try await client.post(path, fields("01-12-2026", ""))
            #expect(overlap.status == 422)
            #expect(overlap.body.contains("Er is al een certificaat voor deze functie dat geldt"))
            let early = try await client.post(path, fields("01-12-2026", "01-11-2026"))
            #expect(early.status == 422)
            #expect(early.body.contains("ligt voor de dag waarop het is behaald"))
        }
    }
}
