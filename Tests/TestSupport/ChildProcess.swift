package import Foundation
import Synchronization

/// A program that a test starts and ends. By `posix_spawn`: Foundation's `Process` reads past the end of its list of
/// open files when there are more than a thousand, and the tests together have that many.
package final class ChildProcess: Sendable {
    package struct Failed: Error, CustomStringConvertible {
        package let description: String
    }

    /// Where something that the program writes goes.
    package enum Stream: Sendable {
        /// Where the test's own goes.
        case inherited
        case nowhere
        case file(String)
        /// To the test, which must read it: a full pipe stops the program.
        case pipe
    }

    package let id: pid_t
    /// What a stream that is a pipe gives to read.
    package let output: FileHandle?
    package let errors: FileHandle?
    /// The other end of its input; nil when it has none.
    package let input: FileHandle?
    private let ended = Mutex<Int32?>(nil)
    /// One start at a time: a pipe that another program also holds never ends, and between its making and its mark that
    /// no program inherits it another could start.
    private static let starting = Mutex(())

    /// - Parameter program: a path, or a name on the search path.
    /// - Parameter hasInput: whether its input stays open until `input` is closed; else it is empty.
    package init(
        _ program: String, _ arguments: [String], output: Stream = .inherited, errors: Stream = .inherited,
        hasInput: Bool = false, environment: [String: String] = [:]
    ) throws {
        let words = ([program] + arguments).map { strdup($0) } + [nil]
        let variables = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let settings = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in words + settings { free(text) } }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        var childEnds: [Int32] = []
        defer { for end in childEnds { close(end) } }
        (id, input, self.output, self.errors) = try Self.starting.withLock { _ in
            let ours = (
                try Self.connect(0, hasInput ? .pipe : .nowhere, &actions, &childEnds),
                try Self.connect(1, output, &actions, &childEnds),
                try Self.connect(2, errors, &actions, &childEnds)
            )
            var child: pid_t = 0
            let code = posix_spawnp(&child, program, &actions, nil, words, settings)
            guard code == 0 else { throw Failed(description: "\(program) start niet (\(code))") }
            return (child, ours.0, ours.1, ours.2)
        }
    }

    /// - Returns: the test's end of a pipe.
    private static func connect(
        _ number: Int32, _ stream: Stream, _ actions: inout posix_spawn_file_actions_t,
        _ childEnds: inout [Int32]
    ) throws -> FileHandle? {
        switch stream {
        case .inherited: return nil
        case .nowhere:
            posix_spawn_file_actions_addopen(&actions, number, "/dev/null", O_RDWR, 0)
            return nil
        case .file(let path):
            posix_spawn_file_actions_addopen(&actions, number, path, O_WRONLY | O_CREAT | O_APPEND, 0o600)
            return nil
        case .pipe:
            var ends: [Int32] = [0, 0]
            guard pipe(&ends) == 0 else { throw Failed(description: "geen pijp (\(errno))") }
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
            let (ours, theirs) = number == 0 ? (ends[1], ends[0]) : (ends[0], ends[1])
            posix_spawn_file_actions_adddup2(&actions, theirs, number)
            childEnds.append(theirs)
            return FileHandle(fileDescriptor: ours, closeOnDealloc: true)
        }
    }

    /// As a power cut would: nothing of the process runs any more.
    package func kill() {
        signal(SIGKILL)
        wait()
    }

    /// Asks it to stop, and waits until it did.
    package func stop() {
        signal(SIGTERM)
        wait()
    }

    private func signal(_ number: Int32) {
        // Under the lock: a number that was waited for may be somebody else's.
        ended.withLock { status in
            if status == nil { _ = Glibc.kill(id, number) }
        }
    }

    /// Blocks until it ends.
    ///
    /// - Returns: its status; 128 and the signal when one ended it.
    @discardableResult
    package func wait() -> Int32 {
        // Waited for without being reaped, so that `signal` is never held up.
        var info = siginfo_t()
        while waitid(P_PID, id_t(id), &info, WEXITED | WNOWAIT) < 0 && errno == EINTR {}
        return ended.withLock { known in
            if let known { return known }
            var status: Int32 = 0
            while waitpid(id, &status, 0) < 0 && errno == EINTR {}
            let code = status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
            known = code
            return code
        }
    }

    /// Waits on a thread of its own.
    package func end() async -> Int32 {
        await withCheckedContinuation { continuation in
            Thread { [self] in continuation.resume(returning: wait()) }.start()
        }
    }

    /// What it writes until the end of a line; nil when it ended first. Only with an output that is a pipe.
    package func line() throws -> String? {
        var line = Data()
        while let byte = try output?.read(upToCount: 1), !byte.isEmpty {
            if byte.first == UInt8(ascii: "\n") { return String(decoding: line, as: UTF8.self) }
            line += byte
        }
        return nil
    }
}
