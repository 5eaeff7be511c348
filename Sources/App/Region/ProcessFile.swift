import Domain
import Foundation

/// What ships about the work of crisis care (`Region/Facts/processes.json`): its definition, task organisations and
/// processes, and how each region divides them.
struct ProcessFile: Decodable, Sendable {
    let definition: DefinitionEntry
    let taskOrganisations: [TaskOrganisationEntry]
    let processes: [ProcessEntry]
    let functions: [FunctionEntry]
    let regions: [String: RegionEntry]

    struct DefinitionEntry: Decodable, Sendable {
        let text: String
        let source: String
    }

    struct TaskOrganisationEntry: Decodable, Sendable {
        let code: Code<TaskOrganisation>
        let name: String
        let purpose: String
    }

    struct ProcessEntry: Decodable, Sendable {
        let code: Code<CareProcess>
        let name: String
        let taskOrganisation: Code<TaskOrganisation>?
        let tasks: String
        let calledWhen: String
        let functions: [Code<CrisisFunction>]
        let source: String

        var process: CareProcess {
            CareProcess(
                code: code, name: name, tasks: tasks, calledWhen: calledWhen, source: source,
                functions: functions)
        }
    }

    struct FunctionEntry: Decodable, Sendable {
        let code: Code<CrisisFunction>
        let calledWhen: String
    }

    /// How a region differs from the usual task organisations.
    struct RegionEntry: Decodable, Sendable {
        let source: String
        /// Task organisations that the region carries in another.
        let merged: [String: Code<TaskOrganisation>]
        /// What the region calls them.
        let names: [String: String]
    }

    /// The task organisations of a region, in the usual order.
    func taskOrganisations(of region: Code<SafetyRegion>) -> [TaskOrganisation] {
        let own = regions[region.text]
        return taskOrganisations.filter { own?.merged[$0.code.text] == nil }.map { entry in
            TaskOrganisation(
                code: entry.code, name: own?.names[entry.code.text] ?? entry.name, purpose: entry.purpose)
        }
    }

    /// Which task organisation of the region carries what usually belongs to `usual`.
    func carrier(_ usual: Code<TaskOrganisation>?, in region: Code<SafetyRegion>) -> Code<TaskOrganisation>? {
        guard let usual, taskOrganisations.contains(where: { $0.code == usual }) else { return nil }
        return regions[region.text]?.merged[usual.text] ?? usual
    }
}
