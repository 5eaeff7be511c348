import Web

extension ThemeFault {
    /// What the maker of the theme must mend.
    var sentence: String {
        switch self {
        case .tooLarge(let bytesMax): "het is groter dan \(Dutch.number(bytesMax / 1000)) kB."
        case .notTokens(let line, let found):
            "op regel \(line) staat “\(found)”. Alleen tokens mogen, in :root { --naam: waarde; }."
        case .value(let line, let token):
            "de waarde van \(token) op regel \(line) is geen kleur, maat of lettertype. Adressen en andere functies mogen niet."
        case .noColour(let token, let value):
            "\(token) is “\(value)”. Gebruik een ondoorzichtige kleur, zoals #154273, rgb(21, 66, 115) of hsl(211, 69%, 27%)."
        case .tooLittleContrast(let pairs):
            "deze kleuren verschillen te weinig om te lezen (WCAG 1.4.3):\n"
                + pairs.map(\.sentence).joined(separator: "\n")
        }
    }
}

extension ThemeContrast {
    fileprivate var sentence: String {
        "  \(isDark ? "donker" : "licht"): \(color) op \(ground) is \(ratio(hundredths)), nodig is \(ratio(hundredthsMin))"
    }

    private func ratio(_ hundredths: Int) -> String {
        "\(hundredths / 100),\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }
}
