import Foundation

/// A table of travel times as read (`van;naar;minuten`), and all that is wrong or odd about it.
package struct TravelFile: Equatable, Sendable {
    package struct Pair: Hashable, Sendable {
        package let origin: Code<Municipality>
        package let destination: Code<Municipality>

        package init(origin: Code<Municipality>, destination: Code<Municipality>) {
            self.origin = origin
            self.destination = destination
        }
    }

    package struct Entry: Equatable, Sendable {
        package let pair: Pair
        package let minutes: Int
    }

    package private(set) var rows: [Entry] = []
    package private(set) var count = 0
    package private(set) var rejected = 0
    package private(set) var faults: [PlacedTableFault] = []
    package private(set) var warnings: [TableWarning] = []

    /// From one end of the country to the other and back again; more is a typing error.
    package static let minutesMax = 480

    /// - Parameter municipalities: those of the region, of the past too.
    package static func read(bytes: [UInt8], municipalities: [Municipality]) -> TravelFile {
        let columns: [TableColumn] = [.origin, .destination, .minutes]
        let sheet: TableSheet
        switch TableSheet.read(bytes, wanted: columns, required: columns) {
        case .failure(let fault): return TravelFile(refusedFor: fault)
        case .success(let read): sheet = read
        }
        var file = TravelFile()
        let lookup = ImportLookup(
            municipalities: Dictionary(
                municipalities.map { ($0.code, [$0.name]) }, uniquingKeysWith: { first, _ in first }),
            functions: [:])
        for (index, record) in sheet.records.enumerated() {
            file.take(record, row: index + 1, sheet.header, lookup)
        }
        file.count = sheet.records.count
        file.rejected = Set(file.faults.compactMap(\.row)).count
        if !file.rows.isEmpty { file.warnings += missingPairs(of: municipalities, in: file.rows) }
        return file
    }

    /// Between municipalities that did not merge; a file of today has no rows for the others.
    private static func missingPairs(of municipalities: [Municipality], in rows: [Entry]) -> [TableWarning] {
        let given = Set(rows.map(\.pair))
        let present = municipalities.filter { $0.successor == nil }.map(\.code)
        let missing = present.flatMap { origin in
            present.filter { !given.contains(Pair(origin: origin, destination: $0)) }
        }
        return missing.isEmpty ? [] : [.pairsMissing(count: missing.count)]
    }

    private init() {}

    private init(refusedFor fault: TableFault) {
        faults = [PlacedTableFault(row: nil, line: nil, fault: fault)]
    }

    private var lines: [Pair: Int] = [:]

    private mutating func take(
        _ record: ImportRecord, row: Int, _ header: TableHeader, _ lookup: ImportLookup
    ) {
        var found: [TableFault] = []
        func municipality(_ column: TableColumn) -> Code<Municipality>? {
            let text = header.cell(column, of: record)
            let code = lookup.municipality(text)
            if text.isEmpty {
                found.append(.required(column))
            } else if code == nil {
                found.append(.unknownMunicipality(column, text))
            }
            return code
        }
        if let damage = record.damage {
            faults.append(PlacedTableFault(row: row, line: record.line, fault: .damaged(damage)))
            return
        }
        let origin = municipality(.origin)
        let destination = municipality(.destination)
        let minutes = minutes(header.cell(.minutes, of: record), &found)
        if let origin, let destination, let minutes, found.isEmpty {
            let pair = Pair(origin: origin, destination: destination)
            found += keep(Entry(pair: pair, minutes: minutes), line: record.line)
        }
        faults += found.map { PlacedTableFault(row: row, line: record.line, fault: $0) }
    }

    /// A part of a minute counts as a whole one: somebody is in time only when they surely are.
    private func minutes(_ text: String, _ found: inout [TableFault]) -> Int? {
        if text.isEmpty {
            found.append(.required(.minutes))
            return nil
        }
        guard let match = text.wholeMatch(of: /(\d{1,6})([.,](\d{1,6}))?/), let whole = Int(match.output.1)
        else {
            found.append(.notANumber(.minutes, text))
            return nil
        }
        let minutes = whole + ((match.output.3 ?? "").contains { $0 != "0" } ? 1 : 0)
        guard minutes <= Self.minutesMax else {
            found.append(.outOfRange(.minutes, minutes, max: Self.minutesMax))
            return nil
        }
        return minutes
    }

    private mutating func keep(_ entry: Entry, line: Int) -> [TableFault] {
        guard let earlierLine = lines[entry.pair] else {
            lines[entry.pair] = line
            rows.append(entry)
            return []
        }
        guard let earlier = rows.first(where: { $0.pair == entry.pair }), earlier.minutes != entry.minutes
        else {
            return []
        }
        return [.contradiction(text: "\(entry.minutes)", earlier: earlier.minutes, earlierLine: earlierLine)]
    }
}
