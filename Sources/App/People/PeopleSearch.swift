import Domain
import Storage

/// What the list of people is narrowed to.
struct PeopleSearch: Sendable {
    var reach: Reach
    /// As typed.
    var text = ""
    var municipality: Code<Municipality>?
    var function: Code<CrisisFunction>?

    init(reach: Reach) {
        self.reach = reach
    }

    /// Every word must occur in name, personnel number or municipality code.
    var words: [String] {
        text.folded.split(separator: " ").map(String.init)
    }
}

/// One line of the list.
struct PersonRow: Sendable {
    let id: ID<Functionary>
    let name: PersonName
    let employer: Code<Municipality>
    /// The employer's name.
    let municipality: String
    let personnelNumber: String
}

extension PersonRow {
    init(_ row: Row) throws {
        self.init(
            id: try row.id("id"),
            name: PersonName(
                given: try row.text("given"), prefix: try row.text("prefix"), surname: try row.text("surname")
            ),
            employer: Code(try row.text("municipality")),
            municipality: try row.text("municipality_name"),
            personnelNumber: try row.text("personnel_number"))
    }
}
