import Domain
import Foundation
import Storage
import Web

/// Who hears of findings, and where the outside monitor listens.
struct AuditSetting: Equatable, Sendable {
    /// What the address is sealed for: it tells who may say that all is well.
    static let purpose = "hartslag"
    private static let nameMax = 100

    let name: String
    let phone: String
    let mail: String
    /// Nil keeps the address that is there; empty takes it away.
    let heartbeat: String?
    let version: Int

    /// - Parameter fields: of the form; every fault at once, by field.
    static func read(_ fields: FormFields) -> (setting: AuditSetting, faults: [FieldError]) {
        var faults: [FieldError] = []
        let phone = fields["nummer"].isEmpty ? "" : Phone(fields["nummer"])?.e164
        if phone == nil { faults.append(FieldError("nummer", "Schrijf een nummer als 06 12345678.")) }
        let mail = fields["e-mail"].isEmpty ? "" : EmailAddress(fields["e-mail"])?.description
        if mail == nil { faults.append(FieldError("e-mail", "Schrijf een adres als naam@voorbeeld.nl.")) }
        if fields["naam"].isEmpty, !fields["nummer"].isEmpty || !fields["e-mail"].isEmpty {
            faults.append(FieldError("naam", "Schrijf op wie dit is."))
        }
        let isRemoved = fields["hartslag-weg"] == "ja"
        let typed = fields["hartslag"]
        if !typed.isEmpty, host(of: typed) == nil {
            faults.append(
                FieldError("hartslag", "Schrijf een heel adres dat begint met https://."))
        }
        return (
            AuditSetting(
                name: String(fields["naam"].prefix(nameMax)), phone: phone ?? "", mail: mail ?? "",
                heartbeat: isRemoved ? "" : typed.isEmpty ? nil : typed,
                version: Int(fields["versie"]) ?? -1),
            faults
        )
    }

    /// Nil for what cannot be called, or would be readable on the network.
    static func host(of address: String) -> String? {
        guard let parts = URLComponents(string: address), let host = parts.host, !host.isEmpty,
            parts.user == nil
        else { return nil }
        let isSafe =
            parts.scheme == "https" || (parts.scheme == "http" && ChannelBounds.isLoopback(host))
        return isSafe ? host : nil
    }
}

extension Change {
    mutating func saveAuditSetting(_ setting: AuditSetting) throws {
        try actor.require(.manageChannels)
        let sealed: String? =
            switch setting.heartbeat {
            case nil: nil
            case "": ""
            case .some(let address):
                try secretBox().seal(address, for: AuditSetting.purpose, randomness: &randomness)
            }
        let host = setting.heartbeat.flatMap { AuditSetting.host(of: $0) } ?? ""
        let contact = AuditContact(name: setting.name, phone: setting.phone, mail: setting.mail)
        guard try tx.setAudit(contact, sealed: sealed, host: host, version: setting.version) else {
            throw WebFailure.changedMeanwhile
        }
        // No number and no address: whoever reads the journal needs neither.
        var after: [String: JournalValue] = ["wie": .text(contact.name.isEmpty ? "niemand" : "vastgelegd")]
        if setting.heartbeat != nil { after["hartslag"] = .text(host.isEmpty ? "geen" : host) }
        try record(JournalEntry("audit.set", "audit", "1", after: after))
    }
}
