import Foundation

extension ImportRow {
    /// From the columns for the parts when the surname is filled, else from the whole name.
    mutating func name() -> PersonName? {
        let before = faults.count
        let given = nameText(.given, max: 60) ?? ""
        let prefix = nameText(.prefix, max: 20) ?? ""
        let surname = nameText(.surname, max: 80)
        if let surname {
            // A filled tussenvoegsel settles it; otherwise the surname column may carry it.
            let name = PersonName(given: given, undividedSurname: surname)
            return prefix.isEmpty ? name : PersonName(given: given, prefix: prefix, surname: surname)
        }
        if let whole = nameText(.wholeName, max: 120) {
            if let name = PersonName(whole: whole), !name.surname.isEmpty { return name }
        }
        if faults.count == before { faults.append(.required(header.has(.surname) ? .surname : .wholeName)) }
        return nil
    }

    private mutating func nameText(_ column: ImportColumn, max: Int) -> String? {
        guard let text = text(column, max: max) else { return nil }
        if text.contains(where: \.isNumber) {
            faults.append(.nameDigit(column, text: text))
            return nil
        }
        let wrong = text.first { !$0.isLetter && !" '’‘`´-‐‑–.,()".contains($0) }
        if let wrong, !ImportRow.isGarbled(text) {
            faults.append(.nameCharacter(column, text: text, character: String(wrong)))
            return nil
        }
        // "-" and "." alone are how lists write "none".
        guard text.contains(where: \.isLetter) else { return nil }
        if ImportRow.isGarbled(text) { warnings.append(.garbledName(column, text: text)) }
        return text
    }

    /// "Ã«" is what the two UTF-8 bytes of "ë" look like in Windows-1252.
    private static func isGarbled(_ text: String) -> Bool {
        let characters = Array(text)
        return characters.indices.dropLast().contains { index in
            "ÃÅÄ".contains(characters[index]) && !characters[index + 1].isASCII
                && !(characters[index + 1].isLetter && !"ªµºƒˆŠŒŽšœžŸ".contains(characters[index + 1]))
        }
    }
}
