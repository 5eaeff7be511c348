import Domain
import Storage

extension Application {
    /// Deployments of the week before the start, with a call-out: what there is to evaluate, to review and to replay
    /// with another design. Written by the sample's accounts at their own moments.
    func addSamplePast(_ request: SampleRequest, _ randomness: Randomness) async throws {
        var random = randomness
        guard let past = try await storage.read({ tx in try SamplePast(request, tx) }) else { return }
        let source = Randomness(seed: random.next())
        try await storage.change(
            by: .command("sample"), at: past.instant(7, 9, plus: 30), randomness: source
        ) { change in
            try change.addSampleShelterPlaces()
        }
        try await write(past.flood.filter { $0.at < past.fireBegin }, &random)
        try await write(past.fireOpens, &random)
        let called = try await call(past, Randomness(seed: random.next()))
        let later =
            past.flood.filter { $0.at >= past.fireBegin } + past.fireGoesOn + past.shelter + past.fireEnds
            + past.aftermath + [past.fireEvaluated] + past.unrest
        try await write(later, &random, notBefore: called)
    }

    /// Calls people for the fire until everybody is at work.
    ///
    /// - Returns: when the call-out was over.
    private func call(_ past: SamplePast, _ randomness: Randomness) async throws -> Instant {
        var random = randomness
        let raisedAt = past.fireBegin.adding(minutes: 22)
        let source = Randomness(seed: random.next())
        let alarm = try await storage.change(
            by: .account(try await sampleAccount(.controlRoom, at: raisedAt)), at: raisedAt,
            randomness: source
        ) { change in
            change.isNoticingGaps = true
            return try change.raiseAlarm(
                for: try change.sampleDeployment(SamplePast.fireKey), SamplePast.firePosts, in: past.home,
                key: "\(SamplePast.fireKey)-alarm")
        }
        var rehearsal = RehearsedAlarm(
            alarm, in: storage, from: raisedAt, by: "sample", randomness: Randomness(seed: random.next()))
        try await rehearsal.run()
        return rehearsal.clock
    }

    /// - Parameter earliest: a clock that was there already is not turned back.
    private func write(
        _ moments: [SampleMoment], _ random: inout Randomness, notBefore earliest: Instant? = nil
    ) async throws {
        for moment in moments.sorted(by: { $0.at < $1.at }) {
            let at = max(moment.at, earliest ?? moment.at)
            let account = try await sampleAccount(moment.role, at: at)
            let source = Randomness(seed: random.next())
            try await storage.change(by: .account(account), at: at, randomness: source) { change in
                // It is over when the year begins: no line is without them then.
                change.isNoticingGaps = true
                try moment.write(&change)
            }
        }
    }

    private func sampleAccount(_ role: Role, at now: Instant) async throws -> SignedIn {
        try await storage.read { tx in
            guard let account = try tx.accounts().first(where: { $0.name == role.sampleName }) else {
                throw StorageFault.column("account")
            }
            return SignedIn(
                account: account.id, displayName: account.displayName, person: account.person,
                grants: account.grants, csrf: "", mustChangePassword: false,
                dutyFunctions: try account.person.map { try tx.dutyFunctions(of: $0, at: now) } ?? [])
        }
    }
}

extension Change {
    /// How many fit in the shelters of the cards, as their remarks say.
    fileprivate mutating func addSampleShelterPlaces() throws {
        for shelter in try tx.knownShelters(of: try tx.municipalities().map(\.code)) {
            let isHall = shelter.entry.name.hasPrefix("Sporthal")
            try saveShelterLocation(
                ShelterLocation(
                    entry: shelter.entry.id, capacity: isHall ? 150 : 60,
                    facilities: isHall ? [.food, .sanitary, .information] : [.food, .sanitary]),
                of: shelter.municipality)
        }
    }
}
