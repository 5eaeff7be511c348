package import Domain
import Storage
import Web

/// What to make: the same values give the same content, byte for byte in every table.
package struct SampleRequest: Sendable {
    package let seed: UInt64
    package let region: String
    /// First day of the year that the roster covers; the roster also holds the week before.
    package let start: Day
    package let situation: SampleSituation
    /// Whether a simulation waits for the first server that runs on the sample.
    package let asksSimulation: Bool
    /// Whether there were deployments in the week before the start.
    package let hasPast: Bool

    package init(
        seed: UInt64, region: String, start: Day, situation: SampleSituation = .pooled,
        asksSimulation: Bool = false, hasPast: Bool = false
    ) {
        self.hasPast = hasPast
        self.asksSimulation = asksSimulation
        self.seed = seed
        self.region = region
        self.start = start
        self.situation = situation
    }
}

/// One account of the sample with the password it was given.
package struct SampleSignIn: Sendable {
    package let role: String
    package let name: String
    package let password: String
}

/// The password of a role's account, with what makes its hash its own.
private struct SampleSecret: Sendable {
    let role: Role
    let password: String
    let salt: [UInt8]

    static func draw(_ randomness: Randomness) -> [SampleSecret] {
        var random = randomness
        return Role.allCases.map { role in
            SampleSecret(
                role: role, password: "oranje-\(random.bytes(5).hexadecimal)", salt: random.bytes(16))
        }
    }
}

extension Application {
    /// Weeks of published roster from the start.
    private static let weeks = 52
    /// The official stands in for the secretary, past the winter holidays.
    private static let deputyDays = 60

    /// Fills an empty database with a fictitious organisation in a real region.
    ///
    /// - Returns: one sign-in a role.
    package func makeSample(_ request: SampleRequest) async throws -> [SampleSignIn] {
        // Each write gets a stream of its own: no id, key or nonce comes twice.
        var random = Randomness(seed: request.seed)
        let actor = Actor.command("sample")
        let secrets = SampleSecret.draw(Randomness(seed: random.next()))
        // Passwords are slow on purpose: beside everything else.
        async let hashes = hashes(of: secrets)
        let loadedAt = Amsterdam.instant(request.start.adding(days: -40), hour: 9)
        try await storage.change(by: actor, at: loadedAt, randomness: Randomness(seed: random.next())) {
            change in
            try change.loadRegion(request.region, situation: request.situation, on: request.start)
        }
        try await storage.change(
            by: actor, at: loadedAt.adding(minutes: 30), randomness: Randomness(seed: random.next())
        ) { change in
            try change.addSamplePeople(request)
        }
        try await storage.change(
            by: actor, at: loadedAt.adding(minutes: 60), randomness: Randomness(seed: random.next())
        ) { change in
            try change.publishSampleRoster(from: request.start, weeks: Self.weeks)
        }
        let later = Amsterdam.instant(request.start.adding(days: -7), hour: 9)
        try await storage.change(by: actor, at: later, randomness: Randomness(seed: random.next())) {
            change in
            // One look at what all of it leaves uncovered.
            try change.noticingGaps(cause: "absence.recorded", tells: false) {
                try $0.addLaterAbsences(request)
                try $0.addSampleProgramme(request)
                try $0.addSampleCompetence(request)
            }
        }
        let signIns = try await addSampleAccounts(
            secrets, try await hashes, at: later, Randomness(seed: random.next()))
        try await storage.change(by: actor, at: later, randomness: Randomness(seed: random.next())) {
            change in
            try change.addSampleCards(request)
        }
        try await storage.change(by: actor, at: later, randomness: Randomness(seed: random.next())) {
            change in
            try change.addSampleTalks(request)
            try change.addSampleAgreements(request)
            try change.addSampleInventory(request)
        }
        try await storage.change(by: actor, at: later, randomness: Randomness(seed: random.next())) {
            change in
            try change.addSamplePlan(request)
        }
        try await storage.change(by: actor, at: later, randomness: Randomness(seed: random.next())) {
            change in
            try change.addSampleSpecialists()
        }
        if request.hasPast { try await addSamplePast(request, Randomness(seed: random.next())) }
        if request.asksSimulation {
            try await storage.change(by: actor, at: later, randomness: Randomness(seed: random.next())) {
                change in
                try change.requestSampleSimulation(from: Amsterdam.instant(request.start, hour: 14))
            }
        }
        return signIns
    }

    private func hashes(of secrets: [SampleSecret]) async throws -> [String] {
        var hashes: [String] = []
        for secret in secrets { hashes.append(try await passwords.hash(secret.password, salt: secret.salt)) }
        return hashes
    }

    /// - Parameter hashes: one for each of `secrets`.
    private func addSampleAccounts(
        _ secrets: [SampleSecret], _ hashes: [String], at now: Instant, _ randomness: Randomness
    ) async throws -> [SampleSignIn] {
        var random = randomness
        var signIns: [SampleSignIn] = []
        let owners = try await storage.read { tx in try tx.sampleOwners() }
        for (secret, hash) in zip(secrets, hashes) {
            let role = secret.role
            let owner = owners.people[role]
            let grant = RoleGrant(role: role, municipality: role.isMunicipal ? owners.municipality : nil)
            let source = Randomness(seed: random.next())
            try await storage.change(by: .command("sample"), at: now, randomness: source) { change in
                _ = try change.addAccount(
                    name: role.sampleName, displayName: owner?.name.full ?? role.word.capitalisedFirst,
                    person: owner?.id,
                    grants: [grant], password: hash, mustChange: false)
            }
            signIns.append(SampleSignIn(role: role.word, name: role.sampleName, password: secret.password))
        }
        let source = Randomness(seed: random.next())
        try await storage.change(by: .command("sample"), at: now, randomness: source) { change in
            let today = Amsterdam.day(at: now)
            _ = try change.appointDeputy(
                DeputyDraft(
                    holder: nil, holderText: Role.municipalSecretary.sampleName,
                    deputyText: Role.crisisOfficial.sampleName, role: .municipalSecretary, firstDay: today,
                    lastDay: today.adding(days: Self.deputyDays)))
        }
        return signIns
    }
}

extension Change {
    /// Made without looking at certificates, as rosters were before the region kept them: that is what the
    /// proof then finds.
    fileprivate mutating func publishSampleRoster(from start: Day, weeks: Int) throws {
        let horizon = Interval(
            Amsterdam.startOfDay(start.adding(days: -7)), Amsterdam.startOfDay(start.adding(days: weeks * 7)))
        let (roster, _) = try makeRotation(
            lines: try tx.lines().map(\.code),
            periods: DutyPeriod.periods(covering: horizon, try tx.dutyChange(at: horizon.start)),
            rules: CoverageRule.all.subtracting([.competent]))
        try noticingGaps(cause: "roster.published", tells: false) {
            try $0.publishRoster(roster, tells: false)
        }
    }

    fileprivate mutating func addLaterAbsences(_ request: SampleRequest) throws {
        let plan = try samplePlan(request)
        for planned in plan.people where !planned.laterAbsences.isEmpty {
            guard
                let person = try tx.functionary(
                    planned.municipality, personnelNumber: planned.personnelNumber)
            else { continue }
            for absence in planned.laterAbsences { try recordAbsence(of: person.id, during: absence) }
        }
    }

    func samplePlan(_ request: SampleRequest) throws -> SamplePlan {
        let places = try tx.samplePlaces(on: request.start)
        guard let file = try ShippedRegions.situation(request.situation, of: request.region) else {
            return SamplePlan(seed: request.seed, start: request.start, places: places)
        }
        return SamplePlan(
            seed: request.seed, start: request.start, places: places,
            local: LocalOrganisation(file, places: places))
    }
}
