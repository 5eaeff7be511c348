import Foundation

/// A number as read from a list, with what a spreadsheet had broken and was put right.
package struct PhoneReading: Equatable, Sendable {
    package let phone: Phone
    package let repair: PhoneRepair?

    package static func read(_ text: String) -> Result<PhoneReading, PhoneFault> {
        var tidy = text.tidied[...]
        if tidy.first == "'" { tidy = tidy.dropFirst() }
        if tidy.uppercased().contains("E+") { return .failure(.roundedBySpreadsheet) }
        let plus = tidy.hasPrefix("+") || tidy.hasPrefix("(+")
        if plus { tidy = tidy[tidy.index(after: tidy.firstIndex(of: "+") ?? tidy.startIndex)...] }
        var digits = ""
        for character in tidy {
            if character.isASCII, character.isNumber {
                digits.append(character)
            } else if !separators.contains(character) {
                return .failure(.character(String(character)))
            }
        }
        if digits.isEmpty { return .failure(.empty) }
        if plus { return international(digits) }
        if digits.hasPrefix("00") { return international(String(digits.dropFirst(2))) }
        return national(digits)
    }

    private static func national(_ digits: String) -> Result<PhoneReading, PhoneFault> {
        if digits.hasPrefix("0") { return dutch(digits.dropFirst(), repair: nil) }
        if digits.count == 11, digits.hasPrefix("31") { return dutch(digits.dropFirst(2), repair: .plus) }
        if digits.count == 9 { return dutch(digits[...], repair: .leadingZero) }
        return .failure(.unknownStart(String(digits.prefix(2))))
    }

    private static func international(_ digits: String) -> Result<PhoneReading, PhoneFault> {
        if digits.hasPrefix("31") {
            let rest = digits.dropFirst(2)
            // "+31 (0)6 …": the zero between brackets is only dialled inside the country.
            return dutch(rest.hasPrefix("0") ? rest.dropFirst() : rest, repair: nil)
        }
        // E.164 allows fifteen digits; eight is the shortest full number of a country with subscribers.
        guard (8...15).contains(digits.count) else {
            return .failure(.wrongLength(digits: digits.count, expected: 8...15))
        }
        guard !digits.hasPrefix("0") else { return .failure(.unknownStart("+0")) }
        return .success(PhoneReading(phone: Phone(checked: "+" + digits), repair: nil))
    }

    /// `digits` without the leading zero: nine, of which the first two say what kind of number it is.
    private static func dutch(_ digits: Substring, repair: PhoneRepair?) -> Result<PhoneReading, PhoneFault> {
        let start = String(digits.prefix(2))
        let isService = digits.hasPrefix("80") || digits.hasPrefix("9") || digits.hasPrefix("0")
        if isService { return .failure(.unassigned("0" + digits.prefix(3))) }
        guard digits.count == 9 else {
            return .failure(.wrongLength(digits: digits.count + 1, expected: 10...10))
        }
        guard !unreachable.contains(start) else { return .failure(.unassigned("0" + start)) }
        return .success(PhoneReading(phone: Phone(checked: "+31" + digits), repair: repair))
    }

    /// Pagers, dial-in and unused ranges. 060 is unused too, but free for examples and exercises.
    private static let unreachable: Set<String> = ["66", "67", "69", "81", "82", "83", "86", "89"]

    private static let separators: Set<Character> = [" ", "-", "‐", "‑", "–", "—", ".", "/", "(", ")"]
}

/// What was put back because a spreadsheet takes numbers for amounts.
package enum PhoneRepair: Equatable, Sendable {
    case leadingZero
    case plus
}
