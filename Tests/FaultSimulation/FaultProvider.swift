import Domain

@testable import App

/// A provider that refuses, lies, is slow to say so, and delivers twice. It keeps what really arrived.
struct FaultProvider {
    /// How many of a hundred sends meet each fate; the rest is taken and delivered.
    private let refusedForNow: Int
    private let refusedForGood: Int
    private let unknown: Int
    private let lying: Int
    private let doubled: Int
    /// Per key, what was done with it.
    private(set) var sent: [String: [Send]] = [:]

    struct Send {
        let isAccepted: Bool
        let mayHaveArrived: Bool
    }

    init(using random: inout Randomness) {
        // Some runs have a provider that does nearly nothing right.
        let isBad = random.below(5) == 0
        refusedForNow = random.below(isBad ? 60 : 15)
        refusedForGood = random.below(isBad ? 20 : 6)
        unknown = random.below(20)
        lying = random.below(isBad ? 60 : 10)
        doubled = random.below(10)
    }

    /// - Returns: what the provider says, and how often the message really arrives.
    mutating func take(
        _ message: OutgoingMessage, isReliable: Bool, using random: inout Randomness
    ) -> (outcome: DeliveryOutcome, arrivals: Int) {
        let fate = isReliable ? 99 : random.below(100)
        var result: (outcome: DeliveryOutcome, arrivals: Int)
        if fate < refusedForNow {
            result = (.failedForNow(.serverBusy(code: 503), retryAfter: random.below(2) == 0 ? nil : 20), 0)
        } else if fate < refusedForNow + refusedForGood {
            result = (.failedForGood(.badAddress), 0)
        } else if !isReliable, random.below(100) < unknown {
            result = (.unknown(.connectionLost), random.below(2))
        } else {
            let arrivals =
                isReliable ? 1 : random.below(100) < lying ? 0 : random.below(100) < doubled ? 2 : 1
            result = (.accepted(reference: "r\(sent.count)"), arrivals)
        }
        let isAccepted: Bool
        let mayHaveArrived: Bool
        switch result.outcome {
        case .accepted: (isAccepted, mayHaveArrived) = (true, true)
        case .unknown: (isAccepted, mayHaveArrived) = (false, true)
        case .failedForNow, .failedForGood: (isAccepted, mayHaveArrived) = (false, false)
        }
        sent[message.key, default: []].append(Send(isAccepted: isAccepted, mayHaveArrived: mayHaveArrived))
        return result
    }
}
