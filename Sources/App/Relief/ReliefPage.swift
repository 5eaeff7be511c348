import Domain
import Storage
import Web

/// The relief of a deployment: how long it goes on, and who is on which shift.
struct ReliefPage: Sendable {
    let model: DeploymentPage
    let situation: ReliefSituation
    /// Nil once the deployment is over: nobody is relieved any more, and nothing runs out.
    let power: StayingPower?
    /// By the moment at which a shift begins.
    let crews: [Crew]
    let names: [Code<CrisisFunction>: String]
    let short: [Code<CrisisFunction>: String]
    let people: [ID<Functionary>: String]
    /// Who can be put on a shift by hand: everybody who can do one of the functions.
    let candidates: [(id: ID<Functionary>, name: String)]

    /// What came of every question, by when the shift begins that it is about.
    let asks: [Instant: [Ask]]
    let mayFollow: Bool

    /// Who is at work longer than the longest shift, as sentences.
    let tired: [String]

    /// Everybody on one shift.
    struct Crew: Sendable {
        let interval: Interval
        let posts: [Post]
        let isPresent: Bool
        /// Somebody of it was not asked yet, and can be asked now.
        let mayAsk: Bool
    }

    struct Ask: Sendable {
        let alarm: ID<Alarm>
        let delivery: CallDelivery
    }

    struct Post: Sendable {
        let function: Code<CrisisFunction>
        let shifts: [ReliefShift]
        let missing: Int
    }

    init(_ visit: Visit, _ tx: Transaction) throws {
        let model = try DeploymentPage(visit, tx)
        let situation = try ReliefSituation(model.deployment, tx, at: visit.now)
        (self.model, self.situation) = (model, situation)
        let isOver = model.deployment.endedAt != nil
        power = isOver ? nil : situation.stayingPower
        crews = isOver ? [] : Self.crews(situation, at: visit.now)
        names = Dictionary(
            model.functions.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        short = Dictionary(
            model.functions.map { ($0.code, $0.abbreviation) }, uniquingKeysWith: { first, _ in first })
        let all = try tx.functionaries()
        people = Dictionary(
            all.map { ($0.id, $0.name.full) }, uniquingKeysWith: { first, _ in first })
        tired = try ReliefHours(model.deployment.id, tx, at: visit.now).people.filter(\.isPresent)
            .flatMap { person in
                person.ledger.deviations.compactMap { deviation in
                    guard case .longShift = deviation.finding, deviation.interval.end >= visit.now else {
                        return nil
                    }
                    return "\(person.name) \(deviation.sentence). Los deze collega af."
                }
            }
        let able = Set(situation.people.filter { !$0.fit.isEmpty }.map(\.person))
        mayFollow = visit.signedIn.may(.followAlarm)
        let asked = isOver ? [] : try tx.reliefAsks(of: model.deployment.id, at: visit.now)
        asks = try asked.reduce(into: [:]) { asks, ask in
            asks[ask.start, default: []].append(
                Ask(alarm: ask.alarm, delivery: try tx.callDelivery(of: ask.alarm)))
        }
        candidates = all.filter { able.contains($0.id) }.map { ($0.id, $0.name.full) }
    }

    private static func crews(_ situation: ReliefSituation, at now: Instant) -> [Crew] {
        let shifts = situation.shifts.filter { $0.interval.end > now }
        let byStart = Dictionary(grouping: shifts, by: \.interval.start)
        return byStart.keys.sorted().map { start in
            let own = byStart[start] ?? []
            let posts = situation.wanted.map { function, count in
                let mine = own.filter { $0.function == function && $0.state != .cancelled }
                return Post(
                    function: function, shifts: mine,
                    missing: max(0, count - mine.count { $0.state.counts }))
            }
            let left = start.minutes(since: now)
            return Crew(
                interval: own[0].interval, posts: posts, isPresent: left <= 0,
                mayAsk: left > 0 && left <= ReliefQuestion.askMinutesMax
                    && own.contains { $0.state == .planned })
        }
    }

    var path: String { "\(model.path)/aflossing" }

    /// What cannot wait until somebody reads the cards, as sentences.
    var signals: [String] {
        let silent = asks.filter { $0.value.contains(where: \.delivery.isSilent) }.keys.sorted()
        return tired
            + silent.map {
                "De vraag voor \(Dutch.moment($0)): niemand heeft een bericht gekregen. Bel zelf."
            }
    }

    /// What is so now, as a sentence.
    var heading: String {
        guard let power else { return "De inzet is afgesloten; er valt niets af te lossen" }
        guard !power.functions.isEmpty else { return "Nog niet bekend wie er nodig is" }
        if let none = power.functions.first(where: hasNobody) {
            return "\(short[none.function] ?? none.function.text): er is niemand"
        }
        let first = power.functions.filter { $0.exhaustedAt != nil }
            .min { ($0.exhaustedAt ?? .distantFuture) < ($1.exhaustedAt ?? .distantFuture) }
        guard let first, let at = first.exhaustedAt else {
            return "Alle functies zijn te vullen tot na \(Dutch.moment(power.horizon))"
        }
        return "\(short[first.function] ?? first.function.text): niemand meer vanaf \(Dutch.moment(at))"
    }

    /// Nobody can do it at any time that was looked at, and nobody is at it now.
    func hasNobody(_ function: StayingPower.Function) -> Bool {
        function.people == 0
            && !situation.crew.contains { $0.function == function.function && $0.until == nil }
    }

    var mayRecord: Bool { model.mayRecord && model.deployment.endedAt == nil }
}
