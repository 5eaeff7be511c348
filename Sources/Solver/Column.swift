/// One person's whole roster: the choices taken and what they cost by the person's own rules.
struct Column: Sendable, Hashable {
    let person: Int
    /// Indices into the person's choices, ascending.
    let choices: [Int32]
    /// What the choices and the person's rules cost; what rows cost is not in it.
    let cost: Int

    static func == (a: Column, b: Column) -> Bool { a.person == b.person && a.choices == b.choices }

    func hash(into hasher: inout Hasher) {
        hasher.combine(person)
        hasher.combine(choices)
    }
}
