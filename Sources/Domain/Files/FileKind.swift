/// The kinds of file that the product takes in, told apart by what is in them.
package enum FileKind: String, CaseIterable, Sendable {
    case csv, xlsx, pdf, png, jpeg

    package var contentType: String {
        switch self {
        case .csv: "text/csv; charset=utf-8"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .pdf: "application/pdf"
        case .png: "image/png"
        case .jpeg: "image/jpeg"
        }
    }

    /// The first is the usual one.
    package var extensions: [String] {
        switch self {
        case .csv: ["csv", "txt"]
        case .xlsx: ["xlsx"]
        case .pdf: ["pdf"]
        case .png: ["png"]
        case .jpeg: ["jpg", "jpeg"]
        }
    }

    /// What browsers say of such a file. Windows calls a csv an Excel file when Excel is installed.
    var declaredTypes: Set<String> {
        switch self {
        case .csv: ["text/csv", "text/plain", "application/csv", "application/vnd.ms-excel"]
        case .xlsx, .pdf, .png: [contentType]
        case .jpeg: ["image/jpeg", "image/jpg", "image/pjpeg"]
        }
    }
}

/// A file as it is judged: its name, what was said of it, and its first and last bytes.
package struct FileSample: Sendable {
    /// Enough to find the end record of a zip with the longest comment there is.
    package static let endBytes = 66_000

    package let name: String
    package let declaredType: String
    package let byteCount: Int
    /// The first and the last `endBytes`; all of a smaller file, both times.
    package let head: [UInt8]
    package let tail: [UInt8]

    package init(name: String, declaredType: String, byteCount: Int, head: [UInt8], tail: [UInt8]) {
        self.name = name
        self.declaredType = declaredType
        self.byteCount = byteCount
        self.head = head
        self.tail = tail
    }

    /// The kind of the file, if content, name and declared type agree and it is one of `allowed`.
    package func kind(among allowed: [FileKind]) -> Result<FileKind, FileRefusal> {
        if byteCount == 0 { return .failure(.empty) }
        let kind: FileKind
        switch FileContent(head: head, tail: tail).finding {
        case .kind(let found): kind = found
        case .foreign(let foreign): return .failure(.foreign(foreign, allowed: allowed))
        case .damaged(let found): return .failure(.damaged(found))
        case .unknown: return .failure(.unknown(allowed: allowed))
        }
        guard allowed.contains(kind) else { return .failure(.notAllowed(kind, allowed: allowed)) }
        let ending = fileExtension
        guard ending.isEmpty || kind.extensions.contains(ending) else {
            return .failure(.wrongExtension(ending, kind))
        }
        let declared = declaredType.lowercased().prefix { $0 != ";" }.filter { $0 != " " }
        let saysNothing = declared.isEmpty || declared == "application/octet-stream"
        guard saysNothing || kind.declaredTypes.contains(declared) else {
            return .failure(.wrongType(declaredType, kind))
        }
        return .success(kind)
    }

    /// In lower case; empty when the name has none.
    private var fileExtension: String {
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
        return name[name.index(after: dot)...].lowercased()
    }
}

/// Why a file is not taken.
package enum FileRefusal: Error, Equatable, Sendable {
    case empty
    /// Recognised, and a kind that the product never takes.
    case foreign(ForeignFile, allowed: [FileKind])
    /// A kind that belongs elsewhere in the product.
    case notAllowed(FileKind, allowed: [FileKind])
    /// It begins as this kind and does not end as one: cut off, or something else was put behind it.
    case damaged(FileKind)
    case wrongExtension(String, FileKind)
    case wrongType(String, FileKind)
    case unknown(allowed: [FileKind])

    /// Stable, for the command line's JSON and the API.
    package var code: String {
        switch self {
        case .empty: "bestand-leeg"
        case .foreign, .notAllowed, .unknown: "bestandssoort-niet-toegestaan"
        case .damaged: "bestand-beschadigd"
        case .wrongExtension: "bestandsnaam-past-niet-bij-inhoud"
        case .wrongType: "bestandstype-past-niet-bij-inhoud"
        }
    }
}

/// Kinds that people send by mistake, so that the answer can say what to do.
package enum ForeignFile: Sendable {
    /// A spreadsheet of Excel before 2007, or any Office file behind a password: the same container.
    case oldOffice
    case openDocument
    case zip
    case webPage
    case program
}
