import Domain
import Web

struct PromiseResource: Hashable, Sendable {
    let code: Code<Promise>
    let agreement: ID<Agreement>?
    let function: Code<CrisisFunction>
    let people: Int
    let callers: Int
    let responseMinutes: Int?
    let noticeMinutes: Int
    let hours: String
    let suppliers: [Code<Municipality>]
    let receivers: [Code<Municipality>]
    let validFrom: Day
    let validThrough: Day?

    /// More than any region has municipalities.
    private static let partiesMax = 100

    static let schema = Schema<PromiseResource>.object(
        "Toezegging", "Mensen die gemeenten klaar hebben staan voor andere.",
        Property("code", \.code, .code(of: Promise.self, example: "T1"), "Code."),
        Property(
            "afspraakId", \.agreement, Scalar.id(of: Agreement.self).orNull,
            "De afspraak erachter; null als die er niet is."),
        Property("crisisfunctie", \.function, .functionCode, "Voor welk werk."),
        Property("personen", \.people, .count, "Mensen per gemeente die vraagt."),
        Property("vragersTegelijk", \.callers, .count, "Zoveel gemeenten mogen tegelijk vragen."),
        Property(
            "opkomstMinuten", \.responseMinutes, Scalar.count.orNull,
            "Binnen hoeveel minuten; null als niet gezegd."),
        Property("voorafMinuten", \.noticeMinutes, .count, "Zo lang van tevoren moet worden gevraagd."),
        Property("uren", \.hours, .anyText, "Wanneer er kan worden gevraagd."),
        Property("leveranciers", \.suppliers, municipalities, "Wie mensen leveren."),
        Property("ontvangers", \.receivers, municipalities, "Wie erop mogen rekenen."),
        Property("geldigVanaf", \.validFrom, .day, "Eerste dag."),
        Property("geldigTotEnMet", \.validThrough, Scalar.day.orNull, "Laatste dag; null zonder einde."),
        make: PromiseResource.init)

    private static let municipalities = Schema<[Code<Municipality>]>.list(
        of: .scalar(.code(of: Municipality.self, example: "GM0599")), countMax: partiesMax)
}

extension PromiseResource {
    init(_ promise: Promise) {
        self.init(
            code: promise.code, agreement: promise.agreement, function: promise.function,
            people: promise.people, callers: promise.callers, responseMinutes: promise.responseMinutes,
            noticeMinutes: promise.noticeMinutes, hours: promise.hours.words,
            suppliers: promise.suppliers.sorted(), receivers: promise.receivers.sorted(),
            validFrom: promise.validFrom, validThrough: promise.validThrough)
    }
}
