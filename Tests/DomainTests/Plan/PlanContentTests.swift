import Testing

@testable import Domain

@Suite struct PlanContentTests {
    private static func day(_ iso: String) -> Day { Day(iso: iso) ?? Day(daysSince1970: 0) }

    /// Two bottlenecks, a conclusion, two recommendations, three sub-activities; one bottleneck leads nowhere.
    private struct Sample {
        var random = Randomness(seed: 1)
        var parts: [PlanPart] = []

        mutating func add(
            _ kind: PlanPart.Kind, _ title: String, leadsTo: [ID<PlanPart>] = [],
            _ activity: SubActivity? = nil
        ) -> ID<PlanPart> {
            let id: ID<PlanPart> = random.id(at: Instant(milliseconds: 0))
            let number = parts.count { $0.kind == kind } + 1
            parts.append(
                PlanPart(
                    id: id, kind: kind, number: number, title: title, text: "", source: "",
                    leadsTo: Set(leadsTo),
                    activity: activity))
            return id
        }

        var content: PlanContent {
            var random = Randomness(seed: 2)
            return PlanContent(
                plan: ActionPlan(
                    id: random.id(at: Instant(milliseconds: 0)), title: "Plan",
                    principal: "portefeuillehouder",
                    occasion: "", objective: "", process: "", firstDay: day("2020-01-01"),
                    lastDay: day("2020-12-31"),
                    budget: ActionPlan.Budget(amount: nil, purpose: "", keyName: "", nextRequestBy: nil)),
                parts: parts)
        }
    }

    @Test func `what is wrong leads to what is done, and what is done goes back to what is wrong`() {
        var sample = Sample()
        let train = sample.add(.subActivity, "Trainen", SubActivity(hours: 40))
        let talk = sample.add(.subActivity, "Overleggen", SubActivity())
        let quality = sample.add(.recommendation, "Kwaliteit", leadsTo: [train, talk])
        let basis = sample.add(.conclusion, "Basis", leadsTo: [quality])
        let spread = sample.add(.bottleneck, "Verschil", leadsTo: [basis])
        let alone = sample.add(.bottleneck, "Los")
        let loose = sample.add(.subActivity, "Zomaar", SubActivity())
        let content = sample.content
        #expect(content.outcomes(of: spread).map(\.id) == [basis, quality, train, talk])
        #expect(content.origins(of: talk).map(\.id) == [spread, basis, quality])
        #expect(content.outcomes(of: alone).isEmpty && content.origins(of: loose).isEmpty)
        #expect(content.withoutActivity.map(\.id) == [alone])
        #expect(content.withoutReason.map(\.id) == [loose])
    }

    @Test func `hours together are unknown while one sub-activity has none`() {
        var sample = Sample()
        #expect(sample.content.plannedHours == nil)
        _ = sample.add(.subActivity, "Trainen", SubActivity(hours: 40))
        #expect(sample.content.plannedHours == 40)
        _ = sample.add(.subActivity, "Overleggen", SubActivity())
        #expect(sample.content.plannedHours == nil)
    }

    @Test func `reasoning goes one way only`() {
        var sample = Sample()
        let basis = sample.add(.conclusion, "Basis")
        let spread = sample.add(.bottleneck, "Verschil", leadsTo: [basis])
        let agreement = sample.add(.agreement, "Capaciteit")
        let content = sample.content
        func faults(_ kind: PlanPart.Kind, to later: ID<PlanPart>) -> [PlanFault] {
            var other = Sample()
            other.random = Randomness(seed: 3)
            _ = other.add(kind, "Nieuw", leadsTo: [later])
            return content.faults(of: other.parts[0])
        }
        #expect(faults(.conclusion, to: spread) == [.wrongDirection(from: .conclusion, to: .bottleneck)])
        #expect(faults(.wish, to: spread) == [.wrongDirection(from: .wish, to: .bottleneck)])
        #expect(faults(.wish, to: agreement) == [.wrongDirection(from: .wish, to: .agreement)])
        #expect(faults(.wish, to: basis) == [])
        var unknown = Sample()
        unknown.random = Randomness(seed: 4)
        #expect(faults(.wish, to: unknown.add(.conclusion, "Elders")) == [.unknownPart])
    }

    @Test func `sub-activities cannot wait for each other, nor begin before what they wait for ends`() {
        var sample = Sample()
        let first = sample.add(
            .subActivity, "Eerst",
            SubActivity(firstDay: Self.day("2020-03-01"), lastDay: Self.day("2020-04-30")))
        let second = sample.add(.subActivity, "Dan", SubActivity(after: [first]))
        let third = sample.add(.subActivity, "Daarna", SubActivity(after: [second]))
        let content = sample.content
        func faults(_ id: ID<PlanPart>, _ activity: SubActivity) -> [PlanFault] {
            content.faults(
                of: PlanPart(
                    id: id, kind: .subActivity, number: 1, title: "Anders", text: "", source: "",
                    activity: activity))
        }
        #expect(faults(first, SubActivity(after: [third])) == [.circle([second])])
        #expect(faults(first, SubActivity(after: [first])) == [.circle([first])])
        let early = SubActivity(firstDay: Self.day("2020-04-30"), after: [first])
        #expect(faults(second, early) == [.beginsBefore(first)])
        let right = SubActivity(firstDay: Self.day("2020-05-01"), after: [first])
        #expect(faults(second, right) == [])
        let backwards = SubActivity(firstDay: Self.day("2020-05-02"), lastDay: Self.day("2020-05-01"))
        #expect(faults(third, backwards) == [.endsBeforeItBegins])
    }

    @Test func `a difference names what came, changed and went`() {
        var sample = Sample()
        let basis = sample.add(.conclusion, "Basis")
        let gone = sample.add(.conclusion, "Vervalt")
        let before = sample.content
        sample.parts.removeLast()
        sample.parts[0] = PlanPart(
            id: basis, kind: .conclusion, number: 1, title: "De basis", text: "", source: "")
        let added = sample.add(.wish, "Nieuw")
        let difference = PlanDifference(from: before, to: sample.content)
        #expect(difference.added.map(\.id) == [added] && difference.removed.map(\.id) == [gone])
        #expect(difference.changed.map(\.title) == ["De basis"] && !difference.isPlanChanged)
        #expect(PlanDifference(from: before, to: before).isEmpty)
    }
}
