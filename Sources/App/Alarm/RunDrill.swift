import Domain
import Foundation
import Logging
import Storage
import Web

/// What a drill came to.
package struct DrillReport: Sendable {
    /// The timeline, a line each.
    package let lines: [String]
    package let filled: Int
    package let asked: Int
    /// `filled` of `asked`, how long it took, how many people and messages.
    package let sentence: String
    package var isFilled: Bool { filled >= asked }
}

extension Application {
    /// A whole call-out in exercise mode on a copy of the data: real plan, real engine, a clock that jumps from
    /// one moment to the next, and people who answer by the seed. Nothing leaves the process and nothing is
    /// written to the data.
    package func runDrill(seed: UInt64) async throws -> DrillReport {
        var random = randomness()
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "oranje-oefening-\(random.bytes(8).hexadecimal)").path
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer {
            // What is left in the temporary folder is for its owner only, and the system clears it.
            try? FileManager.default.removeItem(atPath: folder)
        }
        try await storage.copy(into: folder)
        let copy = try Storage.open(.folder(folder))
        var drill = try await Drill(copy, start: now(), seed: seed)
        let report = try await drill.run()
        try await copy.close()
        return report
    }
}

/// A call-out of everybody, in exercise mode.
private struct Drill {
    /// What a drill asks for; functions that the region does not know are left out.
    private static let posts = [
        ("OVDBZ", 1), ("ACBZ", 1), ("HTOABZ", 1), ("HTOCC", 1), ("OGA", 1), ("ICBZ", 1), ("CO", 2),
    ]

    private let storage: Storage
    private var rehearsal: RehearsedAlarm
    private let asked: Int

    init(_ storage: Storage, start: Instant, seed: UInt64) async throws {
        self.storage = storage
        var random = Randomness(seed: seed)
        let choice = random.next()
        let (functions, municipalities) = try await storage.read { tx in
            let today = Amsterdam.day(at: start)
            return (
                Set(try tx.functions().map(\.code.text)),
                try tx.municipalities().filter { $0.exists(on: today) }.map(\.code)
            )
        }
        guard !municipalities.isEmpty else { throw AlarmRefusal.noRegion }
        let request = AlarmRequest(
            key: "oefening-\(seed)",
            posts: Self.posts.filter { functions.contains($0.0) }.map {
                AlarmRequest.Post(function: Code($0.0), wanted: $0.1)
            },
            municipality: municipalities[Int(choice % UInt64(municipalities.count))], place: "Sporthal",
            description: "Brand in een woongebouw; bewoners worden opgevangen.", isExercise: true)
        asked = request.posts.map(\.wanted).reduce(0, +)
        let source = Randomness(seed: random.next())
        let alarm = try await storage.change(by: .command("drill"), at: start, randomness: source) { change in
            try change.raiseAlarm(request).id
        }
        rehearsal = RehearsedAlarm(alarm, in: storage, from: start, by: "drill", randomness: random)
    }

    mutating func run() async throws -> DrillReport {
        try await rehearsal.run()
        return try await report()
    }

    private func report() async throws -> DrillReport {
        let (alarm, asked) = (rehearsal.alarm, asked)
        let (start, clock) = (rehearsal.start, rehearsal.clock)
        return try await storage.read { tx in
            guard let present = try tx.alarm(alarm), let status = try tx.alarmStatus(alarm) else {
                throw AlarmRefusal.over
            }
            let filled = status.posts.map { min($0.wanted, $0.atWork) }.reduce(0, +)
            let called = try tx.calledCount(of: alarm)
            let minutes = (present.endedAt ?? clock).minutes(since: start)
            return DrillReport(
                lines: try AlarmTimeline(present, tx).lines.map {
                    "\(Dutch.time($0.at))  OEFENING  \($0.sentence)"
                },
                filled: filled, asked: asked,
                sentence:
                    "Oefening: \(filled) van \(asked) gevraagde plaatsen gevuld na \(Dutch.duration(minutes: minutes)); "
                    + "\(Dutch.count(called, "persoon", "mensen")) gevraagd, "
                    + "\(Dutch.count(status.messageCount, "bericht", "berichten")).")
        }
    }
}
