import Storage

extension Transaction {
    /// Nil when nobody set it: messages then carry no links.
    func siteAddress() throws -> SiteAddress? {
        try row("SELECT address FROM site_address WHERE id = 1").flatMap {
            SiteAddress(try $0.text("address"))
        }
    }

    func setSiteAddress(_ address: SiteAddress?) throws {
        guard let address else {
            try execute("DELETE FROM site_address WHERE id = 1")
            return
        }
        try execute(
            """
            INSERT INTO site_address (id, address) VALUES (1, \(address.text))
            ON CONFLICT (id) DO UPDATE SET address = excluded.address
            """)
    }
}
