/// What one version of a roster says otherwise than another, place by place.
package struct RosterDifference: Hashable, Sendable {
    /// One place of a line in one week.
    package struct Place: Hashable, Sendable, Comparable {
        package let monday: Day
        package let line: Code<DutyLine>
        package let slot: DutySlot

        package init(monday: Day, line: Code<DutyLine>, slot: DutySlot) {
            self.monday = monday
            self.line = line
            self.slot = slot
        }

        package static func < (left: Place, right: Place) -> Bool {
            // "first" comes after "backup" by letter.
            (left.monday, left.line, right.slot.rawValue) < (right.monday, right.line, left.slot.rawValue)
        }
    }

    package struct Entry: Hashable, Sendable {
        package let place: Place
        package let before: ID<Functionary>?
        package let after: ID<Functionary>?
    }

    /// By week, line and place.
    package let entries: [Entry]
    /// Places that say the same.
    package let sameCount: Int
    /// How many more or fewer duties somebody gets; nobody for whom nothing changes.
    package let counts: [ID<Functionary>: Int]

    package init(from before: [Place: ID<Functionary>], to after: [Place: ID<Functionary>]) {
        let places = Set(before.keys).union(after.keys).sorted()
        let changed = places.filter { before[$0] != after[$0] }
        entries = changed.map { Entry(place: $0, before: before[$0], after: after[$0]) }
        sameCount = places.count - changed.count
        var counts: [ID<Functionary>: Int] = [:]
        for entry in entries {
            if let person = entry.before { counts[person, default: 0] -= 1 }
            if let person = entry.after { counts[person, default: 0] += 1 }
        }
        self.counts = counts.filter { $0.value != 0 }
    }
}
