import App
import ArgumentParser
import Domain
import Web

struct MoneyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "money", abstract: "Rekent met geld.", subcommands: [MoneyDistributeCommand.self])
}

struct MoneyDistributeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "distribute",
        abstract: "Verdeelt een bedrag over de gemeenten van een meegeleverde regio.",
        discussion:
            "Op de cent nauwkeurig: de resterende centen gaan naar de grootste breuken, bij gelijke op naam.")

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Het bedrag in hele centen: 2500000 is € 25.000,00.", valueName: "centen"))
    var amount: String

    @Option(
        help: ArgumentHelp("Verdeelsleutel: inhabitants (inwoners) of equal (gelijk).", valueName: "sleutel"))
    var key = DistributionKey.inhabitants.rawValue

    @Option(help: ArgumentHelp("Regiocode, zoals VR17.", valueName: "regio"))
    var region: String

    @Option(help: ArgumentHelp("Peildatum, zoals 2020-01-01.", valueName: "jjjj-mm-dd"))
    var date: String

    @Flag(help: "Schrijf JSON.")
    var json = false

    func run() async throws {
        let (amount, key, day) = (try readAmount(), try readKey(), try readDay())
        do {
            let distribution = try distribute(amount, by: key, over: region, on: day)
            if json {
                try Terminal.json(DistributionJSON(distribution))
            } else {
                Terminal.line(DistributionText(distribution).text)
            }
        } catch let fault as RegionDistributionFault {
            if fault.isMisuse { throw CommandStop.misuse(fault.sentence) }
            if json { try Terminal.json(DistributionJSON(fault, amount, key, region, day)) }
            throw CommandStop.refused(fault.sentence)
        }
    }

    private func readAmount() throws -> Money {
        // A thousands separator would be read as one by some and as a comma by others, so neither is taken.
        let digits = amount.hasPrefix("-") ? amount.dropFirst() : Substring(amount)
        guard !digits.isEmpty,
            digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else {
            throw CommandStop.misuse(
                "--amount ‘\(amount)’ is geen heel aantal centen. Schrijf € 25.000,00 als 2500000.")
        }
        guard !amount.hasPrefix("-") else {
            throw CommandStop.misuse("--amount \(amount) is negatief. Verdeel het bedrag zonder minteken.")
        }
        guard let cents = Int64(digits) else {
            throw CommandStop.misuse(
                "--amount \(amount) is te groot. Het mag hoogstens \(Dutch.money(Money(cents: .max))) zijn.")
        }
        return Money(cents: cents)
    }

    private func readKey() throws -> DistributionKey {
        guard let known = DistributionKey(rawValue: key) else {
            let keys = DistributionKey.allCases.map(\.rawValue).joined(separator: ", ")
            throw CommandStop.misuse("Verdeelsleutel ‘\(key)’ is niet bekend. Kies uit: \(keys).")
        }
        return known
    }

    private func readDay() throws -> Day {
        guard let day = Day(iso: date) else {
            throw CommandStop.misuse(
                "--date ‘\(date)’ is geen dag op de kalender. Schrijf hem als 2020-01-01 (jaar-maand-dag).")
        }
        return day
    }
}

/// What programs read; every field is always present.
private struct DistributionJSON: Encodable {
    let amountCents: Int64
    let key: String
    let region: String
    let referenceDate: String
    let parts: [PartJSON]
    let errors: [ErrorJSON]

    struct PartJSON: Encodable {
        let municipality: String
        let name: String
        let basis: Int64
        let cents: Int64
    }

    struct ErrorJSON: Encodable {
        let code: String
        let message: String
    }

    init(_ distribution: RegionDistribution) {
        amountCents = distribution.amount.cents
        key = distribution.key.rawValue
        region = distribution.region.text
        referenceDate = distribution.referenceDate.iso
        parts = distribution.parts.map {
            PartJSON(
                municipality: $0.share.code.text, name: $0.share.name, basis: $0.share.basis,
                cents: $0.amount.cents)
        }
        errors = []
    }

    init(
        _ fault: RegionDistributionFault, _ amount: Money, _ key: DistributionKey, _ region: String,
        _ day: Day
    ) {
        amountCents = amount.cents
        self.key = key.rawValue
        self.region = region
        referenceDate = day.iso
        parts = []
        errors = [ErrorJSON(code: fault.code, message: fault.sentence)]
    }
}

/// The same for people: one line per municipality.
private struct DistributionText {
    let text: String

    init(_ distribution: RegionDistribution) {
        let names = distribution.parts.map(\.share.name)
        let width = names.map(\.count).max() ?? 0
        let lines = distribution.parts.map { part in
            let basis = Dutch.number(Int(part.share.basis)).leftPadded(11)
            let amount = Dutch.money(part.amount).leftPadded(16)
            return "  \(part.share.name.padded(width))\(distribution.key == .equal ? "" : basis)\(amount)"
        }
        let count = Dutch.count(distribution.parts.count, "gemeente", "gemeenten")
        let head = "\(Dutch.money(distribution.amount)) over \(count) van \(distribution.regionName), "
        let basis =
            switch distribution.key {
            case .equal: "gelijk per gemeente, zoals de regio was op "
            case .inhabitants: "naar inwoners op "
            }
        let sources = distribution.sources.map { "Bron: \($0)" }
        text = ([head + basis + Dutch.shortDate(distribution.referenceDate) + ":"] + lines + sources)
            .joined(separator: "\n")
    }
}
