import Foundation

/// The municipalities and functions a region knows, by every name an HR list may use.
package struct ImportLookup: Sendable {
    private let municipalities: [String: Code<Municipality>]
    private let functions: [String: Code<CrisisFunction>]

    /// Codes with their names: `["GM0599": ["Rotterdam"]]`, `["OVDBZ": ["OvD-Bz", "Officier van Dienst …"]]`.
    package init(
        municipalities: [Code<Municipality>: [String]], functions: [Code<CrisisFunction>: [String]]
    ) {
        var aliases = municipalities
        for (code, names) in municipalities {
            aliases[code] =
                names.flatMap { [$0, "gemeente \($0)", "\($0) gemeente"] } + numbers(of: code.text)
        }
        self.municipalities = index(aliases)
        self.functions = index(functions)
    }

    /// The code of "Gemeente Rotterdam", "GM0599", "0599" or "599".
    package func municipality(_ text: String) -> Code<Municipality>? { municipalities[text.foldedKey] }

    package func function(_ text: String) -> Code<CrisisFunction>? { functions[text.foldedKey] }
}

/// "GM0599" is also written as 0599 and, by a spreadsheet, as 599.
private func numbers(of code: String) -> [String] {
    let digits = code.drop { !$0.isNumber }
    let bare = digits.drop { $0 == "0" }
    return [String(digits), String(bare)].filter { !$0.isEmpty }
}

/// A name that two codes share leads to neither: guessing would move people to another municipality.
private func index<Entity>(_ names: [Code<Entity>: [String]]) -> [String: Code<Entity>] {
    var codes: [String: Set<Code<Entity>>] = [:]
    for (code, names) in names {
        for name in names + [code.text] where !name.foldedKey.isEmpty {
            codes[name.foldedKey, default: []].insert(code)
        }
    }
    return codes.compactMapValues { $0.count == 1 ? $0.first : nil }
}
