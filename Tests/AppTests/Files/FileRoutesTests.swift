import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct FileRoutesTests {
    /// A list of more than two pieces, with every byte of UTF-8 in it.
    private static let large =
        "gemeente;personeelsnummer;naam\n"
        + String(repeating: "Schiedam;N-1;Élzenaar, Anna \u{1F600}\n", count: 18_000)

    private func handIn(_ client: TestClient, _ list: String, name: String = "lijst één.csv") async throws
        -> String
    {
        let (path, _) = try await client.uploadAndFollow(
            "/mensen/import", file: "bestand", bytes: Array(list.utf8), name: name)
        return path.replacing("/mensen/import/", with: "/bestanden/")
    }

    @Test(arguments: TestEngine.allCases)
    func `a large file streams back, byte for byte`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let client = try await region.client("bureau")
            let answer = try await client.get(try await handIn(client, Self.large))
            #expect(answer.status == 200)
            #expect(answer.bytes.count > 2 * Blob.pieceBytes)
            #expect(answer.bytes == Array(Self.large.utf8))
            #expect(answer.headers[.contentLength] == "\(answer.bytes.count)")
        }
    }

    @Test func `a file is only ever handed over, never shown`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("bureau")
            let answer = try await client.get(try await handIn(client, "gemeente;naam\n"))
            #expect(answer.headers[.xContentTypeOptions] == "nosniff")
            #expect(answer.headers[.contentDisposition]?.hasPrefix("attachment; ") == true)
            #expect(answer.headers[.contentDisposition]?.contains("lijst%20%C3%A9%C3%A9n.csv") == true)
            #expect(answer.headers[.contentSecurityPolicy]?.contains("sandbox") == true)
            #expect(answer.headers[.contentType] == "text/csv; charset=utf-8")
        }
    }
}
