/// Who rings whom when nothing else works (*belboom*): the control room the officer on duty, that one the
/// commander, the commander the heads, each head the functions of their own task organisation.
package enum CallTree {
    package enum Caller: Hashable, Sendable {
        case controlRoom
        case function(Code<CrisisFunction>)
    }

    private static let officer = Code<CrisisFunction>("OVDBZ")
    private static let commander = Code<CrisisFunction>("ACBZ")
    /// Heads of a task organisation.
    private static let heads = ["HTOABZ", "HTOCC", "HTONF"].map { Code<CrisisFunction>($0) }

    /// - Parameter rostered: the functions that stand on a roster; only those can ring somebody.
    package static func caller(
        of function: CrisisFunction, among rostered: [CrisisFunction]
    ) -> Caller {
        let codes = Set(rostered.map(\.code))
        let top: Caller = codes.contains(officer) ? .function(officer) : .controlRoom
        let middle: Caller = codes.contains(commander) ? .function(commander) : top
        switch function.code {
        case officer: return .controlRoom
        case commander: return top
        case let code where heads.contains(code): return middle
        default:
            let head = rostered.first {
                heads.contains($0.code) && $0.taskOrganisation != nil
                    && $0.taskOrganisation == function.taskOrganisation
            }
            return head.map { .function($0.code) } ?? middle
        }
    }

    /// Rings earlier first: as many steps from the control room as somebody is.
    package static func depth(of function: CrisisFunction, among rostered: [CrisisFunction]) -> Int {
        switch caller(of: function, among: rostered) {
        case .controlRoom: return 0
        case .function(let code):
            guard let next = rostered.first(where: { $0.code == code }), code != function.code else {
                return 0
            }
            return 1 + depth(of: next, among: rostered)
        }
    }
}
