import Domain
import Foundation
import Storage
import Web

/// One edition of the call list: who is on duty in the next two weeks, in the order in which people are rung.
/// Frozen, because every copy of an edition says the same.
struct CallList: Codable, Equatable, Sendable {
    /// How far ahead an edition looks, and how long it may be used.
    static let daysAhead = 14

    let region: String
    let madeAt: Int64
    let validUntil: Int64
    let contactPoint: String
    let lines: [Line]
    let mayors: [Contact]

    struct Line: Codable, Equatable, Sendable {
        let name: String
        /// Who rings these people.
        let caller: String
        let duties: [Duty]
    }

    struct Duty: Codable, Equatable, Sendable {
        let period: String
        let first: Contact?
        let backup: Contact?
    }

    struct Contact: Codable, Equatable, Sendable {
        /// A name; of a mayor with the municipality.
        let name: String
        let numbers: [String]
    }

    init(_ tx: Transaction, at now: Instant) throws {
        let end = now.adding(minutes: Self.daysAhead * 24 * 60)
        let today = Amsterdam.day(at: now)
        region = try tx.region()?.name ?? ""
        madeAt = now.milliseconds
        validUntil = end.milliseconds
        contactPoint = try tx.contactPoint(on: today).map { "\($0.name), \($0.phone.display)" } ?? ""
        let people = Dictionary(
            try tx.functionaries().map { ($0.id, $0.name.full) }, uniquingKeysWith: { first, _ in first })
        let channels = try tx.channelsByPerson()
        func contact(_ person: ID<Functionary>?) -> Contact? {
            person.map { id in
                Contact(
                    name: people[id] ?? "",
                    numbers: (channels[id] ?? []).filter { $0.kind != .email }.map(\.shown))
            }
        }
        let functions = Dictionary(
            try tx.functions().map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        let names = try tx.lineNames()
        let dutyLines = try tx.lines()
        let rostered = Set(dutyLines.map(\.function)).sorted().compactMap { functions[$0] }
        let duties = Dictionary(grouping: try tx.duties(during: Interval(now, end)), by: \.duty.line)
        let ordered = dutyLines.enumerated().sorted { left, right in
            let depths = [left, right].map { line in
                functions[line.element.function].map { CallTree.depth(of: $0, among: rostered) } ?? 0
            }
            return (depths[0], left.offset) < (depths[1], right.offset)
        }
        lines = ordered.map { _, line in
            let periods = Dictionary(grouping: duties[line.code] ?? [], by: \.duty.interval)
                .sorted { $0.key.start < $1.key.start }
            return Line(
                name: names[line.code] ?? line.code.text,
                caller: functions[line.function].map { Self.caller(of: $0, rostered, functions) } ?? "",
                duties: periods.map { interval, held in
                    Duty(
                        period: Dutch.period(interval),
                        first: contact(held.first { $0.duty.slot == .first }?.person),
                        backup: contact(held.first { $0.duty.slot == .backup }?.person))
                })
        }
        mayors = try Self.mayors(tx, on: today, at: now)
    }

    private static func caller(
        of function: CrisisFunction, _ rostered: [CrisisFunction],
        _ functions: [Code<CrisisFunction>: CrisisFunction]
    ) -> String {
        switch CallTree.caller(of: function, among: rostered) {
        case .controlRoom: "meldkamer"
        case .function(let code): functions[code]?.abbreviation ?? code.text
        }
    }

    /// Per municipality who answers as mayor, by its card.
    private static func mayors(_ tx: Transaction, on today: Day, at now: Instant) throws -> [Contact] {
        let officials = Dictionary(grouping: try tx.officials(), by: \.municipality)
        let leaves = try tx.officialLeaves(from: now)
        return try tx.municipalities().filter { $0.exists(on: today) }.map { place in
            switch OfficeStanding(.mayor, officials[place.code] ?? [], leaves, at: now) {
            case .present(let official), .replaced(let official, _, _):
                Contact(
                    name: "\(place.name): \(official.name)",
                    numbers: official.phone.map { [$0.display] } ?? [])
            case .nobody, .unknown: Contact(name: "\(place.name): niet bekend", numbers: [])
            }
        }
    }

    var text: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }

    init(text: String) throws {
        self = try JSONDecoder().decode(CallList.self, from: Data(text.utf8))
    }
}
