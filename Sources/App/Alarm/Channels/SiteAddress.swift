import Domain
import Foundation

/// Where people reach this Oranje: `https://oranje.regio.nl`. Messages carry links that begin with it.
struct SiteAddress: Equatable, Sendable {
    /// Longer costs another text message.
    static let charactersMax = 100

    /// Without a slash at the end.
    let text: String

    /// Nil for what is no address, has a question in it, or would send links over the network unencrypted.
    init?(_ text: String) {
        var text = text.tidied
        while text.hasSuffix("/") { text.removeLast() }
        guard text.utf8.count <= Self.charactersMax, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
            let parts = URLComponents(string: text), let host = parts.host, !host.isEmpty,
            parts.query == nil, parts.fragment == nil, parts.user == nil, parts.password == nil
        else { return nil }
        let isOwnMachine = ["localhost", "127.0.0.1"].contains(host)
        guard parts.scheme == "https" || (parts.scheme == "http" && isOwnMachine) else { return nil }
        self.text = text
    }

    func url(_ path: String) -> String { text + path }
}

/// An address that cannot be used.
struct SiteAddressRefusal: Error, Equatable {
    static let sentence =
        "Dit is geen adres waarop anderen Oranje bereiken. Schrijf het als https://oranje.uwregio.nl, zonder vraagteken."
}

extension Change {
    /// Sets the address with which links in messages begin; empty: messages carry none.
    ///
    /// - Throws: `SiteAddressRefusal`.
    mutating func setSiteAddress(_ text: String) throws {
        try actor.require(.manageChannels)
        let address = SiteAddress(text)
        guard address != nil || text.tidied.isEmpty else { throw SiteAddressRefusal() }
        let before = try tx.siteAddress()
        try tx.setSiteAddress(address)
        try record(
            JournalEntry(
                "site.addressed", "site", "1", before: ["adres": .text(before?.text ?? "")],
                after: ["adres": .text(address?.text ?? "")]))
    }
}
