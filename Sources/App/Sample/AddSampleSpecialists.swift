import Domain
import Storage

extension Change {
    private static let specialistsPerMunicipality = 3

    /// Some people of every municipality in fields that differ per municipality; of each three, one did not answer yet.
    mutating func addSampleSpecialists() throws {
        let fields = DeploymentFile.shipped.specialistFields
        let employees = Dictionary(grouping: try tx.functionaries(), by: \.municipality)
        for (place, municipality) in employees.keys.sorted().enumerated() {
            let people = (employees[municipality] ?? []).sorted { $0.personnelNumber < $1.personnelNumber }
            for (index, person) in people.prefix(Self.specialistsPerMunicipality).enumerated() {
                let field = fields[(place * Self.specialistsPerMunicipality + index) % fields.count]
                let id = try addSpecialist(person.id, in: field.code, remark: "", tells: false)
                guard index + 1 < Self.specialistsPerMunicipality else { continue }
                try answerSpecialist(id, agrees: true)
            }
        }
    }
}
