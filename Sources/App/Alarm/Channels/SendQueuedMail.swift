import Domain
import Storage

extension Application {
    /// Mails handed over at one time: so many may be doubled by a power cut, and each says so.
    private static let batchMax = 16
    private static let leaseMinutes = 15
    /// A server that is away for a night loses no mail; after two days a reminder has lost its use.
    private static let givenUpMinutes = 48 * 60

    /// Sends mail that is due.
    ///
    /// - Returns: whether there was anything to do.
    func sendQueuedMail(at now: Instant) async throws -> Bool {
        var random = randomness()
        let lease: ID<WorkClaim> = random.id(at: now)
        let batch = try await storage.write { tx in
            let claims = try tx.claimWork(
                kinds: [MailWork.kind], limit: Self.batchMax, lease: lease, now: now,
                until: now.adding(minutes: Self.leaseMinutes))
            return try claims.compactMap { claim in
                if let mail = try tx.beginSending(claim) { return mail }
                _ = try tx.finishWork(claim)
                return nil
            }
        }
        guard !batch.isEmpty else { return false }
        let switchboard = try await switchboard()
        let ended = await withTaskGroup(of: (MailOnItsWay, DeliveryTrial).self) { group in
            for mail in batch { group.addTask { (mail, await Self.send(mail, switchboard)) } }
            var ended: [(MailOnItsWay, DeliveryTrial)] = []
            for await result in group { ended.append(result) }
            return ended
        }
        let outcomes = ended
        try await storage.write { tx in
            for (mail, trial) in outcomes { try Self.settle(mail, trial, at: now, tx) }
        }
        try await noteChannelStatuses()
        return true
    }

    /// Over the first channel that takes it or may have taken it.
    private static func send(_ mail: MailOnItsWay, _ switchboard: Switchboard) async -> DeliveryTrial {
        let message = OutgoingMessage(
            key: "mail-\(mail.id)", kind: .mail, address: mail.mail.recipient.description,
            subject: mail.mail.subject, text: mail.mail.text, possibleDuplicate: mail.isPossibleDuplicate,
            exercise: false)
        var trial = DeliveryTrial(.failedForNow(.notConfigured, retryAfter: nil))
        for connected in switchboard.mail {
            trial = await connected.channel.attempt(
                message, invitation: mail.mail.invitation, attachments: mail.mail.attachments,
                isUrgent: false)
            switchboard.note(trial.outcome, of: connected.id)
            guard case .failedForNow = trial.outcome else { return trial }
        }
        return trial
    }

    private static func settle(
        _ mail: MailOnItsWay, _ trial: DeliveryTrial, at now: Instant, _ tx: Transaction
    ) throws {
        let isTooLate = now >= mail.createdAt.adding(minutes: givenUpMinutes)
        let (fault, mayRetry, isPossibleDuplicate): (DeliveryFault?, Bool, Bool) =
            switch trial.outcome {
            case .accepted: (nil, false, mail.isPossibleDuplicate)
            case .failedForGood(let fault): (fault, false, mail.isPossibleDuplicate)
            case .failedForNow(let fault, _): (fault, !isTooLate, mail.isPossibleDuplicate)
            case .unknown(let fault): (fault, !isTooLate, true)
            }
        // A minute, two, four, at most an hour.
        let wait = 1 << min(mail.claim.work.attempts, 6)
        let again = mayRetry ? now.adding(minutes: min(wait, 60)) : nil
        let isOwn =
            if let fault {
                try tx.returnWork(mail.claim, error: fault.code, dueAt: again)
            } else {
                try tx.finishWork(mail.claim)
            }
        // The lease passed to another runner: its result counts.
        guard isOwn else { return }
        let state: MailState = fault == nil ? .sent : again == nil ? .failed : .waiting
        try tx.endSending(
            mail.id, state, fault: fault?.code, answer: trial.answer,
            isPossibleDuplicate: isPossibleDuplicate, settledAt: again == nil ? now : nil)
    }
}

extension Change {
    /// How long the text and address of a settled mail, and of what came in and was read, are kept: long
    /// enough to answer "did I get it?".
    private static let keptDays = 30

    mutating func forgetOldMail() throws {
        let moment = now.adding(minutes: -Self.keptDays * 24 * 60)
        try tx.deleteMail(settledBefore: moment)
        try tx.deleteInbound(readBefore: moment)
    }
}
