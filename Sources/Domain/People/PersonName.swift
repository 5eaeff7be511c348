import Foundation

/// How a functionary is called; the tussenvoegsel stands apart so that "van den Berg" is filed under B.
package struct PersonName: Hashable, Sendable {
    /// First name or initials; "" when only the surname is known.
    package let given: String
    /// The tussenvoegsel as written ("van den"); "" when there is none.
    package let prefix: String
    package let surname: String

    package init(given: String, prefix: String = "", surname: String) {
        self.given = given
        self.prefix = prefix
        self.surname = surname
    }

    /// Splits a surname column that has the tussenvoegsel in it: "van den Berg", "Berg, van den".
    package init(given: String, undividedSurname text: String) {
        let words = PersonName.words(text.replacing(",", with: " "))
        let (prefix, surname) = PersonName.divide(words)
        self.init(given: given, prefix: prefix, surname: surname)
    }

    /// Reads one whole name in the habits of HR systems: "Berg, A. van den", "A. van den Berg",
    /// "van den Berg, Anna", "Berg van den, A.". Nil when there is no surname in it.
    package init?(whole text: String) {
        guard let comma = text.firstIndex(of: ",") else {
            self.init(spoken: PersonName.words(text))
            return
        }
        let left = PersonName.words(String(text[..<comma]))
        let right = PersonName.words(text[text.index(after: comma)...].replacing(",", with: " "))
        guard !left.isEmpty else { return nil }
        self.init(listed: left, givenWords: right)
    }

    /// "Anna van den Berg".
    package var full: String {
        [given, prefix, surname].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// "Berg, Anna van den".
    package var listed: String {
        let rest = [given, prefix].filter { !$0.isEmpty }.joined(separator: " ")
        return rest.isEmpty ? surname : "\(surname), \(rest)"
    }

    /// Stored beside the name and compared byte by byte: surname, then given name, then tussenvoegsel.
    package var sortKey: String {
        [surname, given, prefix].map(\.folded).joined(separator: ",")
    }

    /// Surname first, then what came after the comma.
    private init(listed left: [String], givenWords right: [String]) {
        let (prefix, surname) = PersonName.divide(left)
        guard prefix.isEmpty else {
            self.init(given: right.joined(separator: " "), prefix: prefix, surname: surname)
            return
        }
        let trailing = PersonName.prefixCount(endOf: right[...])
        if trailing > 0 {
            self.init(
                given: right.dropLast(trailing).joined(separator: " "),
                prefix: right.suffix(trailing).joined(separator: " "), surname: surname)
        } else {
            let leading = PersonName.prefixCount(startOf: right[...])
            self.init(
                given: right.dropFirst(leading).joined(separator: " "),
                prefix: right.prefix(leading).joined(separator: " "), surname: surname)
        }
    }

    /// Without a comma: as spoken, or a list without commas ("Berg van den A.", "Elzenaar A.B.").
    private init?(spoken words: [String]) {
        guard let last = words.last else { return nil }
        if let cut = words.indices.first(where: { PersonName.isJointSurname(words, at: $0) }) {
            self.init(words[..<cut], [], words[cut...])
            return
        }
        let isPrefix = { (index: Int) in PersonName.prefixCount(startOf: words[index...]) > 0 }
        guard let start = words.indices.first(where: isPrefix) else {
            let initialsLast = words.count > 1 && PersonName.isInitials(last)
            let cut = words.count - 1
            self.init(
                initialsLast ? words[cut...] : words[..<cut], [], initialsLast ? words[..<cut] : words[cut...]
            )
            return
        }
        let end = start + PersonName.prefixCount(startOf: words[start...])
        let (before, run, after) = (words[..<start], words[start..<end], words[end...])
        if after.isEmpty {
            guard let surname = before.last else {
                self.init([], [], run)
                return
            }
            self.init(before.dropLast(), run, [surname])
        } else if after.allSatisfy(PersonName.isInitials), !before.isEmpty {
            self.init(after, run, before)
        } else {
            self.init(before, run, after)
        }
    }

    private init(_ given: ArraySlice<String>, _ prefix: ArraySlice<String>, _ surname: ArraySlice<String>) {
        self.init(
            given: given.joined(separator: " "), prefix: prefix.joined(separator: " "),
            surname: surname.joined(separator: " "))
    }
}

extension PersonName {
    /// Words with one kind of apostrophe; a dash with spaces around it joins a double surname.
    private static func words(_ text: some StringProtocol) -> [String] {
        var tidy = String(text).tidied
        for apostrophe in ["’", "‘", "`", "´"] { tidy = tidy.replacing(apostrophe, with: "'") }
        return tidy.replacing(" - ", with: "-").split(separator: " ").map(String.init)
    }

    private static func divide(_ words: [String]) -> (prefix: String, surname: String) {
        let leading = prefixCount(startOf: words[...])
        let trailing = prefixCount(endOf: words[...])
        if leading > 0, leading < words.count {
            return (
                words.prefix(leading).joined(separator: " "), words.dropFirst(leading).joined(separator: " ")
            )
        }
        if trailing > 0, trailing < words.count {
            return (
                words.suffix(trailing).joined(separator: " "), words.dropLast(trailing).joined(separator: " ")
            )
        }
        return ("", words.joined(separator: " "))
    }

    private static func prefixCount(startOf words: ArraySlice<String>) -> Int {
        for count in [3, 2, 1] where count <= words.count {
            if isPrefix(words.prefix(count).joined(separator: " ")) { return count }
        }
        return 0
    }

    private static func prefixCount(endOf words: ArraySlice<String>) -> Int {
        for count in [3, 2, 1] where count <= words.count {
            if isPrefix(words.suffix(count).joined(separator: " ")) { return count }
        }
        return 0
    }

    /// "Elzenaar-van den Berg": the tussenvoegsel after the dash belongs to the second half.
    private static func isJointSurname(_ words: [String], at index: Int) -> Bool {
        let earlier = words[..<index].contains { isPrefix($0) }
        guard !earlier, let dash = words[index].lastIndex(of: "-"), index + 1 < words.count else {
            return false
        }
        return isPrefix(String(words[index][words[index].index(after: dash)...]))
    }

    private static func isInitials(_ word: String) -> Bool {
        word.contains(".") || word.count == 1
    }

    private static func isPrefix(_ text: String) -> Bool {
        prefixes.contains(text.folded)
    }

    /// The tussenvoegsels met most in the Basisregistratie Personen (RvIG table 36), lower case.
    private static let prefixes: Set<String> = [
        "'s", "'t", "aan", "aan de", "aan den", "aan der", "aan het", "aan 't", "al", "am", "auf der", "ben",
        "bij",
        "bij de", "bij den", "bij 't", "bin", "d'", "da", "dal", "das", "de", "de die", "de la", "de las",
        "de le",
        "de los", "de 't", "de van der", "degli", "dei", "del", "dela", "della", "den", "der", "des", "di",
        "do",
        "don", "dos", "du", "el", "el ben", "gen", "het", "im", "in", "in de", "in den", "in der", "in het",
        "in 't", "l'", "la", "las", "le", "les", "lo", "los", "onder", "onder de", "onder den", "onder 't",
        "op",
        "op de", "op den", "op der", "op gen", "op het", "op ten", "op 't", "over", "over de", "over den",
        "over 't", "te", "ten", "ter", "thoe", "thor", "to", "toe", "tot", "uijt de", "uit", "uit de",
        "uit den",
        "uit het", "uit te de", "uit ten", "uit 't", "van", "van de", "van de l'", "van de van", "van den",
        "van der", "van gen", "van het", "van la", "van op den", "van ter", "van van de", "van 's", "van 't",
        "ver",
        "vom", "von", "von dem", "von den", "von der", "von 't", "voor", "voor de", "voor den", "voor in 't",
        "voor 't", "zu", "zum", "zur",
    ]
}
