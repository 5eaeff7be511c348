typealias SettingText<Setting> = (name: String, path: any WritableKeyPath<Setting, String> & Sendable)
typealias SettingNumber<Setting> = (name: String, path: any WritableKeyPath<Setting, Int> & Sendable)
typealias SettingFlag<Setting> = (name: String, path: any WritableKeyPath<Setting, Bool> & Sendable)

/// A setting that is a list of named texts: the same names in its form, in the database and in the shipped
/// examples. A name that is missing keeps its usual value, so that a later version can add one.
protocol FieldSetting: Equatable, Sendable {
    static var texts: [SettingText<Self>] { get }
    static var numbers: [SettingNumber<Self>] { get }
    static var flags: [SettingFlag<Self>] { get }

    init()
    mutating func takeChoices(_ fields: [String: String])
    var choices: [String: String] { get }
    /// What is wrong, by the name of the field.
    var faults: [String: ChannelSettingFault] { get }
}

extension FieldSetting {
    /// A number that is none becomes -1, which is out of every bound.
    init(_ fields: [String: String]) {
        self.init()
        for text in Self.texts { self[keyPath: text.path] = fields[text.name] ?? self[keyPath: text.path] }
        for number in Self.numbers {
            self[keyPath: number.path] =
                fields[number.name].map { Int($0) ?? -1 } ?? self[keyPath: number.path]
        }
        for flag in Self.flags { self[keyPath: flag.path] = fields[flag.name] == "ja" }
        takeChoices(fields)
    }

    var fields: [String: String] {
        var fields = choices
        for text in Self.texts { fields[text.name] = self[keyPath: text.path] }
        for number in Self.numbers { fields[number.name] = "\(self[keyPath: number.path])" }
        for flag in Self.flags { fields[flag.name] = self[keyPath: flag.path] ? "ja" : "" }
        return fields
    }
}

/// Why a setting cannot be saved; each belongs to a field of the form.
enum ChannelSettingFault: Error, Equatable, Sendable {
    case empty
    case unknownPlace(String)
    case unclosed
    case noAddress
    /// The name of the server may not differ per message.
    case variableHost
    case plainNotAllowed
    case badHeader(String)
    case notJSON
    case badPattern
    case noGroup
    case outOfBounds(min: Int, max: Int)
    case badEmail
    case badHost
    case badAuthority
}

/// What settings of every channel share.
enum ChannelBounds {
    static let parallel = 1...64
    static let perSecond = 0...1000
    static let totalSeconds = 2...120

    static func faults(_ parallel: Int, _ perSecond: Int, _ totalSeconds: Int) -> [String:
        ChannelSettingFault]
    {
        var faults: [String: ChannelSettingFault] = [:]
        for (field, value, bounds) in [
            ("gelijktijdig", parallel, Self.parallel), ("per-seconde", perSecond, Self.perSecond),
            ("seconden", totalSeconds, Self.totalSeconds),
        ] where !bounds.contains(value) {
            faults[field] = .outOfBounds(min: bounds.lowerBound, max: bounds.upperBound)
        }
        return faults
    }

    /// This machine itself: nobody listens in between.
    static func isLoopback(_ host: String) -> Bool {
        let bare = host.filter { $0 != "[" && $0 != "]" }
        if bare == "localhost" || bare == "::1" { return true }
        let parts = bare.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        return parts.count == 4 && !parts.contains(nil) && parts[0] == 127
    }

    static func isCertificate(_ text: String) -> Bool {
        text.contains("-----BEGIN CERTIFICATE-----") && text.contains("-----END CERTIFICATE-----")
    }
}
