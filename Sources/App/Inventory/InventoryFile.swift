import Domain
import Foundation

/// The questions that ship (`Inventory/Facts/inventory.json`). A code never gets another meaning: years compare by it.
struct InventoryFile: Decodable, Sendable {
    private let questions: [Entry]

    private struct Entry: Decodable, Sendable {
        let code: String
        let section: String
        let text: String
        let kind: String
        let options: [String]?
        let unit: String?
        /// The largest number that can be meant; nil where there is no bound of its own.
        let most: Int?
        /// The code of the question of which this one is a part.
        let partOf: String?

        var question: InventoryQuestion? {
            guard let section = InventoryQuestion.Section(rawValue: section), let answered else { return nil }
            return InventoryQuestion(
                code: Code(code), section: section, text: text, kind: answered,
                numberMax: most ?? InventoryQuestion.anyNumberMax, whole: partOf.map { Code($0) })
        }

        private var answered: InventoryQuestion.Kind? {
            switch kind {
            case "choice": options.map(InventoryQuestion.Kind.choice)
            case "number": unit.map(InventoryQuestion.Kind.number(unit:))
            case "euros": .euros
            case "grade": .grade
            case "text": .text
            default: nil
            }
        }
    }

    /// In the order of the questionnaire.
    static let shipped: [InventoryQuestion] = {
        do {
            let file = try JSONDecoder().decode(
                InventoryFile.self, from: Data(PackageResources.inventory_json))
            return try file.questions.map { entry in
                guard let question = entry.question else { throw CocoaError(.coderInvalidValue) }
                return question
            }
        } catch {
            // The file is part of the program and a test reads it.
            preconditionFailure("inventory.json: \(error)")
        }
    }()
}
