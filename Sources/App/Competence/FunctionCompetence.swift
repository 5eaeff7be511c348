package import Domain
package import Storage

/// Everybody who is designated for a function at an instant, with what holds for each and why.
package struct FunctionCompetence: Sendable {
    package let function: CrisisFunction
    package let instant: Instant
    /// By name.
    package let people: [Member]

    package struct Member: Sendable {
        package let person: Functionary
        package let assessment: CompetenceAssessment
        package let record: CompetenceRecord
    }

    /// - Throws: `FunctionCompetenceFault.unknownFunction`.
    package init(of code: Code<CrisisFunction>, at instant: Instant, _ tx: Transaction) throws {
        guard let function = try tx.functions().first(where: { $0.code == code }) else {
            throw FunctionCompetenceFault.unknownFunction(code)
        }
        self.function = function
        self.instant = instant
        let designated = Set(
            try tx.designations().filter { $0.function == code && $0.interval?.contains(instant) == true }
                .map(\.person))
        let book = try tx.competenceBook()
        people = try tx.functionaries().filter { person in
            designated.contains(person.id)
                && Interval(from: nil, through: person.employedThrough).contains(instant)
        }.map { person in
            Member(
                person: person, assessment: book.assessment(of: person, for: code, at: instant),
                record: book.record(of: person.id, for: code))
        }
    }
}

package enum FunctionCompetenceFault: Error, Equatable {
    case unknownFunction(Code<CrisisFunction>)
}
