import Domain
import Solver

/// A roster as it was found: who has which place, why, and who was next.
struct RosterPlan: Sendable {
    struct Choice: Sendable {
        let member: Int
        let line: Int
        let week: Int
        let points: DutyPoints
        let next: Next?
        /// How many others could have had it, and why not the rest of those who are fit.
        let couldCount: Int
        let onDutyCount: Int
        let tooCloseCount: Int
    }

    /// Who would have had the place otherwise, and what that costs more.
    struct Next: Sendable {
        let member: Int
        let points: DutyPoints
        let more: Int
    }

    let model: RosterModel
    let choices: [Choice]
    let vacancies: [(line: Int, week: Int, count: Int)]
    let cost: Int
    /// No roster costs less; nil when there was no time to find out.
    let bound: Int?

    init(_ model: RosterModel, _ problem: RosterProblem, _ answer: RosterAnswer) {
        self.model = model
        (cost, bound) = (answer.cost, answer.bound)
        let weeks = zip(problem.people, answer.choices).map { person, taken in
            taken.map { (person.choices[$0].task / model.periods.count, person.choices[$0].period) }
        }
        var filled: [Int: Int] = [:]
        var found: [Choice] = []
        for (member, duties) in weeks.enumerated() {
            for (line, week) in duties {
                filled[model.task(line, week), default: 0] += 1
                found.append(Self.choice(member, line, week, model, weeks.map { $0.map(\.1) }))
            }
        }
        choices = found.sorted { ($0.week, $0.line, $0.member) < ($1.week, $1.line, $1.member) }
        vacancies = model.lines.indices.flatMap { line in
            model.periods.indices.compactMap { week in
                let left = model.wanted[line][week] - filled[model.task(line, week), default: 0]
                return left > 0 ? (line, week, left) : nil
            }
        }
    }

    private static func choice(
        _ member: Int, _ line: Int, _ week: Int, _ model: RosterModel, _ weeks: [[Int]]
    ) -> Choice {
        func points(_ number: Int) -> DutyPoints {
            DutyPoints(
                model.members[number], week: week, line: line,
                besides: weeks[number].filter { $0 != week || number != member }, model.weights,
                holidays: model.holidays)
        }
        let own = points(member)
        var next: Next?
        var (could, onDuty, tooClose) = (0, 0, 0)
        for other in model.members.indices where other != member {
            let candidate = model.members[other]
            guard candidate.lines[week].contains(line) else { continue }
            if weeks[other].contains(week) || candidate.settled.contains(week) {
                onDuty += 1
                continue
            }
            let theirs = points(other)
            if let nearest = theirs.nearest, nearest < model.weights.weeksApart {
                tooClose += 1
                continue
            }
            could += 1
            let more = theirs.total - own.total
            if more < next?.more ?? .max { next = Next(member: other, points: theirs, more: more) }
        }
        return Choice(
            member: member, line: line, week: week, points: own, next: next, couldCount: could,
            onDutyCount: onDuty, tooCloseCount: tooClose)
    }
}
