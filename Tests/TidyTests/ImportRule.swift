import Foundation

/// A module that a file imports.
struct Import: Equatable {
    let module: String
    let line: Int
}

extension SourceFile {
    private static let importKinds: Set<String> = [
        "struct", "class", "enum", "protocol", "typealias", "func", "let", "var", "actor",
    ]

    /// Also of the forms `package import X`, `@testable import X` and `import struct X.Y`.
    var imports: [Import] {
        tokens.indices.compactMap { index in
            let keyword = tokens[index]
            guard keyword.reads("import"), !token(index - 1, reads: ".") else { return nil }
            var name = index + 1
            if name < tokens.count, SourceFile.importKinds.contains(tokens[name].text) { name += 1 }
            guard name < tokens.count, tokens[name].kind == .word, tokens[name].line == keyword.line else {
                return nil
            }
            return Import(module: tokens[name].text, line: keyword.line)
        }
    }
}

/// Rule 4: arrows point downward (`oranje → App → Web, Storage, Solver, Simulation → Domain`), the pure
/// targets do no I/O, and a driver or the HTTP library is known in one place.
struct ImportRule {
    /// What each target may import of our own; one that is not listed here is not looked at.
    static let below: [String: Set<String>] = [
        "Domain": [],
        "Solver": ["Domain"],
        "Simulation": ["Domain"],
        "Delivery": ["Domain"],
        "Sheets": ["Domain"],
        "Storage": ["Domain"],
        "Web": ["Domain"],
        "App": ["Delivery", "Domain", "Sheets", "Solver", "Simulation", "Storage", "Web"],
        "oranje": ["App", "Domain", "Solver", "Simulation", "Storage", "Web"],
    ]

    static let pure: Set<String> = ["Domain", "Solver", "Simulation"]
    static let drivers: Set<String> = ["GRDB", "GRDBSQLite", "CLibPQ", "SQLite3", "CSQLite"]
    /// Libraries that read and write files of other programs.
    static let sheetLibraries: Set<String> = ["CExpat", "CXlsxWriter", "CZip"]

    func findings(in files: [SourceFile]) -> [Finding] {
        files.filter(\.isSwiftSource).flatMap { file in
            file.imports.compactMap { found in
                guard let (what, instead) = objection(to: found.module, in: file) else { return nil }
                return Finding(path: file.path, line: found.line, what: what, instead: instead)
            }
        }
    }

    private func objection(to module: String, in file: SourceFile) -> (what: String, instead: String)? {
        let target = file.components[1]
        if let allowed = ImportRule.below[target], ImportRule.below[module] != nil, !allowed.contains(module)
        {
            return (
                "\(target) imports \(module), against the arrows",
                "move what both need to Domain, or pass it in from \(target == "oranje" ? "main" : "above")"
            )
        }
        if ImportRule.pure.contains(target), !isPure(module, in: file) {
            return ("\(target) imports \(module), but it is pure", "let App do the I/O and hand over values")
        }
        if ImportRule.drivers.contains(module), target != "Storage" {
            return ("\(target) imports the driver \(module)", "ask Storage's Database and Transaction")
        }
        if module == "CCurl", target != "Delivery" {
            return ("\(target) imports the driver \(module)", "send through Delivery's Courier")
        }
        if ImportRule.sheetLibraries.contains(module), target != "Sheets" {
            return ("\(target) imports the library \(module)", "ask Sheets' Workbook and SheetTable")
        }
        if module.hasPrefix("Hummingbird"), target != "Web" {
            return ("\(target) imports \(module)", "use the types of Web, which wraps it")
        }
        return nil
    }

    private func isPure(_ module: String, in file: SourceFile) -> Bool {
        if module == "CClp" { return file.path.hasPrefix("Sources/Solver/LinearProgram/") }
        // Threads that only compute are no I/O.
        if module == "Dispatch" { return file.path == "Sources/Solver/Parallel.swift" }
        return module == "Foundation" || ImportRule.below[module] != nil
    }
}
