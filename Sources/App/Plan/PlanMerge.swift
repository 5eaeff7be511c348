import Domain
import Web

/// What two people made of a plan at the same time: each field that only one of them touched is as they left it,
/// and where both wrote, what was typed stays beside what stands there now.
struct PlanMerge: Equatable {
    /// Somebody else wrote at the same place.
    struct Conflict: Equatable {
        let field: String
        let theirs: String
    }

    let fields: FormFields
    /// In the order of the form.
    let conflicts: [Conflict]
    /// The fields that somebody else changed, and this form left as they were.
    let taken: [String]

    /// What a field held when its form was made.
    static func original(_ field: String) -> String { "was-\(field)" }

    /// - Parameters:
    ///   - typed: as sent, with what every field held when the form was made.
    ///   - present: what the fields hold now.
    ///   - names: of all fields, in the order of the form.
    init(_ typed: FormFields, present: FormFields, names: [String]) {
        var fields = FormFields()
        var conflicts: [Conflict] = []
        var taken: [String] = []
        for name in names {
            let mine = Self.plain(typed[name])
            let theirs = Self.plain(present[name])
            let original = Self.plain(typed[Self.original(name)])
            if mine == original, theirs != original {
                fields.add(name, present.raw(name))
                taken.append(name)
                continue
            }
            fields.add(name, typed.raw(name))
            if theirs != original, mine != theirs {
                conflicts.append(Conflict(field: name, theirs: present[name]))
            }
        }
        self.fields = fields
        self.conflicts = conflicts
        self.taken = taken
    }

    /// A browser sends other ends of lines than were in the form.
    private static func plain(_ text: String) -> String {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).joined(separator: "\n")
    }

    /// - Parameter author: who changed the plan last.
    func errors(by author: String) -> [FieldError] {
        conflicts.map { conflict in
            let theirs = conflict.theirs.isEmpty ? "niets" : conflict.theirs
            return FieldError(
                conflict.field,
                "\(author) schreef hier intussen: \(theirs). Jouw tekst staat nog in het veld en is niet opgeslagen. "
                    + "Bewaar om die van \(author) te vervangen.")
        }
    }
}
