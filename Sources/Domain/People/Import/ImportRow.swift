import Foundation

/// Reads one record into an `ImportedPerson`, and gathers everything that is wrong with it on the way.
struct ImportRow {
    let record: ImportRecord
    let number: Int
    let header: ImportHeader
    let lookup: ImportLookup
    var faults: [ImportFault] = []
    var warnings: [ImportWarning] = []

    init(_ record: ImportRecord, number: Int, header: ImportHeader, lookup: ImportLookup) {
        self.record = record
        self.number = number
        self.header = header
        self.lookup = lookup
    }

    /// Nil when there are `faults`; all of them are known then.
    mutating func person() -> ImportedPerson? {
        if let fault = shapeFault() {
            faults.append(fault)
            return nil
        }
        let municipality = municipality()
        let personnelNumber = personnelNumber()
        let name = name()
        let (mobile, landline) = phones()
        let email = email()
        let functions = functions()
        let designated = period(.designatedFrom, .designatedThrough)
        let certificate = certificate()
        let workBase = workBase()
        let employed = period(.employedFrom, .employedThrough)
        guard faults.isEmpty, let municipality, let personnelNumber, let name else { return nil }
        return ImportedPerson(
            rowNumber: number, line: record.line,
            key: EmployeeKey(municipality: municipality, personnelNumber: personnelNumber), name: name,
            mobile: mobile, landline: landline, email: email, functions: functions,
            designatedFrom: designated.from, designatedThrough: designated.through, certificate: certificate,
            workBase: workBase, employedFrom: employed.from, employedThrough: employed.through)
    }

    /// Programs leave out empty fields at the end, so a short record is fine up to the required columns.
    private func shapeFault() -> ImportFault? {
        if let damage = record.damage { return .damaged(damage) }
        let (found, expected) = (record.fields.count, header.titles.count)
        let surplus = record.fields.dropFirst(expected).contains { !$0.tidied.isEmpty }
        guard surplus || found <= header.lastRequired else { return nil }
        return .fieldCount(found: found, expected: expected)
    }

    /// The cell of a column; nil when the file has no such column, or the cell is empty or cannot be used.
    mutating func text(_ column: ImportColumn, max: Int) -> String? {
        let cells = (header.positions[column] ?? []).filter { $0 < record.fields.count }
            .map { ImportCell(record.fields[$0]) }
        guard let cell = cells.first(where: { !$0.text.isEmpty || $0.controlCharacter != nil }) else {
            return nil
        }
        if let code = cell.controlCharacter {
            faults.append(.controlCharacter(column, code: code))
            return nil
        }
        guard cell.text.count <= max else {
            faults.append(.tooLong(column, length: cell.text.count, max: max))
            return nil
        }
        return cell.text
    }

    /// `text`, and a fault when the cell is empty.
    mutating func required(_ column: ImportColumn, max: Int) -> String? {
        let before = faults.count
        let text = text(column, max: max)
        if text == nil, faults.count == before { faults.append(.required(column)) }
        return text
    }

    private mutating func municipality() -> Code<Municipality>? {
        guard let text = required(.municipality, max: 80) else { return nil }
        guard let code = lookup.municipality(text) else {
            faults.append(.unknownMunicipality(text))
            return nil
        }
        return code
    }

    /// Often a town or a building; then the employer's municipality has to do.
    private mutating func workBase() -> Code<Municipality>? {
        guard let text = text(.workBase, max: 80), !ImportRow.means(nothing: text) else { return nil }
        guard let code = lookup.municipality(text) else {
            warnings.append(.unknownWorkBase(text))
            return nil
        }
        return code
    }

    private mutating func personnelNumber() -> String? {
        guard let text = required(.personnelNumber, max: 20) else { return nil }
        let wrong = text.first { character in
            !(character.isASCII && (character.isLetter || character.isNumber)) && !".-_".contains(character)
        }
        if let wrong {
            faults.append(.personnelNumberCharacter(text, character: String(wrong)))
            return nil
        }
        return text
    }

    private mutating func functions() -> [Code<CrisisFunction>] {
        guard let position = header.positions[.functions]?.first, position < record.fields.count else {
            return []
        }
        // Within a cell people start a new line (Alt+Enter) for the next function.
        let listed = String(record.fields[position].map { $0.isNewline ? ";" : $0 })
        guard ImportCell(listed).controlCharacter == nil, listed.count <= 400 else {
            _ = text(.functions, max: 400)
            return []
        }
        // A full name may hold a separator of its own: "Hoofd Informatie / Verslaglegging".
        if let code = lookup.function(ImportCell(listed).text) { return [code] }
        var codes: [Code<CrisisFunction>] = []
        for part in listed.split(whereSeparator: { ",;/|+".contains($0) }) {
            let name = ImportCell(String(part)).text
            if name.isEmpty { continue }
            guard let code = lookup.function(name) else {
                faults.append(.unknownFunction(name))
                continue
            }
            if !codes.contains(code) { codes.append(code) }
        }
        return codes
    }
}
