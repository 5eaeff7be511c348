import Domain
import Storage

extension Change {
    /// Loads the shipped processes with the arrangement that follows from the region's lines: what lines serve all
    /// municipalities is regional, what serves some is intermunicipal, the rest is local. All of it is an assumption
    /// until the region sets it.
    func loadProcesses(of file: RegionFile, _ functions: [CrisisFunction]) throws {
        let shipped = try ShippedRegions.processes()
        let today = Amsterdam.day(at: now)
        try tx.save(
            CareDefinition(
                text: shipped.definition.text, validFrom: today, status: .assumption,
                source: shipped.definition.source))
        for (position, organisation) in shipped.taskOrganisations(of: file.code).enumerated() {
            try tx.save(organisation, position: position)
        }
        for entry in shipped.functions {
            try tx.insertExplanation(of: entry.code, calledWhen: entry.calledWhen)
        }
        let levels = Self.levels(of: file, functions)
        let source = shipped.regions[file.code.text]?.source ?? ""
        func arrange(
            _ subject: Arrangement.Subject, _ level: Arrangement.Level, _ usual: Code<TaskOrganisation>?
        ) throws {
            try tx.save(
                Arrangement(
                    subject: subject, level: level, taskOrganisation: shipped.carrier(usual, in: file.code),
                    reason: level.usualReason,
                    responsible: "De colleges van burgemeester en wethouders (Wvr art. 2)",
                    executes: level.usualExecution(office: file.officeName), validFrom: today,
                    status: .assumption,
                    source: source))
        }
        for (position, entry) in shipped.processes.enumerated() {
            try tx.insert(entry.process, position: position)
            let level = entry.functions.first.flatMap { levels[$0] } ?? .regional
            try arrange(.process(entry.code), level, entry.taskOrganisation)
        }
        for function in functions {
            try arrange(
                .function(function.code), levels[function.code] ?? .regional,
                function.taskOrganisation.map { Code($0) })
        }
    }

    /// From the lines of the region's design; from the catalogue where a function has none.
    private static func levels(
        of file: RegionFile, _ functions: [CrisisFunction]
    ) -> [Code<CrisisFunction>: Arrangement.Level] {
        let present = file.municipalities.filter { $0.successor == nil }.count
        let served = Dictionary(
            file.districts.map { ($0.code, $0.municipalities.count) }, uniquingKeysWith: { first, _ in first }
        )
        let lines = Dictionary(grouping: file.lines, by: \.function)
        return Dictionary(
            functions.map { function in
                let counts = (lines[function.code] ?? []).compactMap { served[$0.district] }
                return (
                    function.code,
                    Arrangement.Level(served: counts, of: present) ?? function.level.arrangement
                )
            }, uniquingKeysWith: { first, _ in first })
    }
}

extension CrisisFunction.Level {
    fileprivate var arrangement: Arrangement.Level {
        switch self {
        case .local: .local
        case .cluster: .intermunicipal
        case .region: .regional
        }
    }
}
