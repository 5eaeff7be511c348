// Makes a roster for an instance of a public or seeded set and says what it cost, in which time and against
// which bound.
import ArgumentParser
import Foundation
import Solver
import Synchronization

@main
struct RosterBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roster-bench",
        abstract: "Lost een roosterinstantie op (Curtois-Qu of piket-1) en schrijft het beste rooster.")

    @Argument(help: "Instantie: tekst van Curtois en Qu, of JSON piket-1.") var file: String
    @Option(help: "Hoelang er gezocht wordt, in seconden.") var seconds = 10.0
    @Option(help: "Zaad: hetzelfde zaad geeft hetzelfde werk.") var seed: UInt64 = 1
    @Option(help: "Aantal rekendraden.") var threads = 2
    @Option(help: "Hoogste aantal stappen; zonder grens als het ontbreekt.") var steps: Int?
    @Option(help: "Bestand voor het rooster.") var out: String?
    @Flag(help: "Uitkomst als JSON.") var json = false

    func validate() throws {
        guard seconds > 0, seconds < 1_000_000 else {
            throw ValidationError("Geef bij --seconds een getal boven 0.")
        }
        guard (1...64).contains(threads) else {
            throw ValidationError("Geef bij --threads een getal van 1 tot 64.")
        }
    }

    func run() throws {
        let clock = ContinuousClock()
        let begin = clock.now
        let data = try Data(contentsOf: URL(fileURLWithPath: file))
        let piket =
            data.first == UInt8(ascii: "{") ? try JSONDecoder().decode(PiketInstance.self, from: data) : nil
        let shifts = piket == nil ? try ShiftInstance(String(decoding: data, as: UTF8.self)) : nil
        guard let problem = piket?.problem() ?? shifts?.problem() else { throw ExitCode(2) }
        let limit = Duration.seconds(seconds)
        let firstComplete = Mutex<Double?>(nil)
        var search = RosterSearch(
            problem, seed: seed, threads: threads, steps: steps, stop: { clock.now - begin >= limit },
            report: { progress in
                guard progress.cost != nil else { return }
                firstComplete.withLock { $0 = $0 ?? (clock.now - begin) / .seconds(1) }
            })
        let answer = search.run()
        let spent = (clock.now - begin) / .seconds(1)
        if let answer, let out {
            let roster = try piket?.roster(answer, problem) ?? shifts?.roster(answer, problem) ?? Data()
            try roster.write(to: URL(fileURLWithPath: out))
        }
        let first = firstComplete.withLock { $0 }
        func text(_ value: (some CustomStringConvertible)?) -> String { value.map(\.description) ?? "null" }
        if json {
            print(
                """
                {"cost": \(text(answer?.cost)), "bound": \(text(answer?.bound)), \
                "proven": \(answer?.proven ?? false), "seconds": \(spent), "firstComplete": \(text(first))}
                """)
        } else {
            print(
                """
                kosten \(text(answer?.cost)), ondergrens \(text(answer?.bound)), \(spent) s, \
                eerste na \(text(first)) s
                """)
        }
        if answer == nil { throw ExitCode(1) }
    }
}
