import Foundation

/// Which column of the file means what.
package struct ImportHeader: Equatable, Sendable {
    /// The header cells as written.
    package let titles: [String]
    /// Indexes into `titles`, the most exact first; more than one only where a row may fall back.
    package let positions: [ImportColumn: [Int]]

    package func title(of column: ImportColumn) -> String? {
        positions[column]?.first.map { titles[$0] }
    }

    func has(_ column: ImportColumn) -> Bool { positions[column] != nil }

    /// The last column a row may not leave out.
    var lastRequired: Int {
        let required: [ImportColumn] = [
            .municipality, .personnelNumber, has(.surname) ? .surname : .wholeName,
        ]
        return required.compactMap { positions[$0]?.first }.max() ?? 0
    }
}

/// The first record read as header: usable when `faults` is empty.
package struct ImportHeaderReading: Equatable, Sendable {
    package let header: ImportHeader
    package let faults: [ImportFileFault]
    package let warnings: [ImportWarning]

    package init(_ fields: [String]) {
        let titles = fields.map(\.tidied)
        var tiers: [ImportColumn: [(tier: Int, index: Int)]] = [:]
        var warnings: [ImportWarning] = []
        for (index, title) in titles.enumerated() {
            if let known = ImportColumn.recognise(title) {
                tiers[known.column, default: []].append((known.tier, index))
            } else if !title.isEmpty {
                warnings.append(.unknownColumn(title))
            }
        }
        var faults: [ImportFileFault] = []
        var positions: [ImportColumn: [Int]] = [:]
        for column in ImportColumn.allCases {
            guard let found = tiers[column]?.sorted(by: { $0 < $1 }), let best = found.first else { continue }
            let doubled = Dictionary(grouping: found, by: \.tier).filter { $0.value.count > 1 }
            for (_, same) in doubled.sorted(by: { $0.key < $1.key }) {
                faults.append(.doubledColumn(column, titles: same.map { titles[$0.index] }))
            }
            let passedOver = column.fallsBack ? [] : found.filter { $0.tier > best.tier }
            warnings += passedOver.map { .passedOverColumn(titles[$0.index], instead: titles[best.index]) }
            positions[column] = column.fallsBack ? found.map(\.index) : [best.index]
        }
        ImportHeaderReading.dropBirthPrefix(tiers, titles, &positions, &warnings)
        header = ImportHeader(titles: titles, positions: positions)
        self.faults = faults + ImportHeaderReading.missing(header)
        self.warnings = warnings
    }

    /// The tussenvoegsel of the birth name says nothing about another surname.
    private static func dropBirthPrefix(
        _ tiers: [ImportColumn: [(tier: Int, index: Int)]], _ titles: [String],
        _ positions: inout [ImportColumn: [Int]], _ warnings: inout [ImportWarning]
    ) {
        guard let prefix = tiers[.prefix]?.min(by: { $0 < $1 }), prefix.tier == 1,
            let surname = tiers[.surname]?.min(by: { $0 < $1 }), surname.tier == 0
        else { return }
        positions[.prefix] = nil
        warnings.append(.passedOverColumn(titles[prefix.index], instead: titles[surname.index]))
    }

    private static func missing(_ header: ImportHeader) -> [ImportFileFault] {
        let seen = header.titles.filter { !$0.isEmpty }.map { String($0.prefix(60)) }
        if header.positions.isEmpty { return [.noHeader(seen: seen)] }
        var missing: [ImportColumn] = [.municipality, .personnelNumber].filter { !header.has($0) }
        if !header.has(.surname), !header.has(.wholeName) { missing.append(.surname) }
        return missing.isEmpty ? [] : [.missingColumns(missing, seen: seen)]
    }
}
