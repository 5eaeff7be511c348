import Delivery
import Domain

/// The server that takes mail in, and who the mail is from, as the beheerder set it. The password is kept
/// apart.
struct MailSetting: Equatable, Sendable {
    var host = ""
    var port = 587
    var encryption = MailServer.Encryption.startTLS
    /// Empty when the server wants no name and password.
    var user = ""
    var senderAddress = ""
    var senderName = "Bevolkingszorg"
    /// How Oranje names itself to the server; empty takes the domain of the sender.
    var ownName = ""
    var parallel = 8
    /// 0 means without limit.
    var perSecond = 0
    var totalSeconds = 30
    /// PEM of an own authority; empty trusts the system's.
    var authority = ""
    /// The beheerder accepts that mail and password are readable on the way.
    var allowsPlain = false

    /// The name under which the password is kept.
    static let passwordName = "wachtwoord"
}

extension MailSetting: FieldSetting {
    static let texts: [SettingText<MailSetting>] = [
        ("server", \.host), ("gebruiker", \.user), ("afzender", \.senderAddress),
        ("afzendernaam", \.senderName), ("eigen-naam", \.ownName), ("ca", \.authority),
    ]
    static let numbers: [SettingNumber<MailSetting>] = [
        ("poort", \.port), ("gelijktijdig", \.parallel), ("per-seconde", \.perSecond),
        ("seconden", \.totalSeconds),
    ]
    static let flags: [SettingFlag<MailSetting>] = [("onversleuteld", \.allowsPlain)]

    mutating func takeChoices(_ fields: [String: String]) {
        encryption = fields["versleuteling"].flatMap { MailServer.Encryption(rawValue: $0) } ?? encryption
    }

    var choices: [String: String] { ["versleuteling": encryption.rawValue] }

    var faults: [String: ChannelSettingFault] {
        var faults: [String: ChannelSettingFault] = [:]
        if !Self.isHost(host) { faults["server"] = host.isEmpty ? .empty : .badHost }
        if !(1...65_535).contains(port) { faults["poort"] = .outOfBounds(min: 1, max: 65_535) }
        if EmailAddress(senderAddress) == nil { faults["afzender"] = .badEmail }
        if !ownName.isEmpty, !Self.isHost(ownName) { faults["eigen-naam"] = .badHost }
        if encryption == .none, !allowsPlain, !ChannelBounds.isLoopback(host) {
            faults["versleuteling"] = .plainNotAllowed
        }
        faults.merge(ChannelBounds.faults(parallel, perSecond, totalSeconds)) { first, _ in first }
        if !authority.isEmpty, !ChannelBounds.isCertificate(authority) { faults["ca"] = .badAuthority }
        return faults
    }

    /// A name or an address; nothing that could end the command it stands in.
    private static func isHost(_ text: String) -> Bool {
        (1...253).contains(text.utf8.count)
            && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || ".-:".contains($0)) }
    }
}
