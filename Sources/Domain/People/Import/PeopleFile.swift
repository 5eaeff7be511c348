import Foundation

/// An HR list as read: what can be imported, and everything that is wrong or odd about the rest.
///
/// Reading changes nothing; a data row is in `rows` or has a fault (`count == accepted + rejected`).
package struct PeopleFile: Equatable, Sendable {
    /// Nil when the rows did not come from a csv.
    package let encoding: ImportEncoding?
    package let separator: ImportSeparator?
    /// Nil when the file was refused before its header.
    package let header: ImportHeader?
    package private(set) var rows: [ImportedPerson] = []
    /// Data rows, without header and blank rows; 0 when the file as a whole is refused.
    package private(set) var count = 0
    package private(set) var rejected = 0
    package private(set) var faults: [PlacedFault] = []
    package private(set) var warnings: [PlacedWarning] = []

    /// Ten thousand employees with all columns are about 3 MB.
    package static let bytesMax = 10 * 1024 * 1024
    package static let rowsMax = 20_000

    package var accepted: Int { rows.count }

    /// The rows of each person together, in the order of the file.
    package var people: [[ImportedPerson]] {
        var places: [EmployeeKey: Int] = [:]
        var people: [[ImportedPerson]] = []
        for row in rows {
            if let place = places[row.key] {
                people[place].append(row)
            } else {
                places[row.key] = people.count
                people.append([row])
            }
        }
        return people
    }

    package static func read(bytes: [UInt8], lookup: ImportLookup) -> PeopleFile {
        let text: ImportText
        switch ImportText.decode(bytes) {
        case .failure(let fault): return PeopleFile(refusedFor: fault)
        case .success(let decoded): text = decoded
        }
        var scanner = ImportScanner(text.text)
        var declared: Result<ImportSeparator, ImportFileFault>?
        scanner.takeFirstLine { line in
            declared = ImportSeparator.declared(in: line)
            return declared != nil
        }
        switch declared {
        case .failure(let fault): return PeopleFile(refusedFor: fault, encoding: text.encoding)
        case .success(let separator): scanner.separator = separator
        case nil: scanner.separator = .sniff(scanner)
        }
        var records: [ImportRecord] = []
        while records.count <= rowsMax + 1, let record = scanner.next() {
            if !record.isBlank { records.append(record) }
        }
        return read(records: records, lookup: lookup, encoding: text.encoding, separator: scanner.separator)
    }

    /// The same for rows that come from elsewhere (xlsx); the first of `records` is the header.
    package static func read(
        records: [ImportRecord], lookup: ImportLookup, encoding: ImportEncoding? = nil,
        separator: ImportSeparator? = nil
    ) -> PeopleFile {
        let filled = records.filter { !$0.isBlank }
        guard let first = filled.first else { return PeopleFile(refusedFor: .empty, encoding: encoding) }
        let reading = ImportHeaderReading(first.fields)
        var file = PeopleFile(encoding: encoding, separator: separator, header: reading.header)
        file.warnings = reading.warnings.map { PlacedWarning(row: nil, line: first.line, warning: $0) }
        var refusals = reading.faults.map(ImportFault.file)
        if let damage = first.damage { refusals = [.damaged(damage)] }
        if refusals.isEmpty, filled.count == 1 { refusals = [.file(.noRows)] }
        if filled.count > rowsMax + 1 { refusals.append(.file(.tooManyRows(max: rowsMax))) }
        file.faults = refusals.map { PlacedFault(row: nil, line: first.line, fault: $0) }
        if refusals.isEmpty { file.take(filled.dropFirst(), reading.header, lookup) }
        return file
    }

    /// A file of which nothing can be read.
    package static func refused(_ fault: ImportFileFault) -> PeopleFile {
        PeopleFile(refusedFor: fault)
    }

    /// Adds what a reader should know about the file as a whole, before all else.
    package mutating func add(_ notes: [WorkbookNote]) {
        warnings = notes.map { PlacedWarning(row: nil, line: nil, warning: .workbook($0)) } + warnings
    }

    private init(encoding: ImportEncoding?, separator: ImportSeparator?, header: ImportHeader?) {
        self.encoding = encoding
        self.separator = separator
        self.header = header
    }

    private init(refusedFor fault: ImportFileFault, encoding: ImportEncoding? = nil) {
        self.init(encoding: encoding, separator: nil, header: nil)
        faults = [PlacedFault(row: nil, line: nil, fault: .file(fault))]
    }

    private mutating func take(
        _ records: ArraySlice<ImportRecord>, _ header: ImportHeader, _ lookup: ImportLookup
    ) {
        var memory = ImportMemory()
        for (index, record) in records.enumerated() {
            var row = ImportRow(record, number: index + 1, header: header, lookup: lookup)
            let person = row.person()
            if let person { row.faults = memory.contradictions(with: person) }
            if let person, row.faults.isEmpty {
                rows.append(person)
                if let line = memory.earlierLine(of: record) {
                    row.warnings.append(.repeatedRow(earlierLine: line))
                }
            } else {
                rejected += 1
            }
            faults += row.faults.map { PlacedFault(row: row.number, line: record.line, fault: $0) }
            warnings += row.warnings.map { PlacedWarning(row: row.number, line: record.line, warning: $0) }
        }
        count = records.count
    }
}

/// A fault with its place; without `row` it concerns the file as a whole.
package struct PlacedFault: Equatable, Sendable {
    /// Data rows count from 1.
    package let row: Int?
    /// Physical line, from 1.
    package let line: Int?
    package let fault: ImportFault
}

package struct PlacedWarning: Equatable, Sendable {
    package let row: Int?
    package let line: Int?
    package let warning: ImportWarning
}
