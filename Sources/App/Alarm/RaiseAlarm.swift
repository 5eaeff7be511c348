import Crypto
package import Domain
import Foundation
import Storage

/// Why an alarm is not raised. Never because of people or rules: only when it cannot be read, or when its key
/// was used for something else.
package enum AlarmRefusal: Error, Equatable {
    case faults([AlarmFault])
    /// The key belongs to an alarm with another content.
    case keyTaken(id: String)
    case noRegion
    /// Somebody asks for something about an alarm that is over.
    case over
}

/// An alarm that was raised, now or by the same request before.
struct RaisedAlarm: Sendable {
    let id: ID<Alarm>
    let isDuplicate: Bool
}

extension Change {
    /// Raises an alarm and calls its first wave: plan, audience and messages are rows of this transaction.
    ///
    /// The same key with the same content is the same alarm.
    ///
    /// - Throws: `AlarmRefusal`.
    mutating func raiseAlarm(_ request: AlarmRequest) throws -> RaisedAlarm {
        try actor.require(.raiseAlarm)
        if let present = try tx.alarm(key: request.key) { return try sameAlarm(present, request) }
        let plan = try tx.alarmPlan(for: request, at: now)
        let norms = AlarmNorms(try tx.normSet(), at: now)
        return RaisedAlarm(id: try raiseAlarm(request, plan, norms), isDuplicate: false)
    }

    private func sameAlarm(_ present: Alarm, _ request: AlarmRequest) throws -> RaisedAlarm {
        guard present.hash == request.hash else { throw AlarmRefusal.keyTaken(id: present.id.description) }
        return RaisedAlarm(id: present.id, isDuplicate: true)
    }

    /// Freezes a plan: what is changed in the register or the roster after this does not touch the alarm.
    ///
    /// - Parameter shifts: the shift that each post is about, for a request in calm time; empty for an alarm.
    mutating func raiseAlarm(
        _ request: AlarmRequest, _ plan: AlarmPlan, _ norms: AlarmNorms, shifts: [ReliefRequest] = []
    ) throws -> ID<Alarm> {
        try AlarmClock.keep(tx, now)
        let id: ID<Alarm> = newID()
        let alarm = Alarm(
            id: id, key: request.key, hash: request.hash, raisedAt: now, raisedBy: actor.journalText,
            municipality: request.municipality, place: request.place, description: request.description,
            describedAt: nil, withinMinutes: request.withinMinutes, isExercise: request.isExercise,
            isFlexible: request.isFlexible, isRegional: request.isRegional, isCalm: !shifts.isEmpty,
            norms: norms,
            state: .open,
            generation: 1, dueAt: now, takeDueAt: nil, toldCount: 0, takenAt: nil, takenBy: nil, endedAt: nil)
        try tx.insert(alarm)
        for (position, post) in plan.posts.enumerated() {
            let postID: ID<AlarmPost> = newID()
            try tx.insert(post, id: postID, of: id, position: position)
            for promised in post.promises { try tx.insert(promised, of: postID) }
        }
        for shift in shifts { try tx.insert(shift, of: id) }
        try freezePeople(plan, alarm)
        try record(
            JournalEntry(
                "alarm.raised", "alarm", id,
                after: [
                    "gemeente": .code(request.municipality), "plaats": .text(request.place),
                    "omschrijving": .text(request.description),
                    "oefening": .text(request.isExercise ? "ja" : "nee"),
                    "aflossing": .text(shifts.isEmpty ? "nee" : "ja"),
                    "gevraagd": .text(
                        request.posts.map { "\($0.function)=\($0.wanted)" }.joined(separator: " ")),
                    "mensen": .number(plan.people.count),
                ]))
        try tx.insertEvent(AlarmEvent(at: now, kind: .raised), of: id)
        try inform(plan, alarm)
        try advanceAlarm(id)
        return id
    }

    private mutating func freezePeople(_ plan: AlarmPlan, _ alarm: Alarm) throws {
        let channels = try tx.channelsByPerson()
        let expected = Dictionary(grouping: plan.posts.flatMap { $0.waves.flatMap(\.people) }, by: \.person)
        for (person, places) in expected.sorted(by: { $0.key < $1.key }) {
            try tx.insertCallee(person, of: alarm.id, isExpected: places.contains(where: \.isExpected))
        }
        for person in plan.people {
            for (position, address) in AlarmAddress.all(channels[person] ?? []).enumerated() {
                try tx.insertAddress(address, position, of: person, alarm.id)
            }
        }
        try numberLinks(of: alarm.id, plan.people)
        let roles: [(role: AlarmContact.Role, people: [ID<Functionary>])] = [
            (.leader, plan.leaders), (.lastResort, plan.lastResorts),
        ]
        for (role, people) in roles {
            for (position, person) in people.enumerated() {
                try tx.insertContact(role, position, person: person, municipality: nil, of: alarm.id)
            }
        }
        for (position, informed) in plan.informed.enumerated() {
            try tx.insertContact(
                informed.role, position, person: informed.person, municipality: informed.municipality,
                of: alarm.id)
        }
    }

    /// Mayor, or chair and all mayors, are informed with the first wave (Bvr 2.2.3, Wvr 39).
    private mutating func inform(_ plan: AlarmPlan, _ alarm: Alarm) throws {
        let texts = try AlarmTexts(alarm, tx)
        for informed in plan.informed {
            guard let person = informed.person else { continue }
            try send(.informed, to: person, alarm, texts.informed(informed.role))
        }
    }
}

extension AlarmRequest {
    /// What tells whether two requests are the same.
    var hash: String {
        [UInt8](SHA256.hash(data: Array(content.utf8))).hexadecimal
    }
}

extension AlarmPlan {
    /// Everybody with any part in it, in order of id.
    var people: [ID<Functionary>] {
        let called = posts.flatMap { $0.waves.flatMap { $0.people.map(\.person) } }
        return Set(called + leaders + lastResorts + informed.compactMap(\.person)).sorted()
    }
}

extension AlarmPlan.Informed {
    var role: AlarmContact.Role {
        switch office {
        case .mayor: .mayor
        case .chair: .chair
        }
    }
}

extension AlarmAddress {
    /// A person's addresses in their own order; after those, their mobile numbers are rung.
    static func all(_ channels: [ContactChannel]) -> [AlarmAddress] {
        let own = channels.map { AlarmAddress(kind: $0.kind.channel, address: $0.address) }
        let rung = channels.filter { $0.kind == .mobile }.map {
            AlarmAddress(kind: .voice, address: $0.address)
        }
        return own + rung.filter { !own.contains($0) }
    }
}
