import Foundation

/// What earlier rows said about each employee: one row per function is fine, a contradiction is not.
struct ImportMemory {
    private struct Statement {
        let text: String
        let line: Int
    }

    private var statements: [EmployeeKey: [ImportColumn: Statement]] = [:]
    private var lines: [[String]: Int] = [:]

    /// Faults when `person` contradicts an earlier accepted row; otherwise it is remembered.
    mutating func contradictions(with person: ImportedPerson) -> [ImportFault] {
        var known = statements[person.key] ?? [:]
        var faults: [ImportFault] = []
        for (column, text) in ImportMemory.facts(of: person) {
            if let earlier = known[column] {
                guard earlier.text != text else { continue }
                let (line, said) = (earlier.line, earlier.text)
                faults.append(.contradiction(column, text: text, earlier: said, earlierLine: line))
            } else {
                known[column] = Statement(text: text, line: person.line)
            }
        }
        if faults.isEmpty { statements[person.key] = known }
        return faults
    }

    /// The line of an earlier accepted record with the same fields.
    mutating func earlierLine(of record: ImportRecord) -> Int? {
        let fields = record.fields.map(\.tidied)
        if let line = lines[fields] { return line }
        lines[fields] = record.line
        return nil
    }

    /// Facts a person has once, whatever the functions; an empty cell says nothing.
    private static func facts(of person: ImportedPerson) -> [(ImportColumn, String)] {
        let facts: [(ImportColumn, String?)] = [
            (.wholeName, person.name.full), (.mobile, person.mobile?.display),
            (.landline, person.landline?.display), (.email, person.email?.description),
            (.workBase, person.workBase?.text), (.employedFrom, person.employedFrom.map(ImportDate.written)),
            (.employedThrough, person.employedThrough.map(ImportDate.written)),
        ]
        return facts.compactMap { column, text in text.map { (column, $0) } }
    }
}
