/// How numbers are shown, by the number of a cell's style (`xl/styles.xml`): a spreadsheet knows a date by
/// nothing else.
struct CellStyles: XMLReader {
    enum Kind: Equatable {
        case number
        case date
        /// Only hours, minutes or seconds are shown.
        case time
        /// `00000`: a number of so many digits, as in personnel numbers.
        case padded(Int)
    }

    private var formats: [Int: String] = [:]
    private var formatOfStyle: [Int] = []
    private var isInCellStyles = false
    var isDone: Bool { false }

    func kind(of style: Int) -> Kind {
        guard formatOfStyle.indices.contains(style) else { return .number }
        let id = formatOfStyle[style]
        // A file may give a built-in number a meaning of its own.
        if let code = formats[id] { return Self.kind(of: code) }
        switch id {
        // ECMA-376 part 1, §18.8.30; 27–36 and 50–58 are dates in the East Asian languages.
        case 14...17, 22, 27...31, 34...36, 50...58: return .date
        case 18...21, 32, 33, 45...47: return .time
        default: return .number
        }
    }

    mutating func begin(_ element: String, _ attributes: XMLAttributes) {
        switch element {
        case "numFmt":
            if let id = attributes["numFmtId"].flatMap(Int.init), let code = attributes["formatCode"] {
                formats[id] = code
            }
        case "cellXfs": isInCellStyles = true
        case "xf" where isInCellStyles:
            formatOfStyle.append(attributes["numFmtId"].flatMap(Int.init) ?? 0)
        default: break
        }
    }

    mutating func text(_ text: String) {}

    mutating func end(_ element: String) {
        if element == "cellXfs" { isInCellStyles = false }
    }

    /// The first section of a format decides: `dd-mm-yyyy;@` is a date. Quoted and escaped letters are shown,
    /// and mean nothing; colours and languages stand in brackets, but so do hours beyond 24: `[h]:mm`.
    static func kind(of code: String) -> Kind {
        var letters = ""
        var isElapsed = false
        var rest = Substring(code)
        while let character = rest.popFirst(), character != ";" {
            switch character {
            case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
            case "\\", "_", "*": rest = rest.dropFirst()
            case "[":
                let content = rest.prefix { $0 != "]" }.lowercased()
                rest = rest.drop { $0 != "]" }.dropFirst()
                if !content.isEmpty, content.allSatisfy({ "hms".contains($0) }) { isElapsed = true }
            default: letters.append(character)
            }
        }
        letters = letters.lowercased()
        if !letters.isEmpty, letters.count <= 15, letters.allSatisfy({ $0 == "0" }) {
            return letters.count == 1 ? .number : .padded(letters.count)
        }
        if letters.contains("general") || letters.contains("@") { return .number }
        if letters.contains(where: { "dy".contains($0) }) { return .date }
        if isElapsed || letters.contains(where: { "hs".contains($0) }) { return .time }
        // Alone, m is a month.
        return letters.contains("m") ? .date : .number
    }
}
