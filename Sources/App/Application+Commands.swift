package import Domain
import Storage
import Web

/// What the command line asks of the product.
extension Application {
    package func loadRegion(_ code: String) async throws {
        try await storage.change(by: .command("region load"), at: now(), randomness: randomness()) { change in
            try change.loadRegion(code)
        }
    }

    /// Makes an account whose password must be changed at the first sign-in.
    ///
    /// - Returns: the password, or why there is no account.
    package func addAccount(
        name: String, role: String, municipality: String?
    ) async throws -> Result<String, AccountRefusal> {
        guard let role = Role(rawValue: role) else { return .failure(.unknownRole(role)) }
        var random = randomness()
        let password = random.bytes(9).hexadecimal
        let hash = try await passwords.hash(password, salt: random.bytes(16))
        let grant = RoleGrant(
            role: role, municipality: role.isMunicipal ? municipality.map { Code($0) } : nil)
        do {
            try await storage.change(by: .command("user add"), at: now(), randomness: randomness()) {
                change in
                _ = try change.addAccount(
                    name: name, displayName: name, person: nil, grants: [grant], password: hash,
                    mustChange: true)
            }
            return .success(password)
        } catch let refusal as AccountRefusal {
            return .failure(refusal)
        }
    }

    /// - Parameters:
    ///   - date: take the figures of this day; nil to take every date in the file.
    ///   - isApplied: write the good rows; otherwise only look.
    package func importPopulation(
        _ bytes: [UInt8], date: Day?, source: String, isApplied: Bool
    ) async throws -> TableOutcome {
        if isApplied {
            return try await storage.change(
                by: .command("import population"), at: now(), randomness: randomness()
            ) { change in
                let municipalities = try change.tx.municipalities()
                return try change.importPopulation(
                    PopulationFile.read(bytes: bytes, date: date, municipalities: municipalities),
                    source: source)
            }
        }
        return try await storage.read { tx in
            try tx.populationPreview(
                PopulationFile.read(bytes: bytes, date: date, municipalities: tx.municipalities()),
                source: source)
        }
    }

    /// - Parameter isApplied: write the good rows; otherwise only look.
    package func importTravel(_ bytes: [UInt8], source: String, isApplied: Bool) async throws -> TableOutcome
    {
        if isApplied {
            return try await storage.change(
                by: .command("import travel"), at: now(), randomness: randomness()
            ) { change in
                let municipalities = try change.tx.municipalities()
                return try change.importTravel(
                    TravelFile.read(bytes: bytes, municipalities: municipalities), source: source)
            }
        }
        return try await storage.read { tx in
            try tx.travelPreview(
                TravelFile.read(bytes: bytes, municipalities: tx.municipalities()), source: source)
        }
    }

    /// - Parameter isApplied: write the accepted rows; otherwise only look.
    package func importPeople(_ bytes: [UInt8], isApplied: Bool) async throws -> ImportOutcome {
        let today = Amsterdam.day(at: now())
        let hash = Blob.hash(of: bytes)
        if isApplied {
            return try await storage.change(
                by: .command("import people"), at: now(), randomness: randomness()
            ) { change in
                let lookup = try change.tx.importLookup(reach: .region, today: today)
                return try change.importPeople(
                    PeopleFile.read(content: bytes, lookup: lookup), fileHash: hash)
            }
        }
        return try await storage.read { tx in
            try tx.importPreview(
                PeopleFile.read(content: bytes, lookup: tx.importLookup(reach: .region, today: today)))
        }
    }

    /// Makes a token for the account of that name.
    ///
    /// - Parameter scopes: as they are called in `openapi.json`.
    /// - Returns: the token's id and its secret, or why there is none.
    package func addToken(
        account name: String, for purpose: String, scopes words: [String], through last: Day
    ) async throws -> Result<(id: String, secret: String), TokenRefusal> {
        do {
            let scopes = try words.map { word in
                guard let scope = TokenScope(rawValue: word) else { throw TokenRefusal.unknownScope(word) }
                return scope
            }
            return .success(
                try await storage.change(by: .command("token add"), at: now(), randomness: randomness()) {
                    change in
                    let account = try change.tx.accounts().first {
                        $0.name == name.lowercased() && !$0.isDisabled
                    }
                    guard let account else { throw TokenRefusal.unknownAccount(name) }
                    let (id, secret) = try change.addToken(
                        for: account.id, name: purpose, scopes: scopes, through: last)
                    return (id.description, secret)
                })
        } catch let refusal as TokenRefusal {
            return .failure(refusal)
        }
    }

    /// - Returns: false when there is no such token.
    package func revokeToken(_ text: String) async throws -> Bool {
        guard let id = ID<APIToken>(text) else { return false }
        do {
            try await storage.change(by: .command("token revoke"), at: now(), randomness: randomness()) {
                change in
                try change.revokeToken(id)
            }
            return true
        } catch WebFailure.notFound {
            return false
        }
    }
}
