import Domain

extension RegionalDocument.Kind {
    var word: String {
        switch self {
        case .instruction: "instructie"
        case .document: "document"
        }
    }

    var words: String {
        switch self {
        case .instruction: "instructies"
        case .document: "documenten"
        }
    }
}
