import Domain
import Foundation
import Storage
import TestSupport
import Testing

@testable import App

/// Files sent to a real server over a real socket, by somebody who does not keep to the rules or whose server
/// falls away.
@Suite struct UploadTests {
    private struct Sent: Decodable {
        let status: Int
        let sent: Int
        let connection: String
    }

    private func send(_ region: TestRegion, _ server: ServerProcess, _ how: String) throws -> [Sent] {
        let output = try PythonTool("uploads", "send.py").run(
            ["\(server.port)", "bureau", region.passwords["bureau"] ?? "", how])
        return try String(decoding: output, as: UTF8.self).split(separator: "\n")
            .map { try JSONDecoder().decode(Sent.self, from: Data($0.utf8)) }
    }

    private func counts(_ region: TestRegion) async throws -> [Int?] {
        try await region.read { tx in
            [
                try tx.row("SELECT COUNT(*) AS number FROM stored_file")?.integer("number"),
                try tx.row("SELECT COUNT(*) AS number FROM blob_piece")?.integer("number"),
            ]
        }
    }

    @Test func `an endless body without a length is refused at the limit and hung up on`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let server = try ServerProcess(region.place)
            defer { server.stop() }
            for how in ["endless", "unsigned"] {
                let answer = try #require(try send(region, server, how).first)
                #expect(answer.status == (how == "endless" ? 413 : 303))
                #expect(answer.connection == "close")
                // The limit, and what lies in the buffers of both sides.
                #expect(answer.sent < PeopleFile.bytesMax + 20_000_000)
            }
            #expect(try await counts(region) == [0, 0])
        }
    }

    @Test func `a length beyond the limit is refused before anything of the body is sent`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let server = try ServerProcess(region.place)
            defer { server.stop() }
            let answer = try #require(try send(region, server, "declared").first)
            #expect(answer.status == 413 && answer.sent == 0 && answer.connection == "close")
        }
    }

    @Test func `who goes away in the middle of a file leaves nothing, and others are served`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let server = try ServerProcess(region.place)
            defer { server.stop() }
            _ = try send(region, server, "half")
            let next = try #require(try send(region, server, "declared").first)
            #expect(next.status == 413)
            #expect(try await counts(region) == [0, 0])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a server that is killed while files come in leaves whole files only`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            for round in 0..<2 {
                let server = try ServerProcess(region.place)
                let sender = try Sender(server, region.passwords["bureau"] ?? "")
                // Killed at whatever the server is doing after so many files.
                for _ in 0...round { try sender.awaitFile() }
                server.kill()
                sender.finish()
            }
            let (files, broken) = try await region.read { tx in
                let hashes = try tx.rows("SELECT hash FROM blob ORDER BY hash").map { try $0.text("hash") }
                let broken = try hashes.filter { hash in
                    let content = try tx.blobContent(hash)
                    let isWhole = try tx.blob(hash)?.byteCount == content.count
                    return !isWhole || Blob.hash(of: content) != hash
                }
                return (try tx.row("SELECT COUNT(*) AS number FROM stored_file")?.integer("number"), broken)
            }
            #expect(broken.isEmpty)
            #expect((files ?? 0) >= 3)
            #expect(try await verifyJournal(region.storage).firstBroken == nil)
        }
    }
}

/// Somebody who sends one file after another, until there is no server any more.
private struct Sender {
    private let process: ChildProcess

    init(_ server: ServerProcess, _ password: String) throws {
        process = try PythonTool("uploads", "send.py").start(["\(server.port)", "bureau", password, "many"])
    }

    /// Returns when the server has answered to a whole file.
    func awaitFile() throws {
        guard try process.line() != nil else { throw ServerProcess.Failed() }
    }

    func finish() {
        process.wait()
    }
}
