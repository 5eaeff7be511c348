@testable import Simulation

/// Every course that a small instance can take, each with its chance: the draws are answered yes or no in
/// turn, and the chances of the answers multiplied. No random numbers at all.
struct ExactContinuity {
    let instance: ContinuityInstance

    init(_ instance: ContinuityInstance) {
        self.instance = instance
    }

    private struct Question: Hashable {
        let kind: UInt64
        let person: Int
        let tick: Int
    }

    /// Answers by the order in which questions come up; beyond the script every answer is yes.
    private final class Script {
        var answers: [Bool]
        var asked: [Question: Int] = [:]
        var chances: [Double] = []

        init(_ answers: [Bool]) {
            self.answers = answers
        }
    }

    func survival() -> [Double] {
        var weights = [Double](repeating: 0, count: instance.hours + 1)
        var script: [Bool]? = []
        while let answers = script {
            let course = Script(answers)
            let outcome = NaiveContinuity(instance: instance).run { answer(course, $0, $1, $2) }
            let chance = zip(course.chances, course.answers).reduce(1) { $0 * ($1.1 ? $1.0 : 1 - $1.0) }
            weights[outcome.firstGap / 60] += chance
            script = Self.next(course.answers)
        }
        return weights.indices.map { weights[$0...].reduce(0, +) }
    }

    /// The next course in the order of a binary tree: the last yes becomes no, what followed is forgotten.
    private static func next(_ answers: [Bool]) -> [Bool]? {
        guard let last = answers.lastIndex(of: true) else { return nil }
        return answers[..<last] + [false]
    }

    private func answer(_ script: Script, _ kind: UInt64, _ person: Int, _ tick: Int) -> UInt32 {
        let question = Question(kind: kind, person: person, tick: tick)
        // Travel does not matter: everybody needs the same number of minutes.
        guard kind != 3 else { return 0 }
        let index = script.asked[question] ?? script.chances.count
        if index == script.chances.count {
            script.asked[question] = index
            script.chances.append(Double(threshold(kind, person)) / 4_294_967_296)
            if index == script.answers.count { script.answers.append(true) }
        }
        return script.answers[index] ? 0 : .max
    }

    private func threshold(_ kind: UInt64, _ person: Int) -> UInt32 {
        switch kind {
        case 1: instance.persons[person].available
        case 2: instance.noShow
        default: instance.dropout
        }
    }
}
