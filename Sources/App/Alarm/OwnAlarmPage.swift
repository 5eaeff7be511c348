import Domain
import Storage
import Web

/// The alarms in whose plan somebody stood, or for which they were passed over.
struct OwnAlarmsPage: Sendable {
    private static let alarmsMax = 25

    let alarms: [Entry]

    struct Entry: Sendable {
        let alarm: Alarm
        let municipality: String
        /// Nil for somebody who was not in the plan.
        let state: CalleeState?
    }

    /// - Throws: `WebFailure.forbidden` for whoever has no alarms of their own.
    init(_ visit: Visit, _ tx: Transaction) throws {
        try visit.actor.require(.seeOwn)
        guard let person = visit.signedIn.person else { throw WebFailure.forbidden }
        let names = try tx.municipalityNames()
        alarms = try tx.ownAlarms(of: person, limit: Self.alarmsMax).map { alarm, state in
            Entry(
                alarm: alarm, municipality: names[alarm.municipality] ?? alarm.municipality.text,
                state: state)
        }
    }

    var heading: String {
        let waiting = alarms.count { !$0.alarm.state.isOver && $0.state == .called }
        return waiting > 0
            ? "\(Dutch.count(waiting, "alarm wacht", "alarmen wachten")) op je antwoord"
            : alarms.isEmpty ? "Je bent nog nooit gealarmeerd" : "Geen alarm wacht op je antwoord"
    }
}

/// What somebody sees of an alarm for which they were, or were not, called: answer it, and why (spec V5).
struct OwnAlarmPage: Sendable {
    let alarm: Alarm
    let municipality: String
    /// Nil when this person was not in the plan.
    let state: CalleeState?
    let arrivesAt: Instant?
    let isRemote: Bool
    /// Why called or not, a sentence per function.
    let reasons: [String]
    /// What was sent to them.
    let messages: [MessageLine]

    /// - Throws: `WebFailure.notFound` for an alarm that has nothing to do with this person.
    init(_ id: ID<Alarm>, _ visit: Visit, _ tx: Transaction) throws {
        guard let person = visit.signedIn.person, let alarm = try tx.alarm(id) else {
            throw WebFailure.notFound
        }
        self.alarm = alarm
        municipality = try tx.municipalityNames()[alarm.municipality] ?? alarm.municipality.text
        let functions = Dictionary(
            try tx.functions().map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        let rows = try tx.audience(of: id).filter { $0.person == person }
        let excluded = try tx.exclusions(of: id).filter { $0.person == person }
        guard !rows.isEmpty || !excluded.isEmpty else { throw WebFailure.notFound }
        state = rows.first?.state
        arrivesAt = rows.first?.arrivesAt
        isRemote = rows.first?.isRemote ?? false
        messages = try tx.messages(to: person, in: id)
        reasons =
            rows.map { row in
                let name = functions[row.function] ?? row.function.text
                let wave = row.isOpened ? "gevraagd" : "nog niet aan de beurt"
                return "\(name): \(wave) (\(row.kind.word)). \(row.inclusion.sentence) \(row.warnings)"
            }
            + excluded.map { row in
                "\(functions[row.function] ?? row.function.text): niet gevraagd. \(row.sentence)"
            }
    }

    var heading: String {
        guard !alarm.state.isOver else {
            return alarm.isCalm ? "Deze vraag is voorbij" : "Dit alarm is voorbij"
        }
        return switch state {
        case .called where alarm.isCalm: "Kun je aflossen in \(municipality)?"
        case .called: "Kun je komen naar \(municipality)?"
        case .promised: "Je komt\(arrivesAt.map { " vóór \(Dutch.time($0)) uur" } ?? "")"
        case .reserve: "Je staat reserve"
        case .declined: "Je kunt niet komen"
        case .atWork: "Je bent aan het werk"
        case .planned, nil:
            alarm.isCalm ? "Je bent hiervoor niet gevraagd" : "Je bent voor dit alarm niet gevraagd"
        case .released: "Je bent niet meer nodig"
        }
    }
}
