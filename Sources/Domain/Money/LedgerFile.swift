/// Totals of a ledger as handed in (csv, or the rows of an xlsx): what was spent on which post in which month.
/// Reading changes nothing; a row is in `rows` or has a fault.
package struct LedgerFile: Equatable, Sendable {
    package enum Column: String, ListColumn {
        case year = "jaar"
        case month = "maand"
        case post = "post"
        case amount = "bedrag"

        package static let required: [Column] = [.year, .month, .post, .amount]

        package var keys: Set<String> {
            switch self {
            case .year: ["jaar", "boekjaar"]
            case .month: ["maand", "periode", "boekperiode"]
            case .post: ["post", "omschrijving", "kostensoort", "grootboekrekening"]
            case .amount: ["bedrag", "totaal", "saldo", "bedrageuro"]
            }
        }
    }

    package enum Fault: Equatable, Sendable {
        case list(ListFault<Column>)
        case damaged
        case required(Column)
        case notAYear(String)
        case notAMonth(String)
        case notAnAmount(String)
        case negative(Money)
        case absurd(Money)
        case notYet(year: Int, month: Int)
        case postTooLong(max: Int)
        case again(line: Int)
    }

    package struct PlacedFault: Equatable, Sendable {
        /// Physical line, from 1; nil for the file as a whole.
        package let line: Int?
        package let fault: Fault
    }

    package private(set) var rows: [LedgerTotal] = []
    package private(set) var count = 0
    package private(set) var faults: [PlacedFault] = []

    package static let rowsMax = 5_000
    package static let postMax = 120
    /// A hundred million euros in one month on one post is a slip of the pen.
    package static let amountMax = Money(cents: 10_000_000_000)

    package static func read(records: [ImportRecord], today: Day) -> LedgerFile {
        var file = LedgerFile()
        var lines: [LedgerTotal.Key: Int] = [:]
        switch TitledRecords<Column>.read(records, rowsMax: rowsMax) {
        case .failure(let fault): file.faults = [PlacedFault(line: nil, fault: .list(fault))]
        case .success(let list):
            for record in list.rows {
                file.count += 1
                switch Self.total(record, today) {
                case .failure(let faults):
                    file.faults += faults.all.map { PlacedFault(line: record.line, fault: $0) }
                case .success(let total):
                    if let line = lines[total.key] {
                        file.faults.append(PlacedFault(line: record.line, fault: .again(line: line)))
                    } else {
                        lines[total.key] = record.line
                        file.rows.append(total)
                    }
                }
            }
        }
        return file
    }

    package static func refused(_ fault: ImportFileFault) -> LedgerFile {
        var file = LedgerFile()
        file.faults = [PlacedFault(line: nil, fault: .list(.file(fault)))]
        return file
    }

    private struct Faults: Error {
        var all: [Fault]
    }

    private static func total(
        _ record: TitledRecords<Column>.Row, _ today: Day
    ) -> Result<LedgerTotal, Faults> {
        guard !record.isDamaged else { return .failure(Faults(all: [.damaged])) }
        var faults = record.missing.map { Fault.required($0) }
        func cell(_ column: Column) -> String { record.cell(column) }
        let year = Int(cell(.year)).flatMap { Budget.years.contains($0) ? $0 : nil }
        if year == nil, !cell(.year).isEmpty { faults.append(.notAYear(cell(.year))) }
        let month = Self.month(cell(.month))
        if month == nil, !cell(.month).isEmpty { faults.append(.notAMonth(cell(.month))) }
        let amount = Money(written: cell(.amount))
        if amount == nil, !cell(.amount).isEmpty { faults.append(.notAnAmount(cell(.amount))) }
        if let amount, amount < .zero { faults.append(.negative(amount)) }
        if let amount, amount > amountMax { faults.append(.absurd(amount)) }
        if cell(.post).count > postMax { faults.append(.postTooLong(max: postMax)) }
        if let year, let month, (year, month) > (today.parts.year, today.parts.month) {
            faults.append(.notYet(year: year, month: month))
        }
        guard faults.isEmpty, let year, let month, let amount else { return .failure(Faults(all: faults)) }
        return .success(LedgerTotal(year: year, month: month, post: cell(.post), amount: amount))
    }

    private static let monthKeys = [
        "jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
    ]

    /// `3`, `03`, `maart`, `mrt`.
    private static func month(_ text: String) -> Int? {
        if let number = Int(text) { return (1...12).contains(number) ? number : nil }
        let key = text.foldedKey
        guard key != "maart" else { return 3 }
        return monthKeys.firstIndex { key.hasPrefix($0) }.map { $0 + 1 }
    }
}

extension Money {
    /// Reads `1.250`, `1250,50`, `1250.5`, `€ 75`, `-10`, as ledgers write amounts; nil for anything else.
    package init?(written text: String) {
        let plain = text.filter { !$0.isWhitespace && $0 != "€" }.replacing("−", with: "-")
        if let match = plain.wholeMatch(of: /(-?)(\d{1,12})(?:[.,](\d{1,2}))?/) {
            self.init(sign: match.output.1, euros: match.output.2, cents: match.output.3)
        } else if let match = plain.wholeMatch(of: /(-?)(\d{1,3}(?:\.\d{3})+)(?:,(\d{1,2}))?/) {
            self.init(
                sign: match.output.1, euros: match.output.2.replacing(".", with: ""), cents: match.output.3)
        } else {
            return nil
        }
    }

    private init?(sign: Substring, euros: Substring, cents: Substring?) {
        guard let euros = Int64(euros) else { return nil }
        let digits = cents.map { $0.count == 1 ? "\($0)0" : String($0) } ?? "00"
        let amount = euros * 100 + (Int64(digits) ?? 0)
        self.init(cents: sign.isEmpty ? amount : -amount)
    }
}
