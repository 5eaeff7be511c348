import Testing

@testable import Web

@Suite struct LayoutTests {
    private let layout = Layout(
        regionName: "Rotterdam <Rijnmond>",
        navigation: [
            NavigationLink(path: "/", label: "Nu", isCurrent: false),
            NavigationLink(path: "/mensen", label: "Mensen", isCurrent: true),
        ], account: "Anna \"A\" Elzenaar", csrf: "c&s", notice: "Opgeslagen <ja>")

    private func text(_ page: Page) -> String { layout.html(page).text }

    @Test func `every page says its language, lets one skip to the content and has one heading`() {
        let html = text(Page(heading: "Alles bezet", body: "<p>x</p>"))
        #expect(html.hasPrefix("<!doctype html>\n<html lang=\"nl\">"))
        #expect(html.contains("<a href=\"#inhoud\">Naar de inhoud</a>"))
        #expect(html.contains("<main id=\"inhoud\""))
        #expect(html.matches(of: /<h1>/).count == 1)
        #expect(html.contains("<title>Alles bezet – Oranje</title>"))
        #expect(html.contains("name=\"viewport\""))
        for landmark in ["<header", "<nav", "<main", "<footer"] {
            #expect(html.contains(landmark), "\(landmark)")
        }
    }

    @Test func `the title of a refused form begins with Fout`() {
        let html = text(Page(heading: "Aanmelden", body: "", hasErrors: true))
        #expect(html.contains("<title>Fout: Aanmelden – Oranje</title>"))
        #expect(html.contains("<h1>Aanmelden</h1>"))
    }

    @Test func `names, notices and headings are escaped`() {
        let html = text(Page(heading: "<script>1</script>", body: ""))
        #expect(!html.contains("<script>"))
        #expect(html.contains("Rotterdam &lt;Rijnmond&gt;"))
        #expect(html.contains("Anna &quot;A&quot; Elzenaar"))
        #expect(html.contains("value=\"c&amp;s\""))
        #expect(html.contains("role=\"status\">Opgeslagen &lt;ja&gt;"))
    }

    @Test func `the page one is on is marked in the menu`() {
        let html = text(Page(heading: "Mensen", body: ""))
        #expect(html.contains("<a href=\"/mensen\" aria-current=\"page\">Mensen</a>"))
        #expect(html.contains("<a href=\"/\">Nu</a>"))
    }

    @Test func `a public page has no menu and nobody to sign out`() {
        let html = Layout(regionName: "").html(Page(heading: "Aanmelden", body: "")).text
        #expect(!html.contains("<nav"))
        #expect(!html.contains("/afmelden"))
    }

    @Test func `nothing on the page is loaded from elsewhere or runs inline`() {
        let html = text(Page(heading: "x", body: ""))
        #expect(!html.contains("http"))
        #expect(html.ranges(of: "<script").count == html.ranges(of: "<script src=\"/").count)
        #expect(!html.contains("style="))
    }
}
