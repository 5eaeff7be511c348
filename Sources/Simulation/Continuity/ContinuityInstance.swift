/// An instance of the continuity model, version 1 (docs/continuity-model.md §1), as its file gives it.
package struct ContinuityInstance: Hashable, Sendable {
    package var hours: Int
    package var shiftHours: Int
    package var restHours: Int
    package var weekHoursMax: Int
    package var extensionHoursMax: Int
    package var noShow: UInt32
    package var dropout: UInt32
    package var scope: Scope
    package var persons: [Person]
    package var positions: [Position]

    /// Who may fill a position; the raw values are those of the file.
    package enum Scope: String, CaseIterable, Sendable {
        case regional, cluster, local
    }

    package struct Person: Hashable, Sendable {
        package var municipality: Int
        /// Bit *f* is set when the person can do function *f*.
        package var functions: UInt64
        package var available: UInt32
        package var travelBaseMinutes: Int
        package var travelSpreadMinutes: Int

        package init(
            municipality: Int, functions: UInt64, available: UInt32, travelBaseMinutes: Int,
            travelSpreadMinutes: Int
        ) {
            self.municipality = municipality
            self.functions = functions
            self.available = available
            self.travelBaseMinutes = travelBaseMinutes
            self.travelSpreadMinutes = travelSpreadMinutes
        }
    }

    package struct Position: Hashable, Sendable {
        package var function: Int
        package var normMinute: Int
        /// Nil for a regional position.
        package var municipality: Int?

        package init(function: Int, normMinute: Int, municipality: Int?) {
            self.function = function
            self.normMinute = normMinute
            self.municipality = municipality
        }
    }

    package init(
        hours: Int, shiftHours: Int, restHours: Int, weekHoursMax: Int, extensionHoursMax: Int,
        noShow: UInt32, dropout: UInt32, scope: Scope, persons: [Person], positions: [Position]
    ) {
        self.hours = hours
        self.shiftHours = shiftHours
        self.restHours = restHours
        self.weekHoursMax = weekHoursMax
        self.extensionHoursMax = extensionHoursMax
        self.noShow = noShow
        self.dropout = dropout
        self.scope = scope
        self.persons = persons
        self.positions = positions
    }

    /// Municipalities of the positions that are tied to one.
    package var affected: Set<Int> { Set(positions.compactMap(\.municipality)) }

    /// The model this instance is a special case of: one tier, one row of availability a day, one attempt.
    package var staffing: StaffingModel {
        let affected = affected
        return StaffingModel(
            hours: hours, shiftHours: shiftHours, restHours: restHours, weekHoursMax: weekHoursMax,
            extensionHoursMax: extensionHoursMax, noShow: noShow, dropout: dropout,
            people: persons.map { StaffingModel.Person(functionCount: $0.functions.nonzeroBitCount) },
            posts: positions.map { position in
                let places = position.municipality.map { [$0] } ?? affected
                return StaffingModel.Post(
                    normMinute: position.normMinute, tiers: [candidates(for: position, places: places)])
            },
            periodStarts: Array(stride(from: 0, to: hours, by: 24)),
            periodRows: Array(repeating: 0, count: (hours + 23) / 24),
            availability: [persons.map(\.available)],
            travel: [
                persons.map {
                    StaffingModel.Travel(
                        baseMinutes: $0.travelBaseMinutes, spreadMinutes: $0.travelSpreadMinutes)
                }
            ])
    }

    private func candidates(for position: Position, places: Set<Int>) -> [Int] {
        let clusters = Set(places.map { $0 / 3 })
        return persons.indices.filter { index in
            let person = persons[index]
            guard person.functions >> UInt64(position.function) & 1 == 1 else { return false }
            return switch scope {
            case .regional: true
            case .cluster: clusters.contains(person.municipality / 3)
            case .local: places.contains(person.municipality)
            }
        }
    }
}
