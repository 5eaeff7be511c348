/// The texts that cells refer to by number (`xl/sharedStrings.xml`).
struct SharedStrings: XMLReader {
    private(set) var texts: [String] = []
    private var rich = RichText()
    var isDone: Bool { false }

    subscript(_ index: Int) -> String? {
        texts.indices.contains(index) ? texts[index] : nil
    }

    mutating func begin(_ element: String, _ attributes: XMLAttributes) {
        if element == "si" { rich = RichText() }
        rich.begin(element)
    }

    mutating func text(_ text: String) {
        rich.add(text)
    }

    mutating func end(_ element: String) {
        rich.end(element)
        if element == "si" { texts.append(rich.plain) }
    }
}

/// A text in runs of one style each; the readings above Japanese characters do not belong to it.
struct RichText {
    private var content = ""
    private var isInText = false
    private var isInReading = false

    var plain: String { unescaped(content) }

    mutating func begin(_ element: String) {
        if element == "t" { isInText = true }
        if element == "rPh" { isInReading = true }
    }

    mutating func add(_ text: String) {
        if isInText, !isInReading { content += text }
    }

    mutating func end(_ element: String) {
        if element == "t" { isInText = false }
        if element == "rPh" { isInReading = false }
    }
}

/// `_x000D_` stands for a character that XML cannot hold, and `_x005F_` for the underscore that would
/// otherwise begin such a mark (ECMA-376 part 1, §22.9.2.19).
func unescaped(_ text: String) -> String {
    guard text.utf8.count >= 7, text.contains("_x") else { return text }
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "_") {
        result += rest[..<start]
        rest = rest[start...]
        let mark = rest.prefix(7)
        if mark.count == 7, mark.hasPrefix("_x"), mark.hasSuffix("_"),
            let code = UInt32(mark.dropFirst(2).dropLast(), radix: 16), let scalar = Unicode.Scalar(code)
        {
            result.unicodeScalars.append(scalar)
            rest = rest.dropFirst(7)
        } else {
            result += "_"
            rest = rest.dropFirst()
        }
    }
    return result + rest
}
