import Domain
import Logging
import Storage
import Web

/// The background work of communication tests.
extension Application {
    /// Messages handed over at one time: so many may arrive twice after a crash, and each says so.
    private static let batchMax = 16
    /// A thousand people with three channels, over a gateway of sixteen a second, take three minutes.
    private static let leaseMinutes = 15

    /// Sends or closes the test that is due.
    ///
    /// - Returns: whether there was anything to do.
    func runDueContactTest(at now: Instant) async throws -> Bool {
        var random = randomness()
        let lease: ID<WorkClaim> = random.id(at: now)
        let claim = try await storage.write { tx in
            try tx.claimWork(
                kinds: ContactTestWork.kinds, limit: 1, lease: lease, now: now,
                until: now.adding(minutes: Self.leaseMinutes))
        }.first
        guard let claim, let id = ID<StoredContactTest>(claim.work.key) else { return false }
        if claim.work.kind == ContactTestWork.close {
            let source = randomness()
            try await storage.change(
                by: .background(claim.work.kind), at: now, randomness: source
            ) { change in
                guard try change.tx.finishWork(claim) else { return }
                try change.closeContactTest(id)
            }
        } else {
            try await sendContactTest(id, claim, at: now)
        }
        return true
    }

    private func sendContactTest(
        _ id: ID<StoredContactTest>, _ claim: WorkClaim, at now: Instant
    ) async throws {
        let texts = try await storage.read { tx in try ContactTestTexts(id, tx) }
        guard let texts, texts.test.endedAt == nil else {
            _ = try await storage.write { tx in try tx.finishWork(claim) }
            return
        }
        let open = try await openContactChannels()
        var lastFault: String?
        while lastFault == nil {
            let batch = try await storage.write { tx in
                try tx.unsentContactTestMessages(of: id, limit: Self.batchMax)
            }
            if batch.isEmpty { break }
            let outcomes = await withTaskGroup(of: (ContactTestMessage, DeliveryOutcome).self) { group in
                for message in batch {
                    let outgoing = texts.outgoing(message)
                    let channel = open[outgoing.kind]
                    group.addTask {
                        (
                            message,
                            await channel?.send(outgoing) ?? .failedForNow(.notConfigured, retryAfter: nil)
                        )
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            lastFault = try await storage.write { tx in try Self.record(outcomes, tx) }
        }
        // What could not leave is tried again a minute later, until the test closes and counts it as unsent.
        let again: Instant? = lastFault == nil ? nil : now.adding(minutes: 1)
        let fault = lastFault ?? ""
        _ = try await storage.write { tx in
            if let again {
                try tx.returnWork(claim, error: fault, dueAt: again)
            } else {
                try tx.finishWork(claim)
            }
        }
        try await noteChannelStatuses()
    }

    /// - Returns: the code of a fault for now, which ends this round.
    private static func record(
        _ outcomes: [(ContactTestMessage, DeliveryOutcome)], _ tx: Transaction
    ) throws -> String? {
        var lastFault: String?
        for (message, outcome) in outcomes {
            let (state, mayHaveArrived, fault): (ContactTest.State, Bool, DeliveryFault?) =
                switch outcome {
                case .accepted: (.sent, false, nil)
                case .failedForGood(let fault): (.refused, false, fault)
                case .failedForNow(let fault, _): (.waiting, false, fault)
                case .unknown(let fault): (.waiting, true, fault)
                }
            if state == .waiting { lastFault = fault?.code }
            try tx.setContactTestState(
                state, of: message.number, mayHaveArrived: mayHaveArrived, fault: fault?.code)
        }
        return lastFault
    }

    private func openContactChannels() async throws -> [ChannelKind: any Channel] {
        guard channels.isEmpty else { return channels }
        let board = try await switchboard()
        let open = ChannelKind.allCases.compactMap { kind in board.channel(kind).map { (kind, $0) } }
        return Dictionary(uniqueKeysWithValues: open)
    }
}

/// What the messages of one test say.
private struct ContactTestTexts: Sendable {
    let test: StoredContactTest
    private let office: String
    private let address: SiteAddress?
    private let key: [UInt8]?

    /// Nil when there is no such test.
    init?(_ id: ID<StoredContactTest>, _ tx: Transaction) throws {
        guard let test = try tx.contactTest(id) else { return nil }
        self.test = test
        office = try tx.region()?.officeName ?? ""
        address = try tx.siteAddress()
        do {
            key = try tx.secretKey(ContactTestLink.keyName)
        } catch is KeyFault {
            // Without the master key the messages carry no link, and a text message can be answered.
            key = nil
        }
    }

    func outgoing(_ message: ContactTestMessage) -> OutgoingMessage {
        OutgoingMessage(
            key: "communicatietest-\(test.id)-\(message.number)", kind: message.line.kind.channel,
            address: message.line.address, subject: "Communicatietest: bevestig dat dit aankomt",
            text: text(message), possibleDuplicate: message.isPossibleDuplicate, exercise: false)
    }

    private func text(_ message: ContactTestMessage) -> String {
        let url = key.flatMap { key in
            address?.url(ContactTestLink.path(message.number, startsAt: test.startsAt, key))
        }
        let until = "vóór \(Dutch.time(test.closesAt)) uur"
        switch message.line.kind {
        case .mobile:
            let link = url.map { " of open \($0)" } ?? ""
            return "Communicatietest van \(office). Antwoord OK\(link) \(until). Je hoeft niet te komen."
        case .email:
            let link =
                url.map { "Bevestig \(until) dat dit bericht aankomt:\n\($0)" } ?? "Je hoeft niets te doen."
            return """
                Dit is een communicatietest van \(office). Er is niets aan de hand.

                \(link)
                """
        case .voice:
            return "Dit is een communicatietest van \(office). Er is niets aan de hand. Toets 1 \(until)."
        }
    }
}
