package import Domain
import Foundation

/// A paper for a meeting (*stuk*): one document that needs nothing beside it, for a file, a printer and the
/// program that makes a PDF.
///
/// What is in it must also be right as a tagged PDF (ISO 14289-1): tables by `Table.paper`, pictures by
/// `HTML.picture`, no links.
package struct Paper: Sendable {
    /// What kind of paper it is, above every page: `Agendapost`.
    package let kind: String
    /// What it is about; the document's title too.
    package let title: String
    package let regionName: String
    /// When it was made of the figures in it.
    package let made: Instant
    /// Above every page, where it is not for everybody: `Vertrouwelijk`.
    package let confidentiality: String?
    /// Set small, for what has to be read on one A4 at a table. It does not cut: what goes in must fit.
    package let isSheet: Bool
    /// What follows the heading.
    package let body: HTML

    package init(
        kind: String, title: String, regionName: String, made: Instant, confidentiality: String? = nil,
        isSheet: Bool = false, body: HTML
    ) {
        self.kind = kind
        self.title = title
        self.regionName = regionName
        self.made = made
        self.confidentiality = confidentiality
        self.isSheet = isSheet
        self.body = body
    }

    /// The whole document.
    package var document: HTML {
        """
        <!doctype html>
        <html lang="nl">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(kind): \(title)</title>
        <meta name="author" content="Bevolkingszorg \(regionName)">
        <meta name="description" content="\(kind) van \(Dutch.moment(made)): \(title)">
        <meta name="generator" content="Oranje">
        <style>\(Self.style)\(isSheet ? Self.sheetStyle : nil)</style>
        </head>
        <body>
        <p class="running">\(running)</p>
        <main>
        <h1>\(title)</h1>
        \(body)
        <p class="made">Gemaakt met Oranje op \(Dutch.moment(made)).</p>
        </main>
        </body>
        </html>
        """
    }

    /// Its title as a file can be called everywhere: Windows refuses some signs in a name, and so do people who send
    /// it on.
    package var fileName: String {
        let plain = String(
            title.unicodeScalars.map { scalar in
                let isRefused =
                    scalar.value < 0x20 || scalar.value == 0x7F
                    || "<>:\"/\\|?*".unicodeScalars.contains(scalar)
                return isRefused ? " " : Character(scalar)
            }
        ).tidied
        return plain.isEmpty ? kind : plain
    }

    private var running: String {
        ([kind, "Bevolkingszorg \(regionName)"] + [confidentiality].compactMap(\.self)).joined(
            separator: " · ")
    }

    /// The tokens of `Stylesheet` in light, on A4. A file cannot refer to the style sheet of the site.
    private static let style: HTML = """
        @page { size: A4; margin: 26mm 22mm 22mm;
          @top-left { content: element(running); }
          @bottom-right { content: "Pagina " counter(page) " van " counter(pages); font: 9pt sans-serif; color: #57606A; } }
        html { font: 11pt/1.5 "Liberation Sans", Arial, "DejaVu Sans", sans-serif; color: #1B1F23; }
        body { max-width: 46em; margin: 0 auto; padding: 0 1em; }
        .running { position: running(running); font-size: 9pt; color: #57606A; }
        h1 { font-size: 19pt; line-height: 1.25; border-top: 4px solid #E8590C; padding-top: 8px; }
        h2 { font-size: 13pt; margin: 1.4em 0 .3em; break-after: avoid; }
        h3 { font-size: 11pt; margin: 1.2em 0 .2em; break-after: avoid; }
        p, li { orphans: 2; widows: 2; }
        table { border-collapse: collapse; width: 100%; margin: .6em 0 1em; font-variant-numeric: tabular-nums; }
        caption { text-align: left; font-weight: bold; padding-bottom: 4px; }
        th, td { text-align: left; vertical-align: top; padding: 3px 8px 3px 0; border-bottom: 1px solid #D8D4CC;
          font-size: 10pt; }
        thead th, thead td { border-bottom: 2px solid #57606A; font-weight: bold; }
        tr, img, svg, .keep { break-inside: avoid; }
        img { width: 100%; }
        dl { display: grid; grid-template-columns: 10em 1fr; gap: 2px 12px; }
        dt { font-weight: bold; } dd { margin: 0; }
        .made, .muted { color: #57606A; font-size: 9pt; }
        @media print { body { max-width: none; padding: 0; } }
        """

    /// What is smaller on one sheet; 8 points is the least that is read on paper without effort.
    private static let sheetStyle: HTML? = """

        @page { margin: 18mm 16mm 14mm; }
        html { font-size: 9pt; line-height: 1.35; }
        h1 { font-size: 14pt; margin: 0 0 4pt; padding-top: 5px; }
        h2 { font-size: 9.5pt; margin: 6pt 0 2pt; clear: both; }
        p { margin: 0 0 2pt; }
        table { margin: 4pt 0; }
        caption { padding: 0; }
        th, td, .muted { font-size: 8pt; }
        th, td { padding: 1px 6px 1px 0; line-height: 1.25; }
        tbody th .muted { font-weight: normal; }
        .beside img { float: left; width: auto; max-width: 46%; max-height: 74mm; }
        .beside div { float: right; width: 50%; }
        .beside table { margin: 0; }
        ul { columns: 2; margin: 0; padding-left: 1.2em; font-size: 8pt; }
        .made { margin: 4pt 0 0; clear: both; }
        """
}

extension HTML {
    /// A picture that is part of the document: a PDF gets its words as alternative text, which it does not
    /// from an `svg` in the text.
    package static func picture(_ svg: HTML, alternative: String) -> HTML {
        let content = Data(svg.bytes).base64EncodedString()
        return "<img alt=\"\(alternative)\" src=\"data:image/svg+xml;base64,\(content)\">"
    }
}

extension Table {
    /// As it stands in a paper. The corner is no heading: the program that makes the PDF ties headings to
    /// cells, and above headings there is no cell to tie one to.
    package var paper: HTML {
        let heads = columns.enumerated().map { index, column -> HTML in
            index == 0 ? "<td>\(column)</td>" : "<th scope=\"col\">\(column)</th>"
        }
        let body = rows.map { cells -> HTML in
            let tagged = cells.enumerated().map { index, cell -> HTML in
                index == 0 ? "<th scope=\"row\">\(cell)</th>" : "<td>\(cell)</td>"
            }
            return "<tr>\(tagged)</tr>\n"
        }
        return """
            <table><caption>\(caption)</caption><thead><tr>\(heads)</tr></thead><tbody>
            \(body)</tbody></table>
            """
    }
}
