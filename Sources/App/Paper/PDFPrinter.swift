import Foundation
import NIOPosix
package import Web

/// Why there is no PDF. A paper can always be printed from its page.
package enum PDFFault: Error, Equatable {
    /// No program that makes one is installed.
    case missing
    /// It is there, and too old to tag what it makes.
    case tooOld(String)
    /// So many wait that one more would only be slower for all.
    case busy
    case failed
}

/// Makes tagged PDFs with WeasyPrint, an optional program beside the product: fixed arguments, the document
/// on its standard input, nothing fetched from anywhere. On a thread of its own, one at a time: it holds a
/// core for a second.
package actor PDFPrinter {
    /// Before this version tables and pictures have no tags that a screen reader can use.
    static let majorMin = 70
    private static let waitingMax = 8
    /// Seconds that one paper may take; a board paper takes about one.
    private static let secondsMax = 60
    private static let bytesMax = 20_000_000

    private let program: String
    private let thread = NIOThreadPool(numberOfThreads: 1)
    private var waiting = 0
    /// What its version said; nil until it was asked.
    private var standing: Result<Void, PDFFault>?

    /// - Parameter program: a path, or a name on the search path.
    package init(program: String = "weasyprint") {
        self.program = program
        thread.start()
    }

    /// - Throws: `PDFFault`.
    package func pdf(of paper: Paper) async throws -> [UInt8] {
        guard waiting < Self.waitingMax else { throw PDFFault.busy }
        waiting += 1
        defer { waiting -= 1 }
        try await checkVersion()
        let arguments = [
            "--quiet", "--encoding", "utf-8", "--pdf-variant", "pdf/ua-1", "--allowed-protocols", "data",
            "--base-url", "about:blank", "-", "-",
        ]
        let input = paper.document.bytes
        let made = try await thread.runIfActive { [program] in
            try Self.run(program, arguments, input: input)
        }
        guard made.starts(with: "%PDF-".utf8) else { throw PDFFault.failed }
        return made
    }

    /// Asked once: it takes as long as a small paper.
    private func checkVersion() async throws {
        if let standing { return try standing.get() }
        let said = try await thread.runIfActive { [program] in
            Result { try Self.run(program, ["--version"], input: []) }
        }
        let found: Result<Void, PDFFault>
        switch said {
        case .failure: found = .failure(.missing)
        case .success(let bytes):
            let text = String(decoding: bytes, as: UTF8.self)
            let version = text.firstMatch(of: /(\d+)\.\d+/)
            let isNewEnough = version.flatMap { Int($0.output.1) }.map { $0 >= Self.majorMin } ?? false
            found = isNewEnough ? .success(()) : .failure(.tooOld(version.map { String($0.output.0) } ?? "?"))
        }
        standing = found
        try found.get()
    }

    /// Runs it to its end. Input and output are files without a name: a pipe that nobody reads would stop one
    /// of the two. Not by Foundation's `Process`, which fails in a server with more than a thousand open
    /// files.
    private static func run(_ program: String, _ arguments: [String], input: [UInt8]) throws -> [UInt8] {
        guard let document = tmpfile(), let made = tmpfile() else { throw PDFFault.failed }
        defer {
            fclose(document)
            fclose(made)
        }
        guard fwrite(input, 1, input.count, document) == input.count, fflush(document) == 0 else {
            throw PDFFault.failed
        }
        rewind(document)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, fileno(document), 0)
        posix_spawn_file_actions_adddup2(&actions, fileno(made), 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        let limit = ["timeout", "--kill-after=5", "\(secondsMax)", program]
        let words = (limit + arguments).map { strdup($0) } + [nil]
        let settings = environment.map { strdup($0) } + [nil]
        defer { for text in words + settings { free(text) } }
        var child: pid_t = 0
        guard posix_spawnp(&child, "timeout", &actions, nil, words, settings) == 0 else {
            throw PDFFault.failed
        }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 && errno == EINTR {}
        guard status == 0 else { throw PDFFault.failed }
        return try read(made)
    }

    private static func read(_ file: UnsafeMutablePointer<FILE>) throws -> [UInt8] {
        guard fseek(file, 0, SEEK_END) == 0 else { throw PDFFault.failed }
        let count = ftell(file)
        guard count > 0, count <= bytesMax else { throw PDFFault.failed }
        rewind(file)
        var bytes = [UInt8](repeating: 0, count: count)
        guard fread(&bytes, 1, count, file) == count else { throw PDFFault.failed }
        return bytes
    }

    /// What the program may know: where programs and fonts are, nothing else of the server's settings.
    private static var environment: [String] {
        let known = ProcessInfo.processInfo.environment
        return ["PATH", "HOME", "TMPDIR", "XDG_CACHE_HOME"].compactMap { name in
            known[name].map { "\(name)=\($0)" }
        } + ["LC_ALL=C.UTF-8"]
    }
}
