import Domain
import Foundation

/// What ships about deployments (`Deployment/Facts/deployments.json`): who is asked at each level, templates per
/// scenario, what specialists know, and regional task cards.
struct DeploymentFile: Decodable, Sendable {
    let levels: [LevelEntry]
    let levelsSource: String
    /// By name.
    let specialistFields: [SpecialistField]
    let templates: [DeploymentTemplate]
    let cards: [TaskCard]

    struct LevelEntry: Decodable, Sendable {
        let level: Int
        let functions: [String: Int]
    }

    /// Read once; a file of this program that cannot be read is a fault of its build.
    static let shipped: DeploymentFile = {
        do {
            return try JSONDecoder().decode(
                DeploymentFile.self, from: Data(PackageResources.deployments_json))
        } catch {
            // The file is part of the program and a test reads it.
            preconditionFailure("deployments.json: \(error)")
        }
    }()
}

/// How a kind of deployment begins: people, specialists and first tasks (spec I4).
struct DeploymentTemplate: Decodable, Sendable {
    let code: String
    let name: String
    let domain: ScalingDomain
    let functions: [String: Int]
    let specialists: [Code<SpecialistField>]
    let tasks: [Task]

    struct Task: Decodable, Sendable {
        let what: String
        let owner: String
        let minutes: Int
        let card: String?
    }

    var specialistNames: [String] { specialists.map { SpecialistField.named($0)?.name ?? $0.text } }

    static func find(_ code: String?) -> DeploymentTemplate? {
        DeploymentFile.shipped.templates.first { $0.code == code }
    }

    /// Whom a deployment asks: its level, its template and what a mayor asked for, the most of each.
    static func wanted(
        template code: String?, level: GRIPLevel?, flexible: FlexibleScaling?
    ) -> (functions: [Code<CrisisFunction>: Int], basis: String) {
        let file = DeploymentFile.shipped
        var counts: [String: Int] = [:]
        var reasons: [String] = []
        if let level, let entry = file.levels.first(where: { $0.level == level.rawValue }) {
            counts.merge(entry.functions, uniquingKeysWith: max)
            reasons.append("\(level.name) (\(file.levelsSource))")
        }
        if let template = find(code) {
            counts.merge(template.functions, uniquingKeysWith: max)
            reasons.append("sjabloon \(template.name)")
        }
        if let flexible {
            counts.merge(flexible.functions.map { ($0.text, 1) }, uniquingKeysWith: max)
            reasons.append("wat \(flexible.askedBy.isEmpty ? "de burgemeester" : flexible.askedBy) vroeg")
        }
        let functions = Dictionary(
            counts.map { (Code<CrisisFunction>($0.key), $0.value) }, uniquingKeysWith: max)
        let basis =
            reasons.isEmpty
            ? "Er is geen niveau of sjabloon; kies zelf wie er nodig is."
            : "Naar: \(reasons.joined(separator: "; ")). Wie er al is of is gevraagd, is eraf."
        return (functions, basis)
    }
}

/// What somebody does in a role, step by step; the same in the whole region (*taakkaart*).
struct TaskCard: Decodable, Sendable {
    let code: String
    let name: String
    let steps: [String]
}
