/// One entry of the navigation.
package struct NavigationLink: Sendable {
    package let path: String
    package let label: String
    package let isCurrent: Bool

    package init(path: String, label: String, isCurrent: Bool) {
        self.path = path
        self.label = label
        self.isCurrent = isCurrent
    }
}

/// A whole page: what it says now, what must be done, the rest.
package struct Page: Sendable {
    /// The heading says what this is now ("Deze nacht is alles bezet"), not only a noun; it is the title too.
    package let heading: String
    /// Where the page stands, small above the heading; nil on pages of one level.
    package let breadcrumb: HTML?
    package let body: HTML
    /// The form on the page was refused; the title then begins with "Fout:" (WCAG technique G83).
    package let hasErrors: Bool
    /// The browser fetches the page again after so long, without a script; nil for a page that stays as it is. Only
    /// for pages on which nothing is typed, and with a way to stop it (WCAG 2.2.2).
    package let refreshSeconds: Int?
    /// An exercise says so in a band above and below everything (spec C8).
    package let isExercise: Bool

    package init(
        heading: String, breadcrumb: HTML? = nil, body: HTML, hasErrors: Bool = false,
        refreshSeconds: Int? = nil, isExercise: Bool = false
    ) {
        self.heading = heading
        self.breadcrumb = breadcrumb
        self.body = body
        self.hasErrors = hasErrors
        self.refreshSeconds = refreshSeconds
        self.isExercise = isExercise
    }
}

/// What surrounds every page: the orange bar, region and product, navigation, who is signed in, the notice of
/// the last write.
package struct Layout: Sendable {
    package let regionName: String
    package let navigation: [NavigationLink]
    /// The pages beside this one under the same word of the navigation; empty when it stands alone.
    package let siblings: [NavigationLink]
    /// Who is signed in; nil on public pages.
    package let account: String?
    package let csrf: String
    /// What the last write did, told once.
    package let notice: String?
    /// For whom the visitor stands in, and until when, as a sentence; nil when they are themself.
    package let acting: String?

    package init(
        regionName: String, navigation: [NavigationLink] = [], siblings: [NavigationLink] = [],
        account: String? = nil, csrf: String = "", notice: String? = nil, acting: String? = nil
    ) {
        self.regionName = regionName
        self.navigation = navigation
        self.siblings = siblings
        self.account = account
        self.csrf = csrf
        self.notice = notice
        self.acting = acting
    }

    package func html(_ page: Page) -> HTML {
        let marked = page.isExercise ? "OEFENING: \(page.heading)" : page.heading
        let title = page.hasErrors ? "Fout: \(marked)" : marked
        let band: HTML? =
            page.isExercise
            ? "<p class=\"exercise-band\"><strong>OEFENING</strong> Dit is een oefening, niet echt.</p>" : nil
        return """
            <!doctype html>
            <html lang="nl">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            \(page.refreshSeconds.map { seconds -> HTML in "<meta http-equiv=\"refresh\" content=\"\(seconds)\">" })
            <title>\(title) – Oranje</title>
            <link rel="stylesheet" href="\(Stylesheet.path)">
            <link rel="icon" href="\(Icon.path)" type="image/svg+xml">
            <script src="\(PageScript.path)" defer></script>
            </head>
            <body>
            \(band)
            <p class="nl-skip-link"><a href="#inhoud">Naar de inhoud</a></p>
            <header class="top">
            <div class="top-line">
            <a class="brand" href="/"><strong>Oranje</strong> <span>\(regionName)</span></a>
            \(signedIn)
            </div>
            \(navigationBar)
            \(actingBand)
            </header>
            <main id="inhoud" tabindex="-1">
            \(page.breadcrumb.map { crumb -> HTML in "<nav class=\"crumb\" aria-label=\"Kruimelpad\">\(crumb)</nav>" })
            \(notice.map { text -> HTML in "<p class=\"notice\" role=\"status\">\(text)</p>" })
            <h1>\(page.heading)</h1>
            \(page.body)
            </main>
            <footer class="foot"><p>\(regionName.isEmpty ? "Oranje" : "Oranje · Bevolkingszorg \(regionName)"). Tijden zijn Nederlandse tijd.</p>
            <p><a href="/toegankelijkheid">Toegankelijkheid</a></p></footer>
            \(band)
            </body>
            </html>
            """
    }

    private var signedIn: HTML? {
        account.map { name in
            """
            <div class="who"><a href="/wachtwoord">\(name)</a>
            <form method="post" action="/afmelden"><input type="hidden" name="csrf" value="\(csrf)">
            <button class="link" type="submit">Afmelden</button></form></div>
            """
        }
    }

    /// On every page, so that nobody forgets in whose name they work.
    private var actingBand: HTML? {
        acting.map { sentence in
            """
            <div class="acting"><form method="post" action="/waarneming/eigen">
            <input type="hidden" name="csrf" value="\(csrf)"><p>\(sentence)</p>
            <button class="link" type="submit">Stop met waarnemen</button></form></div>
            """
        }
    }

    private var navigationBar: HTML? {
        guard !navigation.isEmpty else { return nil }
        let beside: HTML? =
            siblings.isEmpty
            ? nil : "<nav class=\"main beside\" aria-label=\"Onderdelen\"><ul>\(items(siblings))</ul></nav>"
        return """
            <nav class="main" aria-label="Hoofdmenu"><ul>\(items(navigation))</ul></nav>\(beside)
            """
    }

    private func items(_ links: [NavigationLink]) -> [HTML] {
        links.map { link in
            let current: HTML = link.isCurrent ? " aria-current=\"page\"" : ""
            return "<li><a href=\"\(link.path)\"\(current)>\(link.label)</a></li>"
        }
    }
}
