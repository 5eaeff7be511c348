import Crypto
import Domain
import Foundation
import Storage
import Web

/// What somebody wants to write in a deployment.
struct EntryDraft: Sendable {
    let content: EntryContent
    let text: String
    /// Made by the page, so that a form that is sent twice, or again after the line came back, writes once.
    let key: String
    /// What it is about; nil begins something new.
    var thing: ID<DeploymentThing>?
    /// The entries that the author had before them and that this one takes the place of.
    var replaces: [Int] = []
    /// Nil: now.
    var occurredAt: Instant?
    /// Nil: now.
    var receivedAt: Instant?
    var source = ""
    var isConfidential = false

    init(_ content: EntryContent, _ text: String, key: String) {
        self.content = content
        self.text = text
        self.key = key
    }

    /// A text that is longer is a file, not an entry.
    static let textMax = 10_000
    static let keyBytesMax = 200
}

/// What an entry may be made from. Read only when it is asked for, because a line of the log needs none of it and a
/// deployment may have thousands of lines a minute.
struct EntryDesk {
    let deployment: Deployment
    let access: DeploymentAccess
    private let tx: Transaction

    init(_ deployment: Deployment, _ access: DeploymentAccess, _ tx: Transaction) {
        self.deployment = deployment
        self.access = access
        self.tx = tx
    }

    func state() throws -> DeploymentState {
        DeploymentState(standing: try tx.standingEntries(of: deployment.id))
    }

    func mandates() throws -> MandateMatrix { try tx.mandateMatrix() }

    /// - Throws: `WebFailure.notFound`.
    func entry(_ number: Int) throws -> DeploymentEntry {
        guard let entry = try known(number) else { throw WebFailure.notFound }
        return entry
    }

    /// Nil for a number that was typed and is not in this log.
    func known(_ number: Int) throws -> DeploymentEntry? { try tx.entry(number, in: deployment.id) }
}

/// An entry that was written, now or by the same request before.
struct RecordedEntry: Sendable {
    let number: Int
    let isDuplicate: Bool
    /// Something that it should have replaced was replaced by somebody else: both stand.
    var isContested = false
}

extension Change {
    /// Writes an entry. A fact is never refused: what contradicts something stands beside it.
    ///
    /// - Throws: `WebFailure.notFound` or `.forbidden` for whoever may not; `.malformed` for a key or text out of
    ///   bounds.
    @discardableResult
    mutating func recordEntry(_ draft: EntryDraft, in id: ID<Deployment>) throws -> RecordedEntry {
        try recordEntry(in: id) { _ in draft }
    }

    /// The same for what follows from how the deployment stands.
    @discardableResult
    mutating func recordEntry(
        in id: ID<Deployment>, _ make: (EntryDesk) throws -> EntryDraft
    ) throws -> RecordedEntry {
        let (deployment, access) = try tx.deployment(id, for: actor)
        guard access.mayRecord else { throw WebFailure.forbidden }
        return try append(try make(EntryDesk(deployment, access, tx)), to: deployment, access)
    }

    /// The same for whoever just opened it.
    mutating func append(
        _ draft: EntryDraft, to deployment: Deployment, _ access: DeploymentAccess
    ) throws -> RecordedEntry {
        guard (1...EntryDraft.keyBytesMax).contains(draft.key.utf8.count),
            draft.text.count <= EntryDraft.textMax,
            // What a deployment is steered by is seen by everybody who works in it.
            !draft.isConfidential || draft.content.kind == .note
        else { throw WebFailure.malformed }
        if let present = try tx.entry(key: draft.key, in: deployment.id) {
            return RecordedEntry(number: present.number, isDuplicate: true)
        }
        let number = try tx.lastEntryNumber(of: deployment.id) + 1
        // A clock that is set back must not put an entry before one that was there already.
        let recordedAt = max(now, deployment.recordedAt)
        let author = try author(in: deployment.id)
        let settled = try settle(draft, author, access, deployment.id)
        let entry = DeploymentEntry(
            id: newID(), number: number, thing: settled.thing ?? (draft.content.isChanging ? newID() : nil),
            content: settled.content, text: draft.text, occurredAt: draft.occurredAt ?? now,
            receivedAt: draft.receivedAt ?? draft.occurredAt.map { max($0, now) } ?? now,
            recordedAt: recordedAt, author: author, source: draft.source,
            isConfidential: draft.isConfidential,
            supersededBy: nil, processedBy: nil)
        try tx.advanceDeployment(deployment.id, recordedAt: recordedAt)
        try tx.insert(entry, key: draft.key, in: deployment.id)
        let given = try tx.supersede(settled.replaces, by: number, of: settled.guardThing, in: deployment.id)
        try follow(entry, in: deployment)
        try record(journalEntry(entry, deployment))
        return RecordedEntry(
            number: number, isDuplicate: false, isContested: given < Set(draft.replaces).count)
    }

    /// Only the hash of what was written goes to the journal: it proves the log and holds nobody's data.
    private func journalEntry(_ entry: DeploymentEntry, _ deployment: Deployment) throws -> JournalEntry {
        JournalEntry(
            "deploymentEntry.recorded", "deployment", deployment.id,
            after: [
                "nummer": .number(entry.number), "soort": .text(entry.content.kind.rawValue),
                "inhoud": .text(try entry.hash),
            ])
    }

    /// Who writes, in the function of this moment: that of the deployment, else of the duty.
    private func author(in id: ID<Deployment>) throws -> EntryAuthor {
        guard case .account(let signedIn) = actor else {
            return EntryAuthor(account: actor.journalText, name: actor.shownName, function: nil)
        }
        let deployed = try signedIn.person.map { try tx.deployedFunctions(of: $0, in: id) } ?? []
        let functions = deployed.isEmpty ? signedIn.dutyFunctions : deployed
        let short = functions.isEmpty ? [] : try tx.functions().filter { functions.contains($0.code) }
        return EntryAuthor(
            account: actor.journalText, name: signedIn.displayName,
            function: short.isEmpty ? nil : short.map(\.abbreviation).joined(separator: ", "))
    }

    private struct Settled {
        var thing: ID<DeploymentThing>?
        var content: EntryContent
        var replaces: [Int]
        /// Only entries of this thing give way; nil where a settlement decides over several.
        var guardThing: ID<DeploymentThing>?
    }

    /// What really gives way to a draft.
    private func settle(
        _ draft: EntryDraft, _ author: EntryAuthor, _ access: DeploymentAccess, _ id: ID<Deployment>
    ) throws -> Settled {
        if case .message(let message) = draft.content {
            let state = DeploymentState(standing: try tx.standingEntries(of: id))
            let phase = MandatePhase(level: state.declarations.level, isOver: state.ending != nil)
            let deviations = try tx.mandateMatrix().deviations(of: message, in: phase)
            return Settled(content: .message(message.released(with: deviations)), replaces: [])
        }
        guard case .statement(var statement) = draft.content else {
            let thing =
                try draft.thing ?? draft.replaces.first.flatMap { try tx.entry($0, in: id)?.thing }
            return Settled(
                thing: thing, content: draft.content, replaces: thing == nil ? [] : draft.replaces,
                guardThing: thing)
        }
        if statement.isSettlement, !access.isCoordinator {
            statement = PictureStatement(
                theme: statement.theme, topic: statement.topic, verification: statement.verification,
                from: statement.from)
        }
        let picture = OwnPicture(standing: try tx.standingEntries(of: id))
        let giving = picture.givingWay(
            draft.replaces, to: statement, by: author, isCoordinator: access.isCoordinator)
        return Settled(thing: nil, content: .statement(statement), replaces: giving, guardThing: nil)
    }

    /// What lists and rights need to know of an entry.
    private mutating func follow(_ entry: DeploymentEntry, in deployment: Deployment) throws {
        let id = deployment.id
        switch entry.content {
        case .opened(let opening):
            for municipality in opening.municipalities { try tx.insertMunicipality(municipality, of: id) }
        case .level(let declaration):
            for municipality in declaration.municipalities { try tx.insertMunicipality(municipality, of: id) }
            let state = DeploymentState(standing: try tx.standingEntries(of: id))
            try tx.setDeploymentLevel(state.declarations.level, state.mode, of: id)
        case .flexible:
            try tx.setDeploymentLevel(deployment.level, deployment.level == nil ? .flexible : .grip, of: id)
            let due = Amsterdam.day(at: entry.occurredAt).adding(days: ScalingReview.dueDays)
            try tx.setDeploymentReview(dueOn: due, reviewedAt: nil, of: id)
        case .review(let review):
            try tx.setDeploymentReview(
                dueOn: Day(iso: review.dueOn), reviewedAt: review.isClosed ? entry.recordedAt : nil, of: id)
        case .note(let note): try tx.process(note.setsAside, by: entry.number, in: id)
        case .statement(let statement): try tx.process(statement.from, by: entry.number, in: id)
        case .member(let member):
            guard let person = ID<Functionary>(member.person) else { throw WebFailure.malformed }
            try tx.saveMember(person, member.function, isActive: member.isActive, of: id)
            try logDeviations(of: [person], in: id)
            if !deployment.isExercise { try noticeCrew([person]) }
        case .alarm(let link):
            guard let alarm = ID<Alarm>(link.alarm) else { throw WebFailure.malformed }
            try tx.insertAlarm(alarm, of: id)
        case .ended:
            let crew = Set(try tx.crew(of: id).map(\.person))
            try tx.setDeploymentEnd(entry.recordedAt, of: id)
            try endRelief(of: id)
            if !deployment.isExercise { try noticeCrew(crew) }
        case .watch, .small, .version, .copied, .decision, .action, .team, .message, .environment, .handover:
            break
        case .shelter, .shelterCount, .shelterDemand, .selfReliance, .objection: break
        }
    }
}

extension EntryContent {
    /// Whether later entries may take its place.
    var isChanging: Bool {
        switch self {
        case .decision, .action, .team, .member, .message, .environment, .handover, .watch, .review, .small:
            true
        case .shelter, .shelterDemand, .selfReliance: true
        case .opened, .level, .flexible, .note, .statement, .version, .copied, .alarm, .ended: false
        case .shelterCount, .objection: false
        }
    }
}

extension DeploymentEntry {
    /// SHA-256 over everything that was written, each part preceded by its length.
    var hash: String {
        get throws {
            let parts = [
                id.description, "\(number)", content.kind.rawValue, try content.encoded(), text, source,
                "\(occurredAt.milliseconds)", "\(receivedAt.milliseconds)", "\(recordedAt.milliseconds)",
                author.account, author.name, author.function ?? "-", isConfidential ? "1" : "0",
            ]
            var hasher = SHA256()
            for part in parts {
                hasher.update(data: Array("\(part.utf8.count):".utf8))
                hasher.update(data: Array(part.utf8))
            }
            return [UInt8](hasher.finalize()).hexadecimal
        }
    }
}

extension Actor {
    /// As a log shows who wrote.
    var shownName: String {
        switch self {
        case .account(let signedIn): signedIn.displayName
        case .command: "Opdracht op de server"
        case .background: "Oranje"
        }
    }
}
