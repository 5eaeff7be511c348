import Domain
import Simulation
import Storage
import Web

/// The alarms of a year through other ways to share people (spec M2).
struct ReplayPage: Sendable {
    static let daysBack = 365
    /// Each alarm asks who was fit at that moment; more would keep the page waiting.
    static let alarmsMax = 40

    let designs: [String]
    let alarms: [Replayed]
    let functionNames: [Code<CrisisFunction>: String]
    /// Only for who may see people of the whole region; everybody else sees counts.
    let names: [ID<Functionary>: String]?

    struct Replayed: Sendable {
        let alarm: Alarm
        let municipality: String
        /// In the order of the designs.
        let results: [AlarmReplay]
    }

    init(_ visit: Visit, _ tx: Transaction) throws {
        let start = visit.now.adding(minutes: -Self.daysBack * 24 * 60)
        let past = try tx.pastAlarms(since: start, limit: Self.alarmsMax)
        let groups =
            try past.isEmpty
            ? [] : SimulationRequest.districts(tx.staffingPool(at: visit.now, hours: 1))
        let sharings: [(String, StaffingDesign.Sharing)] = [
            ("Lokaal", .local), ("In groepen", .intermunicipal(groups)), ("Regionaal", .regional),
        ]
        designs = sharings.map(\.0)
        let places = try tx.municipalityNames()
        alarms = try past.map { alarm in
            let known = try tx.pastAlarm(alarm)
            return Replayed(
                alarm: alarm, municipality: places[alarm.municipality] ?? alarm.municipality.text,
                results: sharings.map { AlarmReplay(known, $0.1) })
        }
        functionNames = Dictionary(
            try tx.functions().map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        let seesNames = visit.signedIn.may(.seePeople) && visit.signedIn.reach(of: .seePeople) == .region
        names =
            try seesNames
            ? Dictionary(
                tx.functionaries().map { ($0.id, $0.name.full) }, uniquingKeysWith: { first, _ in first })
            : nil
    }

    var wanted: Int { alarms.compactMap(\.results.first?.wanted).reduce(0, +) }
    var real: Int { alarms.compactMap(\.results.first?.real).reduce(0, +) }

    /// Over all alarms, in the order of the designs.
    var ranges: [(least: Int, most: Int)] {
        designs.indices.map { index in
            (
                alarms.map { $0.results[index].least }.reduce(0, +),
                alarms.map { $0.results[index].most }.reduce(0, +)
            )
        }
    }

    var heading: String {
        alarms.isEmpty
            ? "Er is nog geen alarm om terug te kijken"
            : "Op tijd gevuld: \(real) van \(wanted) in het echt, \(Self.range(ranges[0])) lokaal, \(Self.range(ranges[2])) regionaal"
    }

    static func range(_ range: (least: Int, most: Int)) -> String {
        range.least == range.most ? "\(range.least)" : "\(range.least)–\(range.most)"
    }
}
