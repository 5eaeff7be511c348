import Domain
import Storage
import Web

/// What somebody may do with an aftermath file.
struct AftermathAccess: Hashable, Sendable {
    /// Writes for the side of the deployment: opens the file, offers it.
    let isGiver: Bool
    /// Confirms and decides for the municipality.
    let isTaker: Bool

    init(_ actor: Actor, _ deployment: DeploymentAccess, _ municipality: Code<Municipality>) {
        isGiver = deployment.mayRecord
        guard case .account(let signedIn) = actor else {
            isTaker = true
            return
        }
        isTaker =
            signedIn.may(.keepAftermath) && signedIn.reach(of: .keepAftermath).includes(municipality)
    }

    /// Until it was handed over both sides write; from then on the municipality.
    func mayWrite(_ file: AftermathFile) -> Bool {
        switch file.state {
        case .prepared, .offered: isGiver || isTaker
        case .transferred: isTaker
        case .ended: false
        }
    }
}

extension Change {
    /// Opens the file of one municipality: as early as somebody thinks of it.
    ///
    /// - Returns: the one there is, when it was opened before.
    mutating func openAftermath(
        of id: ID<Deployment>, in municipality: Code<Municipality>
    ) throws -> ID<AftermathFile> {
        let (deployment, deploymentAccess) = try tx.deployment(id, for: actor)
        guard deployment.municipalities.contains(municipality) else { throw WebFailure.notFound }
        let access = AftermathAccess(actor, deploymentAccess, municipality)
        guard access.isGiver || access.isTaker else { throw WebFailure.forbidden }
        if let present = try tx.aftermaths(of: id).first(where: { $0.file.municipality == municipality }) {
            return present.file.id
        }
        let file = AftermathFile(id: newID(), municipality: municipality, openedAt: now)
        try tx.insertAftermath(file, of: id)
        try tell("aftermath.opened", file, "De nafase in {gemeente} wordt voorbereid.", in: deployment)
        return file.id
    }

    /// Writes a point, or one in the place of another.
    mutating func saveAftermathPoint(_ point: AftermathPoint, in id: ID<AftermathFile>) throws {
        let (aftermath, _, access) = try writable(id)
        guard access.mayWrite(aftermath.file) else { throw WebFailure.forbidden }
        guard !point.what.isEmpty else { throw AftermathRefusal.noText }
        let before = aftermath.points.first { $0.id == point.id }
        if before == nil {
            try tx.insertAftermathPoint(point, of: id, at: now)
        } else {
            try tx.saveAftermathPoint(point)
        }
        try record(
            JournalEntry(
                before == nil ? "aftermathPoint.added" : "aftermathPoint.changed", "aftermath", id,
                before: before?.journalState, after: point.journalState))
    }

    /// The side of the deployment hands over: what is open there goes along as points.
    mutating func offerAftermath(_ id: ID<AftermathFile>) throws {
        let (aftermath, deployment, access) = try writable(id)
        guard access.isGiver else { throw WebFailure.forbidden }
        let offered = try aftermath.file.offering(signature)
        try carryOver(from: deployment, to: aftermath)
        try save(offered, from: aftermath.file)
        try tell(
            "aftermath.offered", offered,
            "De nafase is overgedragen aan {gemeente}; die moet dat nog bevestigen.",
            in: deployment)
    }

    /// The municipality confirms: from now on it is theirs.
    mutating func acceptAftermath(_ id: ID<AftermathFile>) throws {
        let (aftermath, deployment, access) = try writable(id)
        guard access.isTaker else { throw WebFailure.forbidden }
        let accepted = try aftermath.file.accepting(signature)
        try save(accepted, from: aftermath.file)
        try tell("aftermath.accepted", accepted, "{gemeente} heeft de nafase overgenomen.", in: deployment)
    }

    /// The municipality does not take it yet.
    mutating func returnAftermath(_ id: ID<AftermathFile>, because reason: String) throws {
        let (aftermath, deployment, access) = try writable(id)
        guard access.isTaker else { throw WebFailure.forbidden }
        let returned = try aftermath.file.returning(because: reason)
        try save(returned, from: aftermath.file)
        try tell(
            "aftermath.returned", returned, "{gemeente} neemt de nafase nog niet over: \(reason)",
            in: deployment)
    }

    /// The municipality decides that it is over.
    mutating func endAftermath(_ id: ID<AftermathFile>, decision: String, rest: String) throws {
        let (aftermath, deployment, access) = try writable(id)
        guard access.isTaker else { throw WebFailure.forbidden }
        let ended = try aftermath.file.ending(
            signature, decision: decision, rest: rest, open: aftermath.points.count { !$0.isDone })
        try save(ended, from: aftermath.file)
        try tell("aftermath.ended", ended, "De nafase in {gemeente} is voorbij: \(decision)", in: deployment)
    }

    private var signature: AftermathSignature {
        AftermathSignature(account: actor.journalText, name: actor.shownName, at: now)
    }

    private func writable(
        _ id: ID<AftermathFile>
    ) throws -> (DeploymentAftermath, Deployment, AftermathAccess) {
        guard let aftermath = try tx.aftermath(id) else { throw WebFailure.notFound }
        let (deployment, access) = try tx.deployment(aftermath.deployment, for: actor)
        return (aftermath, deployment, AftermathAccess(actor, access, aftermath.file.municipality))
    }

    private func save(_ file: AftermathFile, from before: AftermathFile) throws {
        guard try tx.saveAftermath(file, from: before) else {
            throw AftermathRefusal.wrongState(try tx.aftermath(file.id)?.file.state ?? before.state)
        }
    }

    /// Open actions and shelter with people in it, each once however often it is offered.
    private mutating func carryOver(from deployment: Deployment, to aftermath: DeploymentAftermath) throws {
        let state = try tx.deploymentState(deployment.id)
        for action in state.actions where !action.value.state.isOver {
            let due = action.value.dueAt.map { Amsterdam.day(at: $0) }
            try tx.insertAftermathPoint(
                AftermathPoint(
                    id: newID(), topic: .action, what: action.value.what, owner: action.value.owner,
                    dueOn: due, source: action.entry.thing), of: aftermath.file.id, at: now)
        }
        for shelter in state.shelters where shelter.value.state != .closed {
            try tx.insertAftermathPoint(
                AftermathPoint(
                    id: newID(), topic: .shelter,
                    what: "\(shelter.value.name) (\(shelter.value.kind.word)) is nog niet dicht",
                    source: shelter.entry.thing), of: aftermath.file.id, at: now)
        }
    }

    /// In the journal, and as a line in the log of the deployment, where everybody looks.
    private mutating func tell(
        _ action: String, _ file: AftermathFile, _ sentence: String, in deployment: Deployment
    ) throws {
        let name = try tx.municipalityNames()[file.municipality] ?? file.municipality.text
        try record(
            JournalEntry(
                action, "aftermath", file.id,
                after: ["gemeente": .code(file.municipality), "inzet": .text(deployment.number)]))
        let draft = EntryDraft(
            .note(Note(kind: .personal)), sentence.replacing("{gemeente}", with: name),
            key: "\(action)-\(file.id)-\(now.milliseconds)")
        // The municipality may not write in the log; that it confirmed is told there all the same.
        guard let fresh = try tx.deployment(deployment.id) else { throw WebFailure.notFound }
        _ = try append(draft, to: fresh, .full)
    }
}

extension AftermathPoint {
    fileprivate var journalState: [String: JournalValue] {
        [
            "onderwerp": .text(topic.rawValue), "wat": .text(what), "wie": .text(owner),
            "uiterlijk": .day(dueOn), "gereed": .text(isDone ? "ja" : "nee"),
            "centen": amount.map { .number(Int($0.cents)) } ?? .none,
        ]
    }
}
