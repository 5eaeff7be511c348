import Domain

/// The sheets of a workbook in their order, and how its dates are counted (`xl/workbook.xml`).
struct WorkbookContents: XMLReader {
    struct Sheet {
        let name: String
        let relation: String
        let isHidden: Bool
    }

    private(set) var sheets: [Sheet] = []
    /// Days count from 1-1-1904, as early Excel for the Mac did.
    private(set) var counts1904 = false
    var isDone: Bool { false }

    mutating func begin(_ element: String, _ attributes: XMLAttributes) {
        switch element {
        case "workbookPr": counts1904 = attributes.isTrue("date1904")
        case "sheet":
            let state = attributes["state"] ?? "visible"
            sheets.append(
                Sheet(
                    name: attributes["name"] ?? "", relation: attributes["id"] ?? "",
                    isHidden: state != "visible"))
        default: break
        }
    }

    mutating func text(_ text: String) {}
    mutating func end(_ element: String) {}
}

/// Which part another part means by an id (`_rels/….rels`).
struct PartRelations: XMLReader {
    struct Relation {
        /// The last word of the type: `worksheet`, `styles` …; both dialects of the standard end alike.
        let kind: String
        let part: String
    }

    /// The folder of the part whose relations these are; targets are reckoned from it.
    let folder: String
    private(set) var relations: [String: Relation] = [:]
    var isDone: Bool { false }

    init(folder: String) {
        self.folder = folder
    }

    func first(_ kind: String) -> String? {
        relations.values.filter { $0.kind == kind }.map(\.part).min()
    }

    mutating func begin(_ element: String, _ attributes: XMLAttributes) {
        guard element == "Relationship", let id = attributes["Id"], let target = attributes["Target"],
            attributes["TargetMode"] != "External"
        else { return }
        let kind = (attributes["Type"] ?? "").split(separator: "/").last.map(String.init) ?? ""
        relations[id] = Relation(kind: kind, part: path(target))
    }

    mutating func text(_ text: String) {}
    mutating func end(_ element: String) {}

    /// Names a part within the zip; nothing is ever opened by it outside.
    private func path(_ target: String) -> String {
        var steps = target.hasPrefix("/") ? [] : folder.split(separator: "/")
        for step in target.split(separator: "/") where step != "." {
            if step == ".." { _ = steps.popLast() } else { steps.append(step) }
        }
        return steps.joined(separator: "/")
    }
}
