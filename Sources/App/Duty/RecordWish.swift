import Domain
import Storage
import Web

extension Change {
    /// Writes down what somebody wishes for a time; a roster weighs it, nothing forbids it.
    @discardableResult
    mutating func recordWish(
        _ wish: DutyWish, of person: ID<Functionary>, during interval: Interval
    ) throws -> ID<StoredWish> {
        try requireOwnOrRoster(person)
        guard !interval.isEmpty, interval.end > now else { throw DutyRefusal.inThePast }
        guard try tx.functionary(person) != nil else { throw DutyRefusal.unknownPerson }
        let stored = StoredWish(id: newID(), person: person, wish: wish, interval: interval)
        try tx.insert(stored, at: now)
        try record(
            JournalEntry(
                "wish.recorded", "person", person,
                after: [
                    "wens": .secret(wish.rawValue, of: person), "van": .text(interval.start.iso8601),
                    "tot": .text(interval.end.iso8601),
                ]))
        return stored.id
    }

    mutating func withdrawWish(_ id: ID<StoredWish>) throws {
        guard let wish = try tx.wishes(during: .always).first(where: { $0.id == id }) else {
            throw WebFailure.notFound
        }
        try requireOwnOrRoster(wish.person)
        try tx.deleteWish(id)
        try record(JournalEntry("wish.withdrawn", "person", wish.person))
    }

    /// One's own, or the planner's.
    private func requireOwnOrRoster(_ person: ID<Functionary>) throws {
        if case .account(let signedIn) = actor, signedIn.person == person {
            return try actor.require(.seeOwn)
        }
        try actor.require(.editRoster)
    }
}
