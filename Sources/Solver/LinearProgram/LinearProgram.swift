internal import CClp

/// A linear program in CLP that grows column by column; its rows are fixed at the start. For one thread at
/// a time.
///
/// CLP's arrays move when a column is added, so every read copies.
final class LinearProgram {
    struct Entry {
        var cost: Double
        var lower = 0.0
        var upper = Double.infinity
        var rows: [Int32]
        var values: [Double]
    }

    private let model: OpaquePointer
    let rowCount: Int
    private(set) var columnCount = 0

    init(rowLower: [Double], rowUpper: [Double]) {
        model = OpaquePointer(Clp_newModel())
        rowCount = rowLower.count
        Clp_setLogLevel(.init(model), 0)
        let starts = [Int32](repeating: 0, count: rowLower.count + 1)
        Clp_addRows(.init(model), Int32(rowCount), rowLower, rowUpper, starts, [], [])
    }

    deinit { Clp_deleteModel(.init(model)) }

    func add(_ entries: [Entry]) {
        guard !entries.isEmpty else { return }
        var starts: [Int32] = [0]
        var rows: [Int32] = []
        var values: [Double] = []
        for entry in entries {
            rows += entry.rows
            values += entry.values
            starts.append(Int32(rows.count))
        }
        Clp_addColumns(
            .init(model), Int32(entries.count), entries.map(\.lower), entries.map(\.upper),
            entries.map(\.cost),
            starts, rows, values)
        columnCount += entries.count
    }

    /// Continues from the last basis: by the primal method after new columns, by the dual after new bounds.
    /// - Returns: false when CLP found no optimum.
    func solve(dual: Bool) -> Bool {
        if dual { Clp_dual(.init(model), 0) } else { Clp_primal(.init(model), 0) }
        return Clp_status(.init(model)) == 0
    }

    var objective: Double { Clp_objectiveValue(.init(model)) }
    var duals: [Double] { copy(Clp_dualRowSolution(.init(model)), rowCount) }
    var values: [Double] { copy(Clp_primalColumnSolution(.init(model)), columnCount) }
    var reducedCosts: [Double] { copy(Clp_dualColumnSolution(.init(model)), columnCount) }

    func setCost(_ column: Int, _ cost: Double) { Clp_objective(.init(model))[column] = cost }

    func setBounds(_ column: Int, _ bounds: ClosedRange<Double>) {
        Clp_columnLower(.init(model))[column] = bounds.lowerBound
        Clp_columnUpper(.init(model))[column] = bounds.upperBound
    }

    private func copy(_ start: UnsafeMutablePointer<Double>?, _ count: Int) -> [Double] {
        Array(UnsafeBufferPointer(start: start, count: count))
    }
}
