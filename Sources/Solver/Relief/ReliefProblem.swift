package import Domain

/// A relief plan in the solver's terms: a period is a shift, a row counts who is on a post in a shift.
package struct ReliefProblem: Sendable {
    package let model: ReliefModel
    package let weights: ReliefWeights
    package let roster: RosterProblem

    /// Of what is settled: it stands in no row, and keeps its rest.
    private static let settledTask = -1
    /// More shifts than so many times an equal share, and a few, nobody gets.
    private static let shareFactor = 2
    private static let shareSpare = 4

    /// - Parameter nights: shifts that lie in the night.
    package init(_ model: ReliefModel, nights: Set<Int>, weights: ReliefWeights = ReliefWeights()) {
        (self.model, self.weights) = (model, weights)
        let shifts = model.grid.count
        let rows = model.posts.flatMap { post in
            post.wanted.map {
                RosterProblem.Row(low: $0, high: $0, under: weights.vacancy, over: nil)
            }
        }
        let fair = Self.fairShares(model)
        let people = model.members.enumerated().map { number, member in
            let settled = member.keeps(member.settled) ? member.settled : []
            return RosterProblem.Person(
                choices: Self.choices(of: member, model, weights)
                    + settled.map { .init(period: $0, task: Self.settledTask, cost: 0, rows: []) },
                bound: Set(settled), before: member.before,
                rules: .duty(Self.rules(of: member, shifts, fair[number], nights, weights)))
        }
        roster = RosterProblem(periods: shifts, rows: rows, people: people)
    }

    /// Every place shared equally among who can take it; who worked before has had part of it.
    private static func fairShares(_ model: ReliefModel) -> [Double] {
        var could = model.posts.map { post in post.wanted.map { _ in 0 } }
        for member in model.members {
            for (shift, posts) in member.able.enumerated() { for post in posts { could[post][shift] += 1 } }
        }
        return model.members.map { member in
            let all = member.able.enumerated().reduce(0.0) { sum, entry in
                entry.element.reduce(sum) { sum, post in
                    sum + Double(model.posts[post].wanted[entry.offset])
                        / Double(max(1, could[post][entry.offset]))
                }
            }
            return max(0, all - Double(member.minutesBefore) / Double(2 * model.grid.shiftMinutes))
        }
    }

    private static func choices(
        of member: ReliefModel.Member, _ model: ReliefModel, _ weights: ReliefWeights
    ) -> [RosterProblem.Choice] {
        let road = member.travelMinutes / 10 * weights.tenMinutesTravel
        return member.able.enumerated().flatMap { shift, posts in
            posts.filter { model.posts[$0].wanted[shift] > 0 }.map { post in
                let isNew = !member.planned.isEmpty && member.planned[shift] != post
                return RosterProblem.Choice(
                    period: shift, task: post, cost: road + (isNew ? weights.change : 0),
                    rows: [post * model.grid.count + shift])
            }
        }
    }

    private static func rules(
        of member: ReliefModel.Member, _ shifts: Int, _ fair: Double, _ nights: Set<Int>,
        _ weights: ReliefWeights
    ) -> DutyRules {
        let rest = member.rest
        let most =
            min(rest.most(in: shifts), shareFactor * Int(fair.rounded(.up)) + shareSpare)
            + member.settled.count
        return DutyRules(
            minGap: rest.gap, idealGap: rest.gap, gapCost: 0,
            windows: rest.week.map { [DutyRules.Window(length: $0.length, max: $0.most)] } ?? [],
            run: rest.run.map { DutyRules.Run(gap: $0.gap, span: $0.span) },
            countCost: (0...max(0, most)).map { count in
                let off = Double(count) - fair
                return Int((Double(weights.share) * off * off).rounded())
            },
            heavy: nights, firstHeavyCost: 0, nextHeavyCost: weights.nightAgain)
    }

    package func plan(_ answer: RosterAnswer) -> ReliefPlan {
        let places = answer.choices.enumerated().flatMap { member, taken in
            taken.map { roster.people[member].choices[$0] }.filter { $0.task != Self.settledTask }.map {
                ReliefPlan.Place(post: $0.task, shift: $0.period, member: member)
            }
        }
        return ReliefPlan(places, of: model, cost: answer.cost, bound: answer.bound)
    }
}

extension ReliefProblem {
    /// What an earlier plan becomes when somebody can no longer come: as much as possible stays, and one person
    /// after the other takes the best that is left. Some tens of milliseconds; the bound is not looked for.
    package func replanned() -> ReliefPlan? {
        let pricer = Pricer(roster, threads: 1)
        var kept = Incumbent(roster)
        // Somebody who was settled since may have taken the place of somebody who was planned.
        var free = roster.rows.map(\.high)
        for (number, member) in model.members.enumerated() {
            let person = roster.people[number]
            let planned = person.choices.indices.filter {
                let choice = person.choices[$0]
                return choice.task == Self.settledTask
                    || (member.planned[choice.period] == choice.task
                        && choice.rows.allSatisfy { free[$0] > 0 })
            }
            let periods = planned.map { person.choices[$0].period }
            let fits = zip(periods, periods.dropFirst()).allSatisfy(<) && member.keeps(periods)
            let bound = person.choices.indices.filter { person.choices[$0].task == Self.settledTask }
            let taken = fits ? planned : bound
            for row in taken.flatMap({ person.choices[$0].rows }) { free[row] -= 1 }
            kept.put(pricer.column(number, taken.map(Int32.init)), roster)
        }
        let short = roster.rows.indices.filter { kept.counts[$0] < roster.rows[$0].low }
        let able = roster.people.indices.filter { number in
            roster.people[number].choices.contains { $0.rows.contains(where: short.contains) }
        }
        BestResponse(pricer).improve(&kept, order: able)
        guard let cost = kept.cost(roster) else { return nil }
        return plan(
            RosterAnswer(
                cost: cost, bound: nil, choices: kept.columns.map { $0?.choices.map(Int.init) ?? [] }))
    }
}

extension ReliefModel.Member {
    /// Whether shifts, ascending, keep every rest with what this person worked before.
    fileprivate func keeps(_ shifts: [Int]) -> Bool {
        shifts.indices.allSatisfy {
            rest.allows(shifts[$0], after: before + shifts[..<$0])
        }
    }
}
