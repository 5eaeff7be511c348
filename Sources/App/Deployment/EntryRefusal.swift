import Domain
import HTTPTypes
import Storage
import Web

/// Why what was typed in a deployment is not written down. A fact is never refused for what it says: only what nobody
/// could read back as it was meant, for a guess in its place would stand in the log as if it was told.
enum EntryRefusal: Error, Hashable, Sendable {
    /// Nothing was typed in the field that says it.
    case nothing(field: String)
    case tooLong(field: String, count: Int, most: Int)
    /// No time of the clock, or one that cannot be meant: what happened lies behind, what is to come ahead.
    case unreadableTime(field: String, text: String, isAhead: Bool)
    case unreadableCount(field: String, text: String, most: Int)
    /// It refers to an entry that is not there.
    case unknownEntry(field: String, text: String)

    /// Where it was typed.
    var field: String {
        switch self {
        case .nothing(let field), .tooLong(let field, _, _), .unreadableTime(let field, _, _),
            .unreadableCount(let field, _, _),
            .unknownEntry(let field, _):
            field
        }
    }

    var sentence: String {
        switch self {
        case .nothing: "Er stond niets in. Schrijf op wat er is."
        case .tooLong(_, let count, let most):
            "Dit zijn \(Dutch.number(count)) tekens; er passen er \(Dutch.number(most)). Maak het korter of verdeel het over meer regels."
        case .unreadableTime(_, let text, false):
            "‘\(text.shortened(to: 40))’ is geen tijd die geweest is. Schrijf een tijd als 23.30, of met de dag erbij als 21-11-2026 23.30."
        case .unreadableTime(_, let text, true):
            "‘\(text.shortened(to: 40))’ is geen tijd die nog komt. Schrijf een tijd als 23.30, of met de dag erbij als 21-11-2026 23.30."
        case .unreadableCount(_, let text, let most):
            "‘\(text.shortened(to: 40))’ is geen aantal. Schrijf een getal van 0 tot en met \(Dutch.number(most))."
        case .unknownEntry(_, let text):
            "Regel ‘\(text.shortened(to: 40))’ staat niet in dit log. Kijk welk nummer ervoor staat, of laat het leeg."
        }
    }
}

extension Visit {
    /// A form back with everything that was typed, the field that was refused in sight. A page that runs scripts gets
    /// the reason alone and keeps the form that it has.
    func givenBack(_ fields: FormFields, _ refusal: EntryRefusal) throws -> Answer {
        if request.wantsJSON {
            return try .json(GivenBack(detail: refusal.sentence), status: .unprocessableContent)
        }
        let state = FormState(fields, errors: [FieldError(refusal.field, refusal.sentence)])
        return .refused(GivenBackPages.page(request.path, state, refusal.field))
    }
}

/// As problem+json says it (RFC 9457), for the page's script.
private struct GivenBack: Encodable {
    let type = "about:blank"
    let title = "Niet vastgelegd"
    let status = 422
    let detail: String
}
