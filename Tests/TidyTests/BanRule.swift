import Foundation

/// Something nobody writes, and what to write instead.
struct Ban {
    /// Where it may stand after all.
    enum Permission {
        case never
        case inPaths([String])
        /// With a comment of at least three words on the line or so many lines above it.
        case withReason(linesAbove: Int)
    }

    let name: String
    /// Consecutive tokens; a `!` or `?` must follow its word immediately.
    let tokens: [String]
    let instead: String
    let permission: Permission

    init(_ name: String, instead: String, permission: Permission = .never) {
        var lexer = Lexer(name)
        lexer.read()
        self.name = name
        tokens = lexer.tokens.map(\.text)
        self.instead = instead
        self.permission = permission
    }
}

/// Rule 2: the ban list. Comments and string literals are not looked at, except for TODO and FIXME.
struct BanRule {
    static let clockPaths = ["Sources/App/Application.swift", "Sources/oranje/"]
    static let randomPaths = clockPaths + ["Sources/Domain/Identity/Randomness.swift"]

    static let bans: [Ban] = [
        Ban("try!", instead: "`try` in a function that throws, or `do`/`catch` that says what happens"),
        Ban("as!", instead: "an enum with a payload, or a type that makes the cast unnecessary"),
        Ban("Any", instead: "a `Codable` struct, an enum or a generic parameter"),
        Ban(
            "print(", instead: "the logger; only the command line prints",
            permission: .inPaths(["Sources/oranje/"])),
        Ban("debugPrint(", instead: "the logger, or nothing"),
        Ban("Date()", instead: clockAdvice, permission: .inPaths(clockPaths)),
        Ban("Date.now", instead: clockAdvice, permission: .inPaths(clockPaths)),
        Ban(
            "UUID()", instead: "`randomness.id(at: now)` of a Randomness that comes in as an argument",
            permission: .inPaths(clockPaths)),
        Ban(
            "SystemRandomNumberGenerator", instead: "a Randomness that comes in as an argument",
            permission: .inPaths(randomPaths)),
        Ban("TimeZone.current", instead: zoneAdvice),
        Ban("TimeZone.autoupdatingCurrent", instead: zoneAdvice),
        Ban("Calendar.current", instead: zoneAdvice),
        Ban("Calendar.autoupdatingCurrent", instead: zoneAdvice),
        Ban("Locale.current", instead: "Dutch by hand: the machine's language is never asked"),
        Ban("Locale.autoupdatingCurrent", instead: "Dutch by hand: the machine's language is never asked"),
        Ban("Task.detached", instead: "a task group or a Service, so that somebody waits for it"),
        Ban(
            "try?",
            instead: "handle the error, or say on this line or the one above (`//`) why it may be lost",
            permission: .withReason(linesAbove: 1)),
        Ban(
            "@unchecked Sendable", instead: "a Sendable type, or a comment that says what guards it",
            permission: .withReason(linesAbove: 3)),
        Ban(
            "nonisolated(unsafe)", instead: "a Mutex or an actor, or a comment that says why it is safe",
            permission: .withReason(linesAbove: 3)),
        Ban("precondition(", instead: bugAdvice, permission: .withReason(linesAbove: 3)),
        Ban("preconditionFailure(", instead: bugAdvice, permission: .withReason(linesAbove: 3)),
        Ban("fatalError(", instead: bugAdvice, permission: .withReason(linesAbove: 3)),
    ]

    private static let clockAdvice = "an Instant that comes in as an argument (`at now:`)"
    private static let zoneAdvice = "`Amsterdam`: the zone of the machine is never asked"
    private static let bugAdvice =
        "throw a refusal, or a comment within three lines above why only a bug gets here"

    private static let bansByStart = Dictionary(grouping: bans) { $0.tokens[0] }

    func findings(in files: [SourceFile]) -> [Finding] {
        files.filter(\.isSwiftSource).flatMap { file in
            tokenFindings(in: file) + randomFindings(in: file) + commentFindings(in: file)
        }
    }

    private func tokenFindings(in file: SourceFile) -> [Finding] {
        file.tokens.indices.flatMap { index -> [Finding] in
            let token = file.tokens[index]
            guard token.kind != .literal else { return [] }
            let bans = BanRule.bansByStart[token.text, default: []]
                .filter { matches($0, at: index, in: file) && !permits($0, line: token.line, in: file) }
            return bans.map { ban in
                Finding(
                    path: file.path, line: token.line, what: "`\(ban.name)` is banned here",
                    instead: ban.instead)
            }
        }
    }

    private func matches(_ ban: Ban, at index: Int, in file: SourceFile) -> Bool {
        for (offset, text) in ban.tokens.enumerated() where !file.token(index + offset, reads: text) {
            return false
        }
        if let last = ban.tokens.last, last == "!" || last == "?" {
            let word = file.tokens[index]
            return file.tokens[index + 1].offset == word.offset + word.text.utf8.count
        }
        // `page.print(` is somebody's own method; `Swift.print(` is not.
        if file.token(index - 1, reads: ".") {
            return file.token(index - 2, reads: "Swift") || file.token(index - 2, reads: "Foundation")
        }
        return !file.token(index - 1, reads: "func")
    }

    private func permits(_ ban: Ban, line: Int, in file: SourceFile) -> Bool {
        switch ban.permission {
        case .never: false
        case .inPaths(let paths): paths.contains { file.path.hasPrefix($0) }
        case .withReason(let linesAbove):
            file.hasReason(at: line, linesAbove: linesAbove, documentationCounts: linesAbove > 1)
        }
    }

    /// `.random(in:)` and kin, unless a generator is passed along.
    private func randomFindings(in file: SourceFile) -> [Finding] {
        file.tokens.indices.compactMap { index in
            let token = file.tokens[index]
            guard token.kind == .word, file.token(index - 1, reads: ".") else { return nil }
            switch token.text {
            case "random":
                let isCall = file.token(index + 1, reads: "(")
                if isCall && file.call(at: index + 1, hasLabel: "using") { return nil }
            case "randomElement", "shuffled", "shuffle":
                guard file.token(index + 1, reads: "("), file.token(index + 2, reads: ")") else { return nil }
            default: return nil
            }
            return Finding(
                path: file.path, line: token.line, what: "`.\(token.text)` without a generator is banned",
                instead: "pass the generator that came in as an argument: `using: &generator`")
        }
    }

    private func commentFindings(in file: SourceFile) -> [Finding] {
        file.comments.sorted { $0.key < $1.key }.flatMap { line, comment in
            comment.text.split { !($0.isLetter || $0.isNumber || $0 == "_") }
                .filter { $0 == "TODO" || $0 == "FIXME" }
                .map { word in
                    Finding(
                        path: file.path, line: line, what: "`\(word)` is left behind",
                        instead: "do it now, or leave it out and write it in the plan")
                }
        }
    }
}
