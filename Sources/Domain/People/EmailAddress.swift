import Foundation

/// An address that mail can be sent to. Strict where typing errors live, not a copy of RFC 5322.
package struct EmailAddress: Hashable, Sendable, LosslessStringConvertible {
    package let localPart: String
    /// Lower case: domains do not distinguish.
    package let domain: String

    /// RFC 5321 §4.5.3.1: 64 before the @, 254 in all (erratum 1690).
    package static let localPartMax = 64
    package static let lengthMax = 254

    package init?(_ text: String) {
        guard case .success(let address) = EmailAddress.parse(text) else { return nil }
        self = address
    }

    private init(localPart: String, domain: String) {
        self.localPart = localPart
        self.domain = domain
    }

    package var description: String { "\(localPart)@\(domain)" }

    package static func parse(_ text: String) -> Result<EmailAddress, EmailFault> {
        let tidy = text.tidied
        guard !tidy.isEmpty else { return .failure(.empty) }
        guard tidy.utf8.count <= lengthMax else { return .failure(.tooLong(max: lengthMax)) }
        let halves = tidy.split(separator: "@", omittingEmptySubsequences: false)
        guard halves.count > 1 else { return .failure(.noAt) }
        guard halves.count == 2 else { return .failure(.severalAts) }
        let (local, domain) = (String(halves[0]), halves[1].lowercased())
        guard isLocalPart(local) else { return .failure(.localPart(local)) }
        guard isDomain(domain) else { return .failure(.domain(domain)) }
        return .success(EmailAddress(localPart: local, domain: domain))
    }

    private static func isLocalPart(_ text: String) -> Bool {
        guard (1...localPartMax).contains(text.utf8.count), !text.contains("..") else { return false }
        guard !text.hasPrefix("."), !text.hasSuffix(".") else { return false }
        return text.allSatisfy { isLetterOrDigit($0) || ".!#$%&'*+/=?^_`{|}~-".contains($0) }
    }

    private static func isDomain(_ text: String) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count > 1, let top = labels.last, top.count > 1 else { return false }
        guard top.contains(where: \.isLetter) else { return false }
        return labels.allSatisfy { label in
            (1...63).contains(label.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
                && label.allSatisfy { isLetterOrDigit($0) || $0 == "-" }
        }
    }

    private static func isLetterOrDigit(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber)
    }
}

/// Why a text is no e-mail address.
package enum EmailFault: Error, Equatable, Sendable {
    case empty
    case tooLong(max: Int)
    case noAt
    case severalAts
    case localPart(String)
    case domain(String)
}
