import App
import ArgumentParser
import Domain
import Foundation
import Storage
import Web

/// Where the region's data is: a folder or a PostgreSQL server. One of the two.
struct DataOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Map met de gegevens (SQLite).", valueName: "map"))
    var data: String?

    @Option(help: ArgumentHelp("Adres van een PostgreSQL-server: postgres://…", valueName: "url"))
    var database: String?

    @Option(
        help: ArgumentHelp(
            "Bestand met de hoofdsleutels; bij --data is dat anders \(Keyring.fileName) in de map.",
            valueName: "bestand"))
    var keys: String?

    func validate() throws {
        guard (data == nil) != (database == nil) else {
            throw ValidationError("Geef één van beide: --data MAP of --database URL.")
        }
    }

    /// Opens the data and brings its schema up to date.
    ///
    /// - Parameter isNew: make the folder when it is not there; otherwise a missing folder is an error, so
    ///   that a typing error in
    ///   the path does not end in an empty region.
    func open(
        isNew: Bool = false, isBehindProxy: Bool = false, theme: Theme? = nil, hasTrialStream: Bool = false,
        printer: PDFPrinter = PDFPrinter()
    ) async throws -> Application {
        let place: StoragePlace
        if let database {
            place = .postgres(url: database)
        } else {
            let folder = data ?? ""
            let file = URL(filePath: folder).appending(path: StoragePlace.fileName).path
            if isNew {
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            } else if !FileManager.default.fileExists(atPath: file) {
                throw CommandStop.misuse(
                    "In \(folder) staan geen gegevens van Oranje. Maak een voorbeeld met: oranje sample --data …"
                )
            }
            place = .folder(folder)
        }
        return try await Application.open(
            place, keyFile: keys, isBehindProxy: isBehindProxy, theme: theme, hasTrialStream: hasTrialStream,
            printer: printer)
    }
}

extension Day: ExpressibleByArgument {
    package init?(argument: String) {
        self.init(iso: argument)
    }
}
