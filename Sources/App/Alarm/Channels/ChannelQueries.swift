import Domain
import Storage

extension Transaction {
    /// In the order in which they are tried, per kind.
    func channelSetups() throws -> [ChannelSetup] {
        try rows(
            """
            SELECT id, kind, name, rank, is_open, form, setting, version FROM channel ORDER BY kind, rank, name, id
            """
        ).map { try ChannelSetup($0) }
    }

    func channelSetup(_ id: ID<ChannelSetup>) throws -> ChannelSetup? {
        try row(
            """
            SELECT id, kind, name, rank, is_open, form, setting, version FROM channel WHERE id = \(id)
            """
        ).map { try ChannelSetup($0) }
    }

    func channelVersions() throws -> [ID<ChannelSetup>: Int] {
        let pairs = try rows("SELECT id, version FROM channel").map { row in
            (try row.id("id", of: ChannelSetup.self), try row.integer("version"))
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    /// As they were sealed; empty when there are none.
    func sealedSecrets(of id: ID<ChannelSetup>) throws -> String {
        try row("SELECT secrets FROM channel WHERE id = \(id)").map { try $0.text("secrets") } ?? ""
    }

    func channelStatuses() throws -> [ID<ChannelSetup>: ChannelStatus] {
        let pairs = try rows("SELECT id, last_success_at, last_failure_at, last_fault FROM channel").map {
            row in
            (
                try row.id("id", of: ChannelSetup.self),
                ChannelStatus(
                    lastSuccess: try row.optionalInstant("last_success_at"),
                    lastFailure: try row.optionalInstant("last_failure_at"),
                    lastFault: try row.optionalText("last_fault"))
            )
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    func insert(_ setup: ChannelSetup, sealed: String, at now: Instant) throws {
        let setting = try StoredFields.text(setup.form.fields)
        try execute(
            """
            INSERT INTO channel (id, kind, name, rank, is_open, form, setting, secrets, inbound_hash, version, changed_at)
            VALUES (\(setup.id), \(setup.kind), \(setup.name), \(setup.rank), \(setup.isOpen), \(setup.form.name),
                \(setting), \(sealed), '', \(setup.version), \(now))
            """)
    }

    /// - Returns: false when somebody else changed it since `setup.version`.
    func update(_ setup: ChannelSetup, sealed: String, at now: Instant) throws -> Bool {
        let setting = try StoredFields.text(setup.form.fields)
        return try execute(
            """
            UPDATE channel SET name = \(setup.name), rank = \(setup.rank), is_open = \(setup.isOpen),
                setting = \(setting), secrets = \(sealed), version = version + 1, changed_at = \(now)
            WHERE id = \(setup.id) AND version = \(setup.version)
            """) == 1
    }

    func setInboundHash(_ hash: String, of id: ID<ChannelSetup>) throws {
        try execute("UPDATE channel SET inbound_hash = \(hash) WHERE id = \(id)")
    }

    /// Empty when no provider may hand anything over.
    func inboundHash(of id: ID<ChannelSetup>) throws -> String {
        try row("SELECT inbound_hash FROM channel WHERE id = \(id)").map { try $0.text("inbound_hash") } ?? ""
    }

    /// What is nil stays as it was.
    func noteStatus(_ status: ChannelStatus, of id: ID<ChannelSetup>) throws {
        try execute(
            """
            UPDATE channel SET last_success_at = COALESCE(\(status.lastSuccess), last_success_at),
                last_failure_at = COALESCE(\(status.lastFailure), last_failure_at),
                last_fault = COALESCE(\(status.lastFault), last_fault)
            WHERE id = \(id)
            """)
    }
}

extension ChannelSetup {
    fileprivate init(_ row: Row) throws {
        let name = try row.text("form")
        guard let form = Form(name, try StoredFields.fields(try row.text("setting"))) else {
            throw StorageFault.column("form")
        }
        self.init(
            id: try row.id("id"), kind: try row.kind("kind"), name: try row.text("name"),
            rank: try row.integer("rank"), isOpen: try row.flag("is_open"), form: form,
            version: try row.integer("version"))
    }
}
