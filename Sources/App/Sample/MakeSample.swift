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

    package init(
        seed: UInt64, region: String, start: Day, situation: SampleSituation = .pooled,
        asksSimulation: Bool = false
    ) {
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
            try change.addLaterFacts(request)
        }
        let signIns = try await addSampleAccounts(at: later, Randomness(seed: random.next()))
        try await storage.change(by: actor, at: later, randomness: Randomness(seed: random.next())) {
            change in
            try change.addSampleCards(request)
        }
        try await storage.change(by: actor, at: later, randomness: Randomness(seed: random.next())) {
            change in
            try change.noticingGaps(cause: "activity.recorded", tells: false) {
                try $0.addSampleProgramme(request)
            }
        }
        try await storage.change(by: actor, at: later, randomness: Randomness(seed: random.next())) {
            change in
            try change.noticingGaps(cause: "activity.recorded", tells: false) {
                try $0.addSampleCompetence(request)
            }
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
        if request.asksSimulation {
            try await storage.change(by: actor, at: later, randomness: Randomness(seed: random.next())) {
                change in
                try change.requestSampleSimulation(from: Amsterdam.instant(request.start, hour: 14))
            }
        }
        return signIns
    }

    private func addSampleAccounts(at now: Instant, _ randomness: Randomness) async throws -> [SampleSignIn] {
        var random = randomness
        var signIns: [SampleSignIn] = []
        let owners = try await storage.read { tx in try tx.sampleOwners() }
        for role in Role.allCases {
            let password = "oranje-\(random.bytes(5).hexadecimal)"
            let hash = try await passwords.hash(password, salt: random.bytes(16))
            let owner = owners.people[role]
            let grant = RoleGrant(role: role, municipality: role.isMunicipal ? owners.municipality : nil)
            let source = Randomness(seed: random.next())
            try await storage.change(by: .command("sample"), at: now, randomness: source) { change in
                _ = try change.addAccount(
                    name: role.sampleName, displayName: owner?.name.full ?? role.word.capitalisedFirst,
                    person: owner?.id,
                    grants: [grant], password: hash, mustChange: false)
            }
            signIns.append(SampleSignIn(role: role.word, name: role.sampleName, password: password))
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
    /// The people of `request`; those of a municipality that merged first work for its predecessors and then
    /// move.
    fileprivate mutating func addSamplePeople(_ request: SampleRequest) throws {
        // Nobody stands on a roster yet: there is no coverage to lose.
        isNoticingGaps = true
        let plan = try samplePlan(request)
        let municipalities = try tx.municipalities()
        for (index, planned) in plan.people.enumerated() {
            let predecessors = municipalities.filter { $0.successor == planned.municipality }
            let employer =
                predecessors.isEmpty ? planned.municipality : predecessors[index % predecessors.count].code
            let id = try addPerson(
                PersonDraft(
                    municipality: employer, personnelNumber: planned.personnelNumber, name: planned.name,
                    workBase: employer,
                    channels: [
                        ContactChannel(kind: .mobile, address: planned.mobile),
                        ContactChannel(kind: .email, address: planned.email),
                    ]))
            try addPapers(planned, of: id, employer: municipalities.first { $0.code == employer }, request)
            for absence in planned.plannedAbsences { try recordAbsence(of: id, during: absence) }
        }
        for old in municipalities {
            // Mergers after the start are still to come.
            guard let new = old.successor, let last = old.validThrough, last < request.start else { continue }
            _ = try moveEmployees(of: old.code, to: new, from: last.adding(days: 1))
        }
    }

    private mutating func addPapers(
        _ planned: SamplePlan.Person, of id: ID<Functionary>, employer: Municipality?,
        _ request: SampleRequest
    ) throws {
        for function in planned.functions {
            try saveDesignation(
                Designation(
                    id: newID(), person: id, function: function,
                    scope: planned.isLocal(function) ? .local : function.text == "OVDBZ" ? .cluster : .region,
                    designatedBy: "College van \(employer?.name ?? "")",
                    document: planned.isLocal(function) && planned.paper == .unknown
                        ? "" : "Aanwijzingsbesluit \(function)",
                    validFrom: request.start.adding(days: -700), validThrough: nil, state: .designated))
            let paper: (state: Certificate.State, issued: Day?, through: Day?)
            switch planned.paper {
            case .unknown: continue
            case .requested: paper = (.requested, nil, nil)
            case .valid(let issued, let through): paper = (.held, issued, through)
            }
            try saveCertificate(
                Certificate(
                    id: newID(), person: id, function: function, issuer: "NIPV", issued: paper.issued,
                    validThrough: paper.through, state: paper.state))
        }
    }

    /// Made without looking at certificates, as rosters were before the region kept them: that is what the
    /// proof then finds.
    fileprivate mutating func publishSampleRoster(from start: Day, weeks: Int) throws {
        let horizon = Interval(
            Amsterdam.startOfDay(start.adding(days: -7)), Amsterdam.startOfDay(start.adding(days: weeks * 7)))
        let (roster, _) = try makeRotation(
            lines: try tx.lines().map(\.code),
            periods: DutyPeriod.periods(covering: horizon, try tx.dutyChange(at: horizon.start)),
            rules: CoverageRule.all.subtracting([.competent]))
        try noticingGaps(cause: "roster.published", tells: false) { try $0.publishRoster(roster) }
    }

    fileprivate mutating func addLaterFacts(_ request: SampleRequest) throws {
        let plan = try samplePlan(request)
        try noticingGaps(cause: "absence.recorded", tells: false) { change in
            for planned in plan.people where !planned.laterAbsences.isEmpty {
                guard
                    let person = try change.tx.functionary(
                        planned.municipality, personnelNumber: planned.personnelNumber)
                else { continue }
                for absence in planned.laterAbsences {
                    try change.recordAbsence(of: person.id, during: absence)
                }
            }
        }
    }

    private func samplePlan(_ request: SampleRequest) throws -> SamplePlan {
        let places = try tx.samplePlaces(on: request.start)
        guard let file = try ShippedRegions.situation(request.situation, of: request.region) else {
            return SamplePlan(seed: request.seed, start: request.start, places: places)
        }
        return SamplePlan(
            seed: request.seed, start: request.start, places: places,
            local: LocalOrganisation(file, places: places))
    }
}

extension Transaction {
    fileprivate func samplePlaces(on day: Day) throws -> [SamplePlace] {
        guard let region = try region() else { return [] }
        let municipalities = try municipalities()
        let populations = try latestPopulations()
        let travel = try travelMinutes()
        let districts = try districts()
        let functions = try functions()
        let lines = try lines()
        let start = Amsterdam.startOfDay(day)
        return try municipalities.filter { $0.exists(on: day) }.map { place in
            let predecessors = municipalities.filter { $0.successor == place.code }
            let inhabitants = ([place] + predecessors).compactMap { populations[$0.code]?.inhabitants }
                .reduce(0, +)
            let inTime = try lines.filter { line in
                guard let function = functions.first(where: { $0.code == line.function }),
                    let district = districts.first(where: { $0.code == line.district })
                else { return false }
                let served = try self.municipalities(of: district.code, on: day)
                let minutes = travel.minutes(from: place.code, to: function, in: district, of: region)
                return served.contains(place.code)
                    && minutes.map { $0 <= line.responseMinutesMax(at: start) ?? .max } ?? false
            }
            return SamplePlace(
                code: place.code, name: place.name, weight: Double(inhabitants).squareRoot(),
                functionsInTime: Set(inTime.map(\.function)))
        }
    }

    /// Who owns the sample account of each role, and the municipality of the municipal ones. Offices, bodies
    /// and mayors are no functionaries of the register.
    fileprivate func sampleOwners() throws -> (people: [Role: Functionary], municipality: Code<Municipality>?)
    {
        let designations = try designations()
        func first(_ function: String, in municipality: Code<Municipality>?) throws -> Functionary? {
            for designation in designations where designation.function.text == function {
                guard let person = try functionary(designation.person) else { continue }
                if municipality == nil || person.municipality == municipality { return person }
            }
            return nil
        }
        var people: [Role: Functionary] = [:]
        people[.functionary] = try first("OVDBZ", in: nil)
        people[.crisisOfficial] = try first("ARB", in: nil)
        let municipality = people[.crisisOfficial]?.municipality
        people[.municipalSecretary] = try first("GS", in: municipality)
        people[.informationCoordinator] = try first("ICBZ", in: nil)
        return (people, municipality)
    }
}
