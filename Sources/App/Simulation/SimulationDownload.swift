import Domain
import Sheets
import Simulation
import Storage
import Web

extension SheetTable {
    /// What the picture of a simulation shows, hour by hour, with the difference from the first design.
    ///
    /// - Throws: `WebFailure.notFound` as long as there is no result.
    static func simulation(_ visit: Visit, _ tx: Transaction) throws -> SheetTable {
        guard let comparison = try SimulationResultPage(visit, tx).run.report?.comparison else {
            throw WebFailure.notFound
        }
        var table = SheetTable(
            "Alle posten gevuld",
            columns: [
                Column("ontwerp"), Column("tot en met uur", .number), Column("procent", .number),
                Column("van", .number), Column("tot", .number),
                Column("verschil met \(comparison.designs.first?.name ?? "") (procentpunt)", .number),
                Column("verschil van", .number), Column("verschil tot", .number),
            ])
        for (number, design) in comparison.designs.enumerated() {
            for (hour, estimate) in design.survival.enumerated() {
                let difference =
                    number == 0
                    ? [.empty, .empty, .empty] : cells(comparison.differences[number - 1].survival[hour])
                table.add([.text(design.name), .whole(hour)] + cells(estimate) + difference)
            }
        }
        return table
    }

    private static func cells(_ estimate: Estimate) -> [SheetCell] {
        [estimate.value, estimate.low, estimate.high].map { .number((10_000 * $0).rounded() / 100) }
    }
}
