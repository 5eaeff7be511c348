import Domain
import Storage
import Web

/// The form that raises an alarm, read into a request.
extension AlarmRequest {
    static let textMax = 400

    /// - Parameter functions: those the form offers a number for.
    init(_ fields: FormFields, functions: [CrisisFunction]) {
        let posts = functions.compactMap { function -> Post? in
            let text = fields["aantal-\(function.code)"]
            guard !text.isEmpty, text != "0" else { return nil }
            return Post(function: function.code, wanted: Int(text) ?? -1)
        }
        self.init(
            key: fields["sleutel"], posts: posts, municipality: Code(fields["gemeente"]),
            place: String(fields["plaats"].prefix(Self.textMax)),
            description: String(fields.raw("omschrijving").prefix(Self.textMax)).tidied,
            withinMinutes: fields["binnen"].isEmpty ? nil : Int(fields["binnen"]) ?? -1,
            isExercise: fields["oefening"] == "ja", isFlexible: fields["flexibel"] == "ja",
            isRegional: fields["voorzitter"] == "ja")
    }
}

extension AlarmFault {
    /// The field of the form that it is about.
    var field: String {
        switch self {
        case .badKey, .badPostCount: "aantal"
        case .unknownFunction(let function), .badNumber(let function, _), .functionTwice(let function):
            "aantal-\(function)"
        case .unknownMunicipality: "gemeente"
        case .badWithin: "binnen"
        }
    }
}

/// What the form offers.
struct AlarmFormPage: Sendable {
    /// Functions with a duty line first; the rest is folded away.
    let rostered: [CrisisFunction]
    let others: [CrisisFunction]
    let municipalities: [Municipality]
    /// Made once per form, so that pressing the button twice raises one alarm.
    let key: String

    init(_ visit: Visit, _ tx: Transaction) throws {
        let lines = Set(try tx.lines().map(\.function))
        let functions = try tx.functions().filter { $0.rostering != .appointed }
        rostered = functions.filter { lines.contains($0.code) }
        others = functions.filter { !lines.contains($0.code) }
        municipalities = try tx.municipalities().filter { $0.exists(on: visit.today) }
        var random = visit.randomness
        key = random.bytes(12).hexadecimal
    }

    var functions: [CrisisFunction] { rostered + others }
}

/// What an alarm would do, before it is raised.
struct AlarmPreview: Sendable {
    let plan: AlarmPlan
    let names: [Code<CrisisFunction>: String]
    let people: [ID<Functionary>: String]

    init(_ request: AlarmRequest, _ visit: Visit, _ tx: Transaction) throws {
        plan = try tx.alarmPlan(for: request, at: visit.now)
        names = Dictionary(
            try tx.functions().map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        people = Dictionary(
            try tx.functionaries().map { ($0.id, $0.name.full) }, uniquingKeysWith: { first, _ in first })
    }
}
