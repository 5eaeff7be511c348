import Domain
import Web

/// The board page on one A4: what lies on the table must be all of it, and no second sheet.
enum BasisPaperPages {
    /// Of one sentence: four lines.
    private static let sentenceMax = 300

    static func paper(_ model: BasisPage) -> Paper {
        let map = BasisPages.map(model)
        let sentences = model.sentences.map { $0.shortened(to: sentenceMax) }
        let room = CommentRoom(
            municipalities: model.municipalities.count, comments: model.comments.count, sentences: sentences)
        return Paper(
            kind: "Basis op orde",
            title: "Basis op orde, \(model.shown?.quarter.words ?? "nog geen cijfers")",
            regionName: model.regionName, made: model.now, isSheet: true,
            body: """
                \(sentences.map { text -> HTML in "<p>\(text)</p>" })
                \(BasisPages.figures(model, isPaper: true).paper)
                <h2>Per gemeente: \(model.measure.word)</h2>
                <div class="beside">\(HTML.picture(map.file, alternative: map.label))<div>\(BasisPages.table(model, isPaper: true).paper)</div></div>
                \(comments(model, room))
                """)
    }

    /// Each gets an equal part of the room, which the table of municipalities leaves.
    private static func comments(_ model: BasisPage, _ room: CommentRoom) -> HTML? {
        guard !model.comments.isEmpty else { return nil }
        let items = model.comments.prefix(room.comments).map { comment -> HTML in
            let name = model.municipalities.first { $0.code == comment.municipality }?.name
            let said = comment.text.tidied
            let author = name ?? comment.municipality.text
            return
                "<li><strong>\(author)</strong>: \(said.shortened(to: room.charactersMax - author.count))</li>"
        }
        let left = model.comments.count - room.comments
        let more: HTML? =
            left > 0
            ? "<p class=\"muted\">Nog \(Dutch.count(left, "toelichting staat", "toelichtingen staan")) in Oranje.</p>"
            : nil
        let list: HTML? = items.isEmpty ? nil : "<ul>\(items)</ul>"
        return "<h2>Wat gemeenten erbij zeggen</h2>\(list)\(more)"
    }
}

/// How much room the sheet has for what municipalities say.
struct CommentRoom: Equatable {
    /// As many as are shown.
    let comments: Int
    /// Of one, with the name before it.
    let charactersMax: Int

    /// Of a sheet, beside its table of figures.
    private static let linesMax = 32
    /// Characters on a line of a sentence, also in the widest of the fonts.
    private static let lineOfSentence = 90

    /// - Parameters:
    ///   - municipalities: each has a line in the table above, which takes that of a comment.
    ///   - sentences: above everything; so does each line of theirs.
    init(municipalities: Int, comments: Int, sentences: [String]) {
        let above = sentences.map { ($0.count + Self.lineOfSentence - 1) / Self.lineOfSentence }.reduce(0, +)
        let lines = max(0, Self.linesMax - municipalities - above)
        // Two columns, and two lines for each when all of them speak.
        self.comments = min(comments, lines)
        // Forty characters stand on a line of a column, also in the widest of the fonts.
        charactersMax = lines * 2 * 40 / max(1, self.comments)
    }
}
