import Delivery
import Domain
import Logging
import Storage

/// The auditor of one node: re-reads every running alarm with statements of its own, writes down what it finds,
/// tells a named human past the engine's queue, and lets an outside monitor know that all is well. Silence is the
/// alarm: whoever listens outside hears nothing when the process, the database, the network or this loop is gone
/// (spec A7).
extension Application {
    private static let everySeconds: Int64 = 60
    /// A finding that stands is told again after this.
    private static let againMinutes = 60
    /// Longer than any attempt to tell takes; after it another node may try.
    private static let tellingSeconds = 300
    /// How long findings that passed are kept.
    private static let keptDays = 90

    /// Runs until it is cancelled.
    func runAudit() async {
        pulse.beatAuditor(at: now())
        while !Task.isCancelled {
            do {
                _ = try await audit(at: now())
            } catch {
                let code = (error as? StorageFault)?.code ?? JSONLog.code(of: error)
                logger.error("Toezicht mislukt", metadata: ["error": "\(code)"])
            }
            do {
                try await Task.sleep(for: .seconds(Self.everySeconds))
            } catch {
                // Only cancellation ends the sleep.
                return
            }
        }
    }

    /// One round.
    ///
    /// - Returns: what must not be so.
    func audit(at now: Instant) async throws -> [AuditFinding] {
        let started = ContinuousClock.now
        let engineSeen = pulse.value.engine
        let (found, open) = try await storage.read { tx in
            (
                try tx.alarmAudit(at: now, engineSeen: engineSeen).findings(at: now),
                try tx.openFindings()
            )
        }
        let took = Int((ContinuousClock.now - started) / .milliseconds(1))
        try await record(found, open, milliseconds: took, at: now)
        pulse.beatAuditor(at: now)
        try await tell(at: now)
        if !found.contains(where: \.kind.isGrave) { try await sendHeartbeat(at: now) }
        return found
    }

    /// Only what changed: a round that finds what it found before writes one row.
    private func record(
        _ found: [AuditFinding], _ open: [StoredFinding], milliseconds: Int, at now: Instant
    ) async throws {
        let before = Set(open.map(\.finding.place))
        let after = Set(found.map(\.place))
        guard before == after else {
            let source = randomness()
            return try await storage.change(by: .background("audit"), at: now, randomness: source) { change in
                try change.recordFindings(found)
                try change.tx.setAudited(at: now, milliseconds: milliseconds)
            }
        }
        try await storage.write { tx in
            let counts = Dictionary(found.map { ($0.place, $0.count) }, uniquingKeysWith: max)
            for stored in open where counts[stored.finding.place] != stored.finding.count {
                try tx.setCount(counts[stored.finding.place] ?? 0, of: stored.id)
            }
            try tx.deleteFindings(endedBefore: now.adding(minutes: -Self.keptDays * 24 * 60))
            try tx.setAudited(at: now, milliseconds: milliseconds)
        }
    }

    // MARK: Telling a human

    /// Straight over the channels: the engine's queue may be what is broken. The first who can be reached hears it.
    private func tell(at now: Instant) async throws {
        let again = now.adding(minutes: -Self.againMinutes)
        let claimed = try await storage.write { tx in
            let due = try tx.openFindings().filter { stored in
                stored.finding.kind.isGrave && (stored.toldAt.map { $0 <= again } ?? true)
            }
            let until = now.adding(seconds: Self.tellingSeconds)
            let ids = try tx.claimTelling(due.map(\.id), at: now, until: until)
            return due.filter { ids.contains($0.id) }
        }
        guard !claimed.isEmpty else { return }
        let listeners = try await storage.read { tx in try tx.auditListeners() }
        let open = try await auditChannels()
        let text = AuditFinding.text(claimed.map(\.finding))
        for listener in listeners {
            for (kind, address) in listener.addresses {
                guard let channel = open[kind] else { continue }
                let message = OutgoingMessage(
                    key: "toezicht-\(claimed[0].id)-\(kind.rawValue)", kind: kind, address: address,
                    subject: "Oranje: de alarmering heeft u nodig", text: text, possibleDuplicate: false,
                    exercise: false)
                guard case .accepted = await channel.send(message) else { continue }
                try await storage.write { tx in
                    try tx.setTold(claimed.map(\.id), name: listener.name, at: now)
                }
                return
            }
        }
        logger.error("Toezicht: niemand bereikt")
    }

    /// As they are set up now, unless the program was started with others.
    private func auditChannels() async throws -> [ChannelKind: any Channel] {
        guard channels.isEmpty else { return channels }
        let board = try await switchboard()
        let open = ChannelKind.allCases.compactMap { kind in board.channel(kind).map { (kind, $0) } }
        return Dictionary(uniqueKeysWithValues: open)
    }

    // MARK: The outside monitor

    private func sendHeartbeat(at now: Instant) async throws {
        let address = try await storage.read { tx -> String? in
            let sealed = try tx.sealedHeartbeat()
            guard !sealed.isEmpty, let box = try tx.secretBox() else { return nil }
            return try box.open(sealed, for: AuditSetting.purpose)
        }
        guard let address else { return }
        let outlet = Outlet(
            name: "hartslag", parallel: 1, connectMilliseconds: 5000, totalMilliseconds: 10_000)
        let fault: String? =
            switch await courier.send(HTTPCall(method: .get, url: address), through: outlet) {
            case .success(let reply): (200..<300).contains(reply.status) ? nil : "status \(reply.status)"
            case .failure(let failure): DeliveryOutcome(failure, shown: { _ in "" }).code
            }
        try await storage.write { tx in try tx.setHeartbeat(fault: fault, at: now) }
    }
}

extension Change {
    /// Opens what is new, ends what is over.
    fileprivate mutating func recordFindings(_ found: [AuditFinding]) throws {
        // Read again under the lock: another node audits too.
        let open = try tx.openFindings()
        let places = Set(open.map(\.finding.place))
        for finding in found where !places.contains(finding.place) {
            try tx.insert(finding, newID(), at: now)
            try record(
                JournalEntry(
                    "audit.found", finding.kind.objectKind, finding.object,
                    after: ["bevinding": .text(finding.kind.rawValue), "aantal": .number(finding.count)]))
        }
        let standing = Set(found.map(\.place))
        for stored in open where !standing.contains(stored.finding.place) {
            try tx.endFinding(stored.id, at: now)
            try record(
                JournalEntry(
                    "audit.ended", stored.finding.kind.objectKind, stored.finding.object,
                    before: ["bevinding": .text(stored.finding.kind.rawValue)]))
        }
    }
}

extension AuditFinding {
    /// Two findings of one place are the same, however many things it counts.
    fileprivate var place: String { "\(kind.rawValue) \(object)" }
}

extension AuditFinding.Kind {
    fileprivate var objectKind: String {
        switch self {
        case .forgotten, .overdue, .postponed, .untold, .uncalled: "alarm"
        case .backlog, .laneDown, .channelDown: "lane"
        case .stuck, .unknownMessage: "messages"
        case .mailBacklog: "mail"
        case .noChannel, .engineStill: "engine"
        }
    }
}

/// Somebody who hears what the auditor found.
struct AuditListener: Sendable {
    let name: String
    let addresses: [(kind: ChannelKind, address: String)]
}

extension Transaction {
    /// Whoever was set up, then whoever leads an alarm that runs, then whoever of the region's office or the
    /// administrators stands in the register.
    func auditListeners() throws -> [AuditListener] {
        let contact = try auditStatus().contact
        let addresses = [(ChannelKind.sms, contact.phone), (.mail, contact.mail)].filter { !$0.1.isEmpty }
        let own = addresses.isEmpty ? [] : [AuditListener(name: contact.name, addresses: addresses)]
        let people = try leadsOfRunningAlarms() + people(with: [.functionalAdministrator, .regionalOffice])
        return try own
            + people.compactMap { person in
                guard let name = try functionary(person)?.name.full else { return nil }
                let channels = try channels(of: person).map { ($0.kind.channel, $0.address) }
                return AuditListener(name: name, addresses: channels)
            }
    }
}
