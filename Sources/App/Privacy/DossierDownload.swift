import Domain
import Foundation
import Web

extension Dossier {
    /// Everything as a file for another program (AVG 20). Keys in Dutch, moments in ISO 8601.
    func json(madeAt now: Instant) throws -> [UInt8] {
        let file = File(
            gemaaktOp: now.iso8601,
            persoon: [
                "gemeente": person.municipality.text, "personeelsnummer": person.personnelNumber,
                "naam": person.name.full, "standplaats": person.workBase.text,
                "uit dienst": person.employedThrough?.iso ?? "",
            ],
            onderdelen: sections.map { section in
                Part(
                    titel: section.title,
                    regels: section.rows.map { row in
                        Dictionary(
                            zip(section.columns, row.map(\.fileText)), uniquingKeysWith: { first, _ in first }
                        )
                    })
            })
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(file))
    }

    private struct File: Encodable {
        let gemaaktOp: String
        let persoon: [String: String]
        let onderdelen: [Part]
    }

    private struct Part: Encodable {
        let titel: String
        let regels: [[String: String?]]
    }
}

extension DossierValue {
    fileprivate var fileText: String? {
        switch self {
        case .text(let text): text
        case .number(let number): "\(number)"
        case .moment(let instant): instant.iso8601
        case .none: nil
        }
    }

    /// For a page.
    var shown: String {
        switch self {
        case .text(let text): text
        case .number(let number): Dutch.number(number)
        case .moment(let instant): Dutch.shortMoment(instant)
        case .none: "–"
        }
    }
}
