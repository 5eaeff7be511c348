import Foundation

/// A telephone number that can be dialled from anywhere, parsed once from any Dutch spelling.
package struct Phone: Hashable, Sendable, CustomStringConvertible {
    /// "+31612345678".
    package let e164: String

    /// Nil when `text` is no number; `parse` says why.
    package init?(_ text: String) {
        guard case .success(let phone) = Phone.parse(text) else { return nil }
        self = phone
    }

    package static func parse(_ text: String) -> Result<Phone, PhoneFault> {
        PhoneReading.read(text).map(\.phone)
    }

    init(checked e164: String) {
        self.e164 = e164
    }

    /// True when a text message can arrive. Of foreign numbers only the neighbours' ranges are known.
    package var isMobile: Bool {
        Phone.mobileStarts.contains { e164.hasPrefix($0) }
    }

    package var isDutch: Bool { e164.hasPrefix("+31") }

    /// "06 12 34 56 78", "010 123 45 67", "0181 12 34 56"; foreign numbers as they are dialled.
    package var display: String {
        guard isDutch else { return e164 }
        let digits = "0" + e164.dropFirst(3)
        if isMobile { return Phone.grouped(digits, [2, 2, 2, 2, 2]) }
        let short = Phone.shortAreaCodes.contains(String(digits.prefix(3)))
        return Phone.grouped(digits, short ? [3, 3, 2, 2] : [4, 2, 2, 2])
    }

    package var description: String { e164 }

    private static func grouped(_ digits: String, _ lengths: [Int]) -> String {
        var rest = digits[...]
        var groups: [Substring] = []
        for length in lengths {
            groups.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        return groups.joined(separator: " ")
    }

    private static let mobileStarts = [
        "+316", "+324", "+336", "+337", "+3526", "+447", "+4915", "+4916", "+4917",
    ]

    /// Area codes of three digits (Nummerplan telefoon- en ISDN-diensten, bijlage); all others have four.
    private static let shortAreaCodes: Set<String> = [
        "010", "013", "015", "020", "023", "024", "026", "030", "033", "035", "036", "038", "040", "043",
        "045",
        "046", "050", "053", "055", "058", "070", "071", "072", "073", "074", "075", "076", "077", "078",
        "079",
        "084", "085", "087", "088",
    ]
}

/// Why a text is no telephone number.
package enum PhoneFault: Error, Equatable, Sendable {
    case empty
    case character(String)
    /// `expected` says how many digits a number that starts like this has.
    case wrongLength(digits: Int, expected: ClosedRange<Int>)
    /// Neither 0, nor + or 00 with a country.
    case unknownStart(String)
    /// A range that reaches no person, such as 0900 or 0800.
    case unassigned(String)
    /// "6,12E+08": the last digits are gone.
    case roundedBySpreadsheet
}
