import Delivery

/// One attempt with what the beheerder wants to know of it.
struct DeliveryTrial: Sendable {
    let outcome: DeliveryOutcome
    /// The server's own words, cut and without secrets; empty when there were none.
    let answer: String

    init(_ outcome: DeliveryOutcome, answer: String = "") {
        self.outcome = outcome
        self.answer = answer
    }
}

extension OutgoingMessage {
    /// What the reader must know before the message itself.
    var markedText: String { marks + text }

    var markedSubject: String { marks + subject }

    private var marks: String {
        (exercise ? "OEFENING: " : "") + (possibleDuplicate ? "(mogelijk dubbel) " : "")
    }
}

extension DeliveryOutcome {
    /// - Parameter shown: makes a server's words fit to keep.
    init(_ failure: CallFailure, shown: (String) -> String) {
        let fault: DeliveryFault =
            switch failure.cause {
            case .unreachable: .unreachable
            case .timedOut: .timedOut
            case .connectionLost: .connectionLost
            case .certificate: .certificate
            case .encryption: .noEncryption
            case .credentials: .credentials
            case .garbled: .notUnderstood
            case .queueFull: .queueFull
            case .stopping, .cancelled: .stopping
            case .impossible: .notConfigured
            case .refused(let stage, let code, let text): Self.refusal(stage, code, shown(text))
            }
        if failure.perhapsSent {
            self = .unknown(fault)
        } else if fault.isForGood {
            self = .failedForGood(fault)
        } else {
            self = .failedForNow(fault, retryAfter: nil)
        }
    }

    /// RFC 5321 §4.2.1: 4yz is for now, 5yz for good. What a server says of the sender or of signing in is
    /// about the setting, not about the message.
    private static func refusal(_ stage: CallFailure.Stage, _ code: Int, _ text: String) -> DeliveryFault {
        switch (stage, code) {
        case (_, 530), (_, 534), (_, 535), (_, 538): .credentials
        case (_, ..<500), (.greeting, _): .serverBusy(code: code)
        case (.sender, _): .senderRefused(text)
        case (.recipient, _): .recipientRefused(text)
        case (.content, _): .messageRefused(text)
        }
    }
}

extension DeliveryFault {
    /// Another attempt at the same message cannot succeed.
    var isForGood: Bool {
        switch self {
        case .badAddress, .recipientRefused, .messageRefused: true
        case .unreachable, .timedOut, .connectionLost, .certificate, .noEncryption, .credentials, .serverBusy,
            .notUnderstood, .redirected, .notConfigured, .queueFull, .stopping, .senderRefused:
            false
        }
    }
}
