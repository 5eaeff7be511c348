import App
import ArgumentParser
import Domain
import Storage
import Web

struct CoverageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage", abstract: "Bewijst per minuut of elke piketlijn volgens rooster bezet is.")

    @OptionGroup var place: DataOptions

    @Option(help: ArgumentHelp("Eerste dag, 00.00 uur Nederlandse tijd.", valueName: "jjjj-mm-dd"))
    var from: Day

    @Option(help: "Aantal weken; anders zo ver als de norm vooruitkijkt.")
    var weeks: Int?

    @Flag(help: "Schrijf JSON.")
    var json = false

    func validate() throws {
        guard (1...520).contains(weeks ?? 1) else {
            throw ValidationError("--weeks moet tussen 1 en 520 liggen.")
        }
    }

    func run() async throws {
        let application = try await place.open()
        let first = from
        let weeks: Int =
            if let asked = self.weeks {
                asked
            } else {
                try await application.storage.read { tx in
                    try tx.normSet().number(of: .coverageHorizon, at: Amsterdam.startOfDay(first))
                }
            }
        let horizon = Interval(weeks: weeks, from: first)
        let proof = try await proveCoverage(application.storage, during: horizon)
        try await application.storage.close()
        if json {
            try Terminal.json(CoverageJSON(proof, weeks: weeks))
        } else {
            Terminal.line(summary(proof.report))
        }
        if !proof.report.gaps.isEmpty { throw CommandStop.refused() }
    }

    private func summary(_ report: CoverageReport) -> String {
        let figures = report.coverage.figures
        func share(_ minutes: Int) -> String { Dutch.percentage(minutes, of: figures.minutes) }
        var lines = [
            "Regio \(report.region.name), \(Dutch.period(report.coverage.horizon)), \(figures.posts) piketlijnen:",
            "  op rooster                     \(share(figures.rosteredMinutes)) van de minuten",
            "  op rooster en vakbekwaam       \(share(figures.coveredMinutes))",
            "  ook als één iemand uitvalt     \(share(figures.oneOutMinutes))",
            "  ook als twee mensen uitvallen  \(share(figures.twoOutMinutes))",
        ]
        if let first = report.gaps.first {
            let minutes = report.gaps.map { $0.interval.minutes }.reduce(0, +)
            lines.append("")
            lines.append(
                "\(Dutch.count(report.gaps.count, "gat", "gaten")), samen \(Dutch.duration(minutes: minutes)). "
                    + "Eerste gat: \(first.line.code), \(Dutch.period(first.interval)).")
        } else {
            lines.append("\nAlles is volgens rooster bezet.")
        }
        return lines.joined(separator: "\n")
    }
}

/// What programs read; every field is always present.
private struct CoverageJSON: Encodable {
    let region: String
    let from: String
    let to: String
    let weeks: Int
    let posts: Int
    let minutes: Int
    let rosteredMinutes: Int
    let coveredMinutes: Int
    let n1Minutes: Int
    let n2Minutes: Int
    let segments: Int
    let gaps: [GapJSON]
    let sweepMilliseconds: Double

    struct GapJSON: Encodable {
        let function: String
        let district: String
        let from: String
        let to: String
        let missing: Int
        let reasons: [ReasonJSON]
    }

    struct ReasonJSON: Encodable {
        let code: String
        let person: String
        let from: String
        let to: String
        let text: String
    }

    init(_ proof: CoverageProof, weeks: Int) {
        let report = proof.report
        let figures = report.coverage.figures
        region = report.region.code.text
        from = report.coverage.horizon.start.iso8601
        to = report.coverage.horizon.end.iso8601
        self.weeks = weeks
        posts = figures.posts
        minutes = figures.minutes
        rosteredMinutes = figures.rosteredMinutes
        coveredMinutes = figures.coveredMinutes
        n1Minutes = figures.oneOutMinutes
        n2Minutes = figures.twoOutMinutes
        segments = report.coverage.segments.count
        gaps = report.gaps.map { gap in
            GapJSON(
                function: gap.line.function.text, district: gap.line.district.text,
                from: gap.interval.start.iso8601, to: gap.interval.end.iso8601, missing: gap.missing,
                reasons: gap.reasons.map { reason in
                    ReasonJSON(
                        code: reason.refusalCode, person: reason.person.description,
                        from: reason.interval.start.iso8601, to: reason.interval.end.iso8601,
                        text: reason.sentence)
                })
        }
        sweepMilliseconds = proof.sweepMilliseconds
    }
}
