import Foundation

/// A population table as read: inhabitants by municipality and reference date, and all that is wrong or odd.
///
/// Reading changes nothing; a row about the region is in `rows` or has a fault.
package struct PopulationFile: Equatable, Sendable {
    package struct Entry: Equatable, Sendable {
        package let municipality: Code<Municipality>
        package let referenceDate: Day
        package let inhabitants: Int
    }

    /// One for each municipality and date.
    package private(set) var rows: [Entry] = []
    /// Data rows, those about other places and dates included.
    package private(set) var count = 0
    package private(set) var rejected = 0
    package private(set) var faults: [PlacedTableFault] = []
    package private(set) var warnings: [TableWarning] = []

    /// No municipality of the Netherlands has more; beyond it a column was mistaken for another.
    package static let inhabitantsMax = 5_000_000
    private static let examplesMax = 5

    /// - Parameters:
    ///   - date: take the rows of this day; nil to take every date in the file.
    ///   - municipalities: those of the region, of the past too.
    package static func read(bytes: [UInt8], date: Day?, municipalities: [Municipality]) -> PopulationFile {
        let sheet: TableSheet
        switch TableSheet.read(
            bytes, wanted: [.municipality, .inhabitants, .referenceDate],
            required: [.municipality, .inhabitants])
        {
        case .failure(let fault): return PopulationFile(refusedFor: fault)
        case .success(let read): sheet = read
        }
        guard date != nil || sheet.header.positions[.referenceDate] != nil else {
            return PopulationFile(refusedFor: .referenceDateMissing)
        }
        var reading = PopulationReading(sheet.header, date: date, municipalities: municipalities)
        for (index, record) in sheet.records.enumerated() { reading.take(record, row: index + 1) }
        return PopulationFile(reading, count: sheet.records.count, municipalities: municipalities)
    }

    private init(refusedFor fault: TableFault) {
        faults = [PlacedTableFault(row: nil, line: nil, fault: fault)]
    }

    private init(_ reading: PopulationReading, count: Int, municipalities: [Municipality]) {
        self.count = count
        rows = reading.entries
        faults = reading.faults
        rejected = Set(faults.compactMap(\.row)).count
        if !reading.outside.isEmpty {
            warnings.append(
                .outsideRegion(
                    count: reading.outside.count, examples: Array(reading.outside.prefix(Self.examplesMax))))
        }
        if reading.otherDates > 0 { warnings.append(.otherDates(count: reading.otherDates)) }
        if !reading.withoutFigure.isEmpty { warnings.append(.withoutFigure(reading.withoutFigure)) }
        guard !rows.isEmpty else {
            if faults.isEmpty { refuseAll(reading) }
            return
        }
        let missing = Set(rows.map(\.referenceDate)).sorted().flatMap { day in
            municipalities.filter { municipality in
                municipality.exists(on: day)
                    && !rows.contains { $0.municipality == municipality.code && $0.referenceDate == day }
            }.map(\.name)
        }
        if !missing.isEmpty { warnings.append(.municipalitiesMissing(missing)) }
    }

    private mutating func refuseAll(_ reading: PopulationReading) {
        let fault: TableFault =
            if let date = reading.date, reading.otherDates > 0 { .nothingOn(date) } else { .nothingOfRegion }
        faults = [PlacedTableFault(row: nil, line: nil, fault: fault)]
    }
}

/// The rows of a population table, one by one.
private struct PopulationReading {
    let header: TableHeader
    let date: Day?
    private let known: [Code<Municipality>: Municipality]
    private let lookup: ImportLookup
    private var lines: [Key: Int] = [:]
    private(set) var entries: [PopulationFile.Entry] = []
    private(set) var faults: [PlacedTableFault] = []
    /// Places outside the region, in the order of the file.
    private(set) var outside: [String] = []
    private var outsideSeen: Set<String> = []
    private(set) var otherDates = 0
    private(set) var withoutFigure: [String] = []

    private struct Key: Hashable {
        let municipality: Code<Municipality>
        let date: Day
    }

    init(_ header: TableHeader, date: Day?, municipalities: [Municipality]) {
        self.header = header
        self.date = date
        known = Dictionary(municipalities.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        lookup = ImportLookup(municipalities: known.mapValues { [$0.name] }, functions: [:])
    }

    mutating func take(_ record: ImportRecord, row: Int) {
        switch read(record) {
        case .success(nil): break
        case .success(.some(let entry)): keep(entry, record, row)
        case .failure(let fault): faults.append(PlacedTableFault(row: row, line: record.line, fault: fault))
        }
    }

    /// Nil for a row that is about another place or day, or that StatLine left open.
    private mutating func read(_ record: ImportRecord) -> Result<PopulationFile.Entry?, TableFault> {
        if let damage = record.damage { return .failure(.damaged(damage)) }
        let place = header.cell(.municipality, of: record)
        guard !place.isEmpty else { return .failure(.required(.municipality)) }
        guard let code = lookup.municipality(place), let municipality = known[code] else {
            if outsideSeen.insert(place).inserted { outside.append(place) }
            return .success(nil)
        }
        let written = header.cell(.referenceDate, of: record)
        guard let day = written.isEmpty ? date : tableDay(written) else {
            return .failure(.notADate(written))
        }
        if let date, day != date {
            otherDates += 1
            return .success(nil)
        }
        return number(record, municipality, day)
    }

    private mutating func number(
        _ record: ImportRecord, _ municipality: Municipality, _ day: Day
    ) -> Result<PopulationFile.Entry?, TableFault> {
        let text = header.cell(.inhabitants, of: record)
        let isOpen = text.isEmpty || text.allSatisfy { ".-x".contains($0) }
        guard municipality.exists(on: day) else {
            guard isOpen else { return .failure(.notExisting(name: municipality.name, day)) }
            withoutFigure.append(municipality.name)
            return .success(nil)
        }
        if text.isEmpty { return .failure(.required(.inhabitants)) }
        guard let inhabitants = tableNumber(text) else { return .failure(.notANumber(.inhabitants, text)) }
        guard inhabitants <= PopulationFile.inhabitantsMax else {
            return .failure(.outOfRange(.inhabitants, inhabitants, max: PopulationFile.inhabitantsMax))
        }
        return .success(
            PopulationFile.Entry(
                municipality: municipality.code, referenceDate: day, inhabitants: inhabitants))
    }

    /// A repeated row is one row; a second figure for the same is refused, because a table with ages or sexes in it
    /// gives parts of the total.
    private mutating func keep(_ entry: PopulationFile.Entry, _ record: ImportRecord, _ row: Int) {
        let key = Key(municipality: entry.municipality, date: entry.referenceDate)
        guard let earlierLine = lines[key] else {
            lines[key] = record.line
            entries.append(entry)
            return
        }
        let earlier = entries.first { $0.municipality == key.municipality && $0.referenceDate == key.date }
        guard let earlier, earlier.inhabitants != entry.inhabitants else { return }
        faults.append(
            PlacedTableFault(
                row: row, line: record.line,
                fault: .contradiction(
                    text: "\(entry.inhabitants)", earlier: earlier.inhabitants, earlierLine: earlierLine)))
    }
}

/// A day as StatLine writes it (`2020JJ00`, `2020MM07`, `2020`, "2020 januari") or as people do (`1-1-2020`).
func tableDay(_ text: String) -> Day? {
    if let match = text.wholeMatch(of: /(\d{4})(JJ00)?/) {
        return Int(match.output.1).flatMap { Day(year: $0, month: 1, day: 1) }
    }
    if let match = text.wholeMatch(of: /(\d{4})MM(\d{2})/) {
        guard let year = Int(match.output.1), let month = Int(match.output.2) else { return nil }
        return Day(year: year, month: month, day: 1)
    }
    if let match = text.wholeMatch(of: /(\d{4}) (\p{L}+)\*?/) {
        guard let year = Int(match.output.1), let month = months.firstIndex(of: match.output.2.lowercased())
        else {
            return nil
        }
        return Day(year: year, month: month + 1, day: 1)
    }
    return try? ImportDate.parse(text).get()  // any reason why it is no date is told as one
}

private let months = [
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
    "november",
    "december",
]
