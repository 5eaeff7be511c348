import Domain
import Storage
import Web

/// Why a link opens nothing.
enum LinkFault: Error, Equatable {
    /// Not made here, or changed on the way.
    case forged
    case expired
    case tooOften(seconds: Int)
}

/// What somebody sees who opens the link in their message: what happens, and what they can say.
struct AnswerPage: Sendable {
    let purpose: AnswerPurpose
    let alarm: Alarm
    let municipality: String
    /// Whose answer it is, so that a link that was sent on is noticed.
    let name: String
    /// Nil for a named human who was not called for a post.
    let state: CalleeState?
    let arrivesAt: Instant?
    let isRemote: Bool
    /// The functions for which they are called, each with when to be at work.
    let functions: [String]
    /// What is still needed.
    let missing: [String]
    let takenBy: String?
    let regionName: String

    /// - Throws: `LinkFault`.
    init(token: String, _ tx: Transaction, at now: Instant) throws {
        let (link, reader) = try tx.openLink(token, at: now)
        guard let alarm = try tx.alarm(reader.alarm) else { throw LinkFault.forged }
        purpose = link.purpose
        self.alarm = alarm
        municipality = try tx.municipalityNames()[alarm.municipality] ?? alarm.municipality.text
        name = try tx.functionary(reader.person)?.name.full ?? ""
        let progress = try tx.progress(of: alarm)
        let callee = progress.callees[reader.person]
        state = callee?.state
        arrivesAt = callee?.arrivesAt
        isRemote = callee?.isRemote ?? false
        let names = Dictionary(
            try tx.functions().map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        let posts = try tx.posts(of: alarm)
        let called = callee?.post.map { [$0] } ?? progress.posts(calledFor: reader.person)
        functions = called.map { index in
            let post = posts[index]
            let by = post.by.map { ", aan het werk vóór \(Dutch.time($0)) uur" } ?? ""
            return (names[post.function] ?? post.function.text) + by
        }
        missing = posts.enumerated().compactMap { index, post in
            let open = progress.openPlaces(of: index)
            return open > 0 ? "\(open) × \(names[post.function] ?? post.function.text)" : nil
        }
        takenBy = try alarm.takenBy.flatMap { try tx.functionary($0)?.name.full }
        regionName = try tx.region()?.name ?? ""
    }

    /// What is so now, as a sentence: after an answer it is the confirmation.
    var heading: String {
        switch purpose {
        case .take: takeHeading
        case .answer: answerHeading
        }
    }

    private var takeHeading: String {
        switch alarm.state {
        case .exhausted: "Te weinig mensen in \(municipality): neem je dit over?"
        case .taken: takenBy.map { "\($0) heeft het overgenomen" } ?? "Het is overgenomen"
        case .open: "Er worden nog mensen gevraagd"
        case .filled, .stopped: "Dit alarm is voorbij"
        }
    }

    private var answerHeading: String {
        let time = arrivesAt.map { " vóór \(Dutch.time($0)) uur" } ?? ""
        guard !alarm.state.isOver else {
            return state == .atWork
                ? "Je bent aan het werk"
                : "\(alarm.isCalm ? "Deze vraag" : "Dit alarm") is voorbij. Je hoeft niet te komen"
        }
        return switch state {
        case .called where alarm.isCalm: "Kun je aflossen in \(municipality)?"
        case .called: "Kun je komen naar \(municipality)?"
        case .promised: isRemote ? "Genoteerd: je werkt op afstand mee\(time)" : "Genoteerd: je komt\(time)"
        case .reserve: "Genoteerd: je staat reserve"
        case .declined: "Genoteerd: je kunt niet"
        case .atWork:
            isRemote ? "Genoteerd: je bent op afstand aan het werk" : "Genoteerd: je bent aan het werk"
        case .planned, nil:
            alarm.isCalm ? "Je bent hiervoor nog niet gevraagd" : "Je bent voor dit alarm nog niet gevraagd"
        case .released: "Je bent niet meer nodig"
        }
    }

    /// Whether an answer can still change something.
    var mayAnswer: Bool {
        guard !alarm.state.isOver else { return false }
        return switch purpose {
        case .take: alarm.state == .exhausted
        case .answer: state.map { $0 != .planned && $0 != .released } ?? false
        }
    }
}

extension Transaction {
    /// - Throws: `LinkFault`.
    func openLink(_ token: String, at now: Instant) throws -> (AnswerLink, LinkReader) {
        guard let key = try secretKey(AnswerLink.keyName), let link = AnswerLink(token: token, key) else {
            throw LinkFault.forged
        }
        guard now < link.endsAt else { throw LinkFault.expired }
        guard let reader = try reader(ofLink: link.number) else { throw LinkFault.forged }
        return (link, reader)
    }
}
