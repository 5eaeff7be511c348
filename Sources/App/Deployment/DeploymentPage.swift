import Domain
import Storage
import Web

/// What the list of deployments shows.
struct DeploymentsPage: Sendable {
    static let endedMax = 25

    let running: [Deployment]
    let ended: [Deployment]
    let reviews: [Deployment]
    let names: [Code<Municipality>: String]
    let mayOpen: Bool
    /// May see what goes on afterwards, of those within reach.
    let seesAll: Bool
    let seesCards: Bool
    let now: Instant

    init(_ visit: Visit, _ tx: Transaction) throws {
        let signedIn = visit.signedIn
        let own = try signedIn.person.map { try tx.deploymentsWith($0) } ?? []
        let reach = signedIn.reach(of: .seeDeployments)
        func isVisible(_ deployment: Deployment) -> Bool {
            own.contains(deployment.id)
                || (signedIn.may(.seeDeployments)
                    && (reach == .region || deployment.municipalities.contains(where: reach.includes)))
        }
        running = try tx.runningDeployments().filter(isVisible)
        ended = try tx.endedDeployments(limit: 8 * Self.endedMax).filter(isVisible).prefix(Self.endedMax).map(
            \.self)
        reviews = try tx.openReviews().filter(isVisible)
        names = try tx.municipalityNames()
        mayOpen = signedIn.may(.openDeployments)
        seesAll = signedIn.may(.seeDeployments)
        seesCards = signedIn.may(.seeCards)
        now = visit.now
    }

    var heading: String {
        switch running.count {
        case 0: "Er loopt geen inzet"
        case 1: "Er loopt 1 inzet: \(running[0].title)"
        default: "Er lopen \(running.count) inzetten"
        }
    }

    func places(_ deployment: Deployment) -> String {
        Dutch.list(deployment.municipalities.map { names[$0] ?? $0.text })
    }
}

/// One deployment as its pages show it: all of it is read at one moment.
struct DeploymentPage: Sendable {
    static let logMax = 30

    let deployment: Deployment
    let access: DeploymentAccess
    let state: DeploymentState
    /// Newest first.
    let entries: [DeploymentEntry]
    /// The entry at which all this is so.
    let number: Int
    /// Nil: now; else as it was known then.
    let knownAt: Instant?
    let unprocessed: [DeploymentEntry]
    let missingHandovers: [MissingHandover]
    /// Nobody planned yet who relieves, and the norm says that it is time.
    let wantsReliefPlan: Bool
    let processMinutes: Int?
    let communication: CommunicationState
    let shelter: ShelterStanding
    let mandates: MandateMatrix
    let declarers: DeclarerMatrix
    let names: [Code<Municipality>: String]
    /// That exist now, by name: something that merged happens in its successor.
    let existing: [Municipality]
    let functions: [CrisisFunction]
    let mayRaise: Bool
    /// Read by this visitor a moment ago.
    var opened: DeploymentEntry?
    let csrf: String
    /// Made once per page, so that a form that is sent twice writes once.
    let key: String
    let now: Instant

    /// - Parameter instant: as it was known then.
    /// - Parameter version: the entry with which a picture was frozen: as it was known then.
    /// - Parameter through: the newest entry of the log to show.
    /// - Parameter deployment: nil for the one that the address names.
    init(
        _ visit: Visit, _ tx: Transaction, at instant: Instant? = nil, version: DeploymentEntry? = nil,
        through: Int? = nil, of deployment: ID<Deployment>? = nil
    ) throws {
        let id = try deployment ?? visit.id("id")
        let (deployment, access) = try tx.deployment(id, for: visit.actor)
        self.deployment = deployment
        self.access = access
        let instant = version?.recordedAt ?? instant
        knownAt = instant
        number =
            try version?.number ?? instant.map { try tx.entryNumber(of: id, at: $0) } ?? deployment.version
        state = DeploymentState(
            standing: instant == nil
                ? try tx.standingEntries(of: id) : try tx.standingEntries(of: id, at: number))
        entries = try tx.entries(of: id, through: min(through ?? number, number), limit: Self.logMax)
        unprocessed =
            instant == nil ? try tx.unprocessedNotes(of: id) : try tx.unprocessedNotes(of: id, at: number)
        missingHandovers =
            instant == nil
            ? try tx.missingHandovers(of: deployment, state.handovers.map(\.value), at: visit.now) : []
        let norms = try tx.normSet()
        wantsReliefPlan = try instant == nil && tx.wantsReliefPlan(deployment, norms, at: visit.now)
        processMinutes = norms.value(of: .pictureProcess, at: visit.now)
        shelter = ShelterStanding(
            state,
            norms: ShelterNorms(norms, at: state.shelterDemand?.startedAt ?? deployment.openedAt))
        communication = CommunicationState(
            standing: state.standing, openedAt: deployment.openedAt,
            firstMinutes: norms.value(of: .communicationFirst, at: visit.now),
            repeatMinutes: norms.value(of: .communicationRepeat, at: visit.now))
        mandates = try tx.mandateMatrix()
        declarers = try tx.declarerMatrix()
        names = try tx.municipalityNames()
        existing = try tx.municipalities().filter { $0.exists(on: visit.today) }
            .sorted { ($0.name, $0.code) < ($1.name, $1.code) }
        functions = try tx.functions()
        mayRaise = visit.signedIn.may(.raiseAlarm)
        csrf = visit.signedIn.csrf
        var random = visit.randomness
        key = random.bytes(12).hexadecimal
        now = instant ?? visit.now
    }

    var path: String { "/inzetten/\(deployment.id)" }

    var places: String { Dutch.list(state.municipalities.map { names[$0] ?? $0.text }) }

    /// The frozen pictures, oldest first, each with the entry that froze it.
    var versions: [(version: Int, entry: DeploymentEntry)] {
        state.standing.compactMap { entry in
            if case .version(let frozen) = entry.content { (frozen.version, entry) } else { nil }
        }
    }

    /// Writing happens now, never in what was known then.
    var mayRecord: Bool { access.mayRecord && knownAt == nil }

    /// What is so now, as a sentence.
    var heading: String {
        let title = deployment.title
        if state.ending != nil, knownAt == nil { return "Afgesloten: \(title)" }
        if let current = state.declarations.current {
            return "\(current.declaration.level?.name ?? "Onder GRIP"): \(title)"
        }
        switch state.mode {
        case .flexible: return "Opgeschaald buiten GRIP: \(title)"
        case .watch: return "We wachten af: \(title)"
        case .small, .grip: return title
        }
    }

    /// The oldest note that waits for the picture, in whole minutes.
    var waitingMinutes: Int? { unprocessed.map(\.receivedAt).min().map { now.minutes(since: $0) } }

    /// What one of the forms of a page is sent with.
    func formKey(_ name: String) -> String { "\(key)-\(name)" }
}
