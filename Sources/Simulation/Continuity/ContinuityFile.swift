package import Foundation

/// Why a file is no instance of the continuity model; nothing of it is used.
package enum ContinuityFileFault: Error, Hashable, Sendable {
    case notJSON
    case missing(field: String)
    /// Not of the kind that belongs there: a text where a number is asked, a number with a fraction.
    case wrongKind(field: String)
    /// Not between the two, both included.
    case outOfBounds(field: String, from: Int, through: Int)
    case unknownScope(String)
    case tooMany(field: String, max: Int)
}

/// Reads `ref.json` and its kind (docs/continuity-model.md §1). Strict: a field that is missing, of another
/// kind or out of bounds is a fault that names it. Fields that the model does not know are passed over.
package struct ContinuityFile: Sendable {
    /// What the file gives, where it gives it: the command line may name these four itself.
    package let scope: ContinuityInstance.Scope?
    package let shiftHours: Int?
    package let restHours: Int?
    package let seed: UInt64?
    private let instance: ContinuityInstance

    /// Bounds that keep every sum of minutes far from overflow.
    package static let hoursMax = 100_000
    package static let shiftHoursMax = 1_000_000
    package static let travelMinutesMax = 1_000_000
    package static let normMinutesMax = 100_000_000
    package static let personsMax = 100_000
    package static let positionsMax = 10_000
    package static let municipalityMax = 1_000_000
    package static let functionMax = 62

    package init(_ bytes: Data) throws(ContinuityFileFault) {
        let content: Content
        do {
            content = try JSONDecoder().decode(Content.self, from: bytes)
        } catch let error as DecodingError {
            throw ContinuityFileFault(error)
        } catch {
            throw .notJSON
        }
        if let name = content.scope {
            guard let known = ContinuityInstance.Scope(rawValue: name) else { throw .unknownScope(name) }
            scope = known
        } else {
            scope = nil
        }
        shiftHours = try content.shift?.number("shift", 1, Self.shiftHoursMax)
        restHours = try content.rest?.number("rest", 0, Self.shiftHoursMax)
        seed = try content.seed.map { seed throws(ContinuityFileFault) in
            UInt64(try seed.number("seed", 0, .max))
        }
        instance = try content.instance()
    }

    /// - Parameters: what to use instead of what the file says; nil takes the file's.
    /// - Throws: `missing` when neither says it.
    package func instance(
        scope: ContinuityInstance.Scope?, shiftHours: Int?, restHours: Int?
    ) throws(ContinuityFileFault) -> ContinuityInstance {
        guard let scope = scope ?? self.scope else { throw .missing(field: "scope") }
        guard let shiftHours = shiftHours ?? self.shiftHours else { throw .missing(field: "shift") }
        guard let restHours = restHours ?? self.restHours else { throw .missing(field: "rest") }
        var instance = instance
        instance.scope = scope
        instance.shiftHours = shiftHours
        instance.restHours = restHours
        return instance
    }
}

/// A number as it stands in the file. `Decimal`, because the decoder tells of a fraction or a number that
/// does not fit only that "the data was not valid JSON", without saying where.
private struct Number: Decodable {
    let value: Decimal

    init(from decoder: any Decoder) throws {
        value = try decoder.singleValueContainer().decode(Decimal.self)
    }

    func number(_ field: @autoclosure () -> String, _ from: Int, _ through: Int) throws(ContinuityFileFault)
        -> Int
    {
        guard from <= through, Decimal(from) <= value, value <= Decimal(through) else {
            throw .outOfBounds(field: field(), from: from, through: through)
        }
        guard let whole = Int("\(value)") else { throw .wrongKind(field: field()) }
        return whole
    }

    /// A chance of 32 bits.
    func threshold(_ field: @autoclosure () -> String) throws(ContinuityFileFault) -> UInt32 {
        UInt32(try number(field(), 0, Int(UInt32.max)))
    }
}

private struct Content: Decodable {
    let hours: Number
    let shift: Number?
    let rest: Number?
    let weekCap: Number
    let maxExtension: Number
    let noshow: Number
    let dropout: Number
    let scope: String?
    let seed: Number?
    let persons: [Person]
    let positions: [Position]

    /// Names as in the file.
    private enum CodingKeys: String, CodingKey {
        case hours
        case shift
        case rest
        case weekCap = "week_cap"
        case maxExtension = "max_ext"
        case noshow
        case dropout
        case scope
        case seed
        case persons
        case positions
    }

    struct Person: Decodable {
        let muni: Number
        let fmask: Number
        let avail: Number
        let base: Number
        let spread: Number

        func person(_ place: @autoclosure () -> String) throws(ContinuityFileFault)
            -> ContinuityInstance.Person
        {
            ContinuityInstance.Person(
                municipality: try muni.number("\(place()).muni", 0, ContinuityFile.municipalityMax),
                functions: UInt64(try fmask.number("\(place()).fmask", 0, .max)),
                available: try avail.threshold("\(place()).avail"),
                travelBaseMinutes: try base.number("\(place()).base", 0, ContinuityFile.travelMinutesMax),
                travelSpreadMinutes: try spread.number(
                    "\(place()).spread", 0, ContinuityFile.travelMinutesMax))
        }
    }

    struct Position: Decodable {
        let fn: Number
        let norm: Number
        let muni: Number

        func position(_ place: @autoclosure () -> String) throws(ContinuityFileFault)
            -> ContinuityInstance.Position
        {
            let municipality = try muni.number("\(place()).muni", -1, ContinuityFile.municipalityMax)
            return ContinuityInstance.Position(
                function: try fn.number("\(place()).fn", 0, ContinuityFile.functionMax),
                normMinute: try norm.number("\(place()).norm", 0, ContinuityFile.normMinutesMax),
                municipality: municipality < 0 ? nil : municipality)
        }
    }

    /// With the shift, the rest and the scope still to be filled in.
    func instance() throws(ContinuityFileFault) -> ContinuityInstance {
        guard persons.count <= ContinuityFile.personsMax else {
            throw .tooMany(field: "persons", max: ContinuityFile.personsMax)
        }
        guard positions.count <= ContinuityFile.positionsMax else {
            throw .tooMany(field: "positions", max: ContinuityFile.positionsMax)
        }
        var instance = ContinuityInstance(
            hours: try hours.number("hours", 1, ContinuityFile.hoursMax), shiftHours: 1, restHours: 0,
            weekHoursMax: try weekCap.number("week_cap", 0, ContinuityFile.shiftHoursMax),
            extensionHoursMax: try maxExtension.number("max_ext", 0, ContinuityFile.shiftHoursMax),
            noShow: try noshow.threshold("noshow"), dropout: try dropout.threshold("dropout"),
            scope: .regional, persons: [], positions: [])
        for (index, person) in persons.enumerated() {
            instance.persons.append(try person.person("persons[\(index)]"))
        }
        for (index, position) in positions.enumerated() {
            instance.positions.append(try position.position("positions[\(index)]"))
        }
        return instance
    }
}

extension ContinuityFileFault {
    fileprivate init(_ error: DecodingError) {
        switch error {
        case .keyNotFound(let key, let context): self = .missing(field: Self.path(context.codingPath + [key]))
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            self = context.codingPath.isEmpty ? .notJSON : .wrongKind(field: Self.path(context.codingPath))
        @unknown default: self = .notJSON
        }
    }

    /// `persons[3].avail`
    private static func path(_ keys: [any CodingKey]) -> String {
        keys.reduce(into: "") { path, key in
            if let index = key.intValue {
                path += "[\(index)]"
            } else {
                path += (path.isEmpty ? "" : ".") + key.stringValue
            }
        }
    }
}
