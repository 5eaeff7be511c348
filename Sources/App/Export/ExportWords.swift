extension ExportKind {
    var word: String {
        switch self {
        case .report: "Verslag"
        case .timeline: "Tijdlijn"
        case .article40: "Verslag aan de raden (artikel 40)"
        }
    }
}
