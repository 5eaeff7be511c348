import App
import Domain
import Web

extension AlarmReport {
    var summary: String {
        var lines = [
            id.map { isDuplicate ? "Dit alarm was al gegeven: \($0)." : "Alarm \($0) is gegeven." }
                ?? "Voorbeeld; er is niets gegeven."
        ]
        for post in posts {
            let by = post.by.map { ", aan het werk vóór \(Dutch.moment($0))" } ?? ""
            lines.append("  \(post.wanted) × \(post.function)\(by)")
        }
        for wave in waves {
            lines.append(
                "  golf \(wave.number) (\(wave.kindWord)): \(Dutch.count(wave.people, "persoon", "mensen"))")
        }
        return (lines + shortfall.map { "  Let op: \($0.message)" }).joined(separator: "\n")
    }
}

extension AlarmStatus {
    var summary: String {
        let lines = posts.map { post in
            "  \(post.function): \(post.wanted) gevraagd, \(post.promised) onderweg, \(post.atWork) aan het werk"
        }
        let next =
            nextDue.map { "  Volgende stap: \(Dutch.moment($0))" } ?? "  Er staat geen volgende stap klaar."
        let head = "Alarm \(id): \(stateWord), \(Dutch.count(messageCount, "bericht", "berichten"))."
        return ([head] + lines + [next]).joined(separator: "\n")
    }
}

/// What programs read; every field is always present.
struct AlarmJSON: Encodable {
    let report: AlarmReport

    init(_ report: AlarmReport) {
        self.report = report
    }

    struct Post: Encodable {
        let post: AlarmReport.Post

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(post.id, forKey: .id)
            try container.encode(post.function, forKey: .function)
            try container.encode(post.wanted, forKey: .wanted)
            try container.encode(post.by?.iso8601, forKey: .by)
        }

        private enum CodingKeys: CodingKey {
            case id, function, wanted, by
        }
    }

    struct Wave: Encodable {
        let number: Int
        let kind: String
        let people: Int
    }

    struct Shortfall: Encodable {
        let function: String
        let wanted: Int
        let missing: Int
        let message: String
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(report.id, forKey: .id)
        try container.encode(report.key, forKey: .key)
        try container.encode(report.isDuplicate, forKey: .duplicate)
        try container.encode(report.posts.map(Post.init), forKey: .posts)
        try container.encode(
            report.waves.map { Wave(number: $0.number, kind: $0.kind, people: $0.people) }, forKey: .waves)
        try container.encode(
            report.shortfall.map {
                Shortfall(function: $0.function, wanted: $0.wanted, missing: $0.missing, message: $0.message)
            }, forKey: .shortfall)
    }

    private enum CodingKeys: CodingKey {
        case id, key, duplicate, posts, waves, shortfall
    }
}

struct AlarmStatusJSON: Encodable {
    let status: AlarmStatus

    init(_ status: AlarmStatus) {
        self.status = status
    }

    struct Post: Encodable {
        let function: String
        let wanted: Int
        let promised: Int
        let atWork: Int
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(status.id, forKey: .id)
        try container.encode(status.state, forKey: .state)
        try container.encode(
            status.posts.map {
                Post(function: $0.function, wanted: $0.wanted, promised: $0.promised, atWork: $0.atWork)
            }, forKey: .posts)
        try container.encode(status.messageCount, forKey: .messages)
        try container.encode(status.messagesByState, forKey: .messagesByState)
        try container.encode(status.nextDue?.iso8601, forKey: .nextDue)
    }

    private enum CodingKeys: CodingKey {
        case id, state, posts, messages, messagesByState, nextDue
    }
}

/// Why nothing was raised, as programs read it.
struct AlarmRefusalJSON: Encodable {
    let errors: [Entry]

    struct Entry: Encodable {
        let code: String
        let message: String
    }

    /// A request that cannot be read is wrong use; a key that is taken is a refusal.
    static func stop(_ refusal: AlarmRefusal, json: Bool) throws {
        let entries: [Entry]
        let status: Int32
        switch refusal {
        case .faults(let faults):
            entries = faults.map { Entry(code: $0.code, message: $0.sentence) }
            status = 2
        case .noRegion:
            entries = [Entry(code: refusal.code, message: refusal.sentence)]
            status = 2
        case .keyTaken, .over:
            entries = [Entry(code: refusal.code, message: refusal.sentence)]
            status = 1
        }
        if json { try Terminal.json(AlarmRefusalJSON(errors: entries)) }
        throw CommandStop(status: status, text: refusal.sentence)
    }
}
