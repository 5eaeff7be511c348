/// A column of a list that is read in, known by its title.
package protocol ListColumn: CaseIterable, RawRepresentable<String>, Hashable, Sendable {
    /// Folded keys of the titles that mean it.
    var keys: Set<String> { get }
    /// Without these a list cannot be read.
    static var required: [Self] { get }
}

/// Why a list cannot be read at all.
package enum ListFault<Column: ListColumn>: Error, Equatable, Sendable {
    case file(ImportFileFault)
    case missingColumns([Column])
    case noRows
    case tooManyRows(max: Int)
}

/// The rows of a list under titles that are known, in any order; other columns are left out.
package struct TitledRecords<Column: ListColumn>: Sendable {
    package struct Row: Sendable {
        private let record: ImportRecord
        private let places: [Column: Int]

        fileprivate init(_ record: ImportRecord, _ places: [Column: Int]) {
            self.record = record
            self.places = places
        }

        /// Physical line, from 1.
        package var line: Int { record.line }
        /// Its fields cannot be trusted.
        package var isDamaged: Bool { record.damage != nil }

        /// Empty for a column that the list does not have.
        package func cell(_ column: Column) -> String {
            guard let place = places[column], place < record.fields.count else { return "" }
            return ImportCell(record.fields[place]).text
        }

        /// Required columns in which nothing stands.
        package var missing: [Column] { Column.required.filter { cell($0).isEmpty } }
    }

    package let rows: [Row]

    /// - Parameter records: the first is the header; empty ones are left out.
    package static func read(
        _ records: [ImportRecord], rowsMax: Int
    ) -> Result<TitledRecords, ListFault<Column>> {
        let filled = records.filter { !$0.isBlank }
        guard let header = filled.first else { return .failure(.file(.empty)) }
        var places: [Column: Int] = [:]
        for (index, title) in header.fields.enumerated() {
            let key = title.foldedKey
            guard let column = Column.allCases.first(where: { $0.keys.contains(key) }) else { continue }
            if places[column] == nil { places[column] = index }
        }
        let missing = Column.required.filter { places[$0] == nil }
        guard missing.isEmpty else { return .failure(.missingColumns(missing)) }
        guard filled.count > 1 else { return .failure(.noRows) }
        guard filled.count <= rowsMax + 1 else { return .failure(.tooManyRows(max: rowsMax)) }
        return .success(TitledRecords(rows: filled.dropFirst().map { Row($0, places) }))
    }
}

extension ImportRecord {
    /// The records of a csv in whatever encoding and with whatever separator.
    ///
    /// - Parameter recordsMax: what comes after is not read.
    package static func csv(
        _ bytes: [UInt8], recordsMax: Int
    ) -> Result<[ImportRecord], ImportFileFault> {
        let text: ImportText
        switch ImportText.decode(bytes) {
        case .failure(let fault): return .failure(fault)
        case .success(let decoded): text = decoded
        }
        var scanner = ImportScanner(text.text)
        scanner.separator = .sniff(scanner)
        var records: [ImportRecord] = []
        while records.count < recordsMax, let record = scanner.next() {
            if !record.isBlank { records.append(record) }
        }
        return .success(records)
    }
}
