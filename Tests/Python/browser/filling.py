"""What is typed into a form: nothing, or what could be true."""

from document import Form

LIST = b"personeelsnummer;gemeente;achternaam\n1;GM0599;Voorbeeld\n2;GM0000;Fout\n"
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n" \
    b"trailer<</Root 1 0 R>>\n%%EOF\n"
# By the address of a form, where a list of people would be the wrong file: its name, type and bytes.
FILES = {
    "/regio/inwoners/import": ("lijst.csv", b"gemeente;inwoners\nRotterdam;670000\nNergens;1\n", "text/csv"),
    "/regio/reistijden/import": (
        "lijst.csv", b"van;naar;minuten\nRotterdam;Schiedam;12\nNergens;Schiedam;1\n", "text/csv"),
    "/mensen/:id/certificaat/:paper/bewijs": ("bewijs.pdf", PDF, "application/pdf"),
    "/documenten": ("instructie.pdf", PDF, "application/pdf"),
    "/documenten/:id/versie": ("instructie.pdf", PDF, "application/pdf"),
}
# A day after the first roster of the sample, and the end of what begins on it.
DAY, LAST_DAY = "21-12-2026", "25-01-2027"
LAST_DAYS = {"tot", "einde", "t/m", "tot-en-met", "eind", "verloopt"}
BY_TYPE = {
    "email": "voorbeeld@example.nl", "tel": "0612345678", "number": "1", "time": "12:00", "url": "https://example.nl/",
    "password": "een lang wachtwoord om te proberen", "search": "a", "text": "Voorbeeld", "textarea": "Voorbeeld",
}
# By the address of a form, where only something that fits leads on: a page that nothing else leads to needs its fields here.
BY_FORM = {
    "/alarmen": {"aantal-OVDBZ": "1", "aantal-ARB": "20", "plaats": "Markt 1"},
    "/alarmen/voorbeeld": {"aantal-OVDBZ": "1", "aantal-ARB": "20", "plaats": "Markt 1"},
    "/accounts": {"rol": "functionary"},
    "/communicatietests": {"minuten": "60"},
    "/api-sleutels": {"scope-regio:lezen": "ja"},
    "/rooster/concepten/beste": {"weken": "4", "seconden": "5"},
    "/simulatie": {"herhalingen": "100"},
    "/inzetten/:id/regels": {"vertrouwelijk": "ja"},
    "/waarneming": {"waarnemer": "bureau"},
    # One word that is wider than a phone.
    "/nafase/:id/punten": {"wat": "Zie https://www.voorbeeld.nl/" + 80 * "a"},
    "/geld/begroting": {"jaar": "2026", "dag": "1-6-2026", "posten": "Advies; 10.000"},
    "/geld/sleutels/nieuw": {"vanaf": "2026"},
}


def lead_messages_to(site: str, mail_port: int, gateway_port: int) -> None:
    """Lets whoever sets up channels enter our own mail server and gateway, and the address at which readers find us."""
    BY_FORM["/kanalen"] = {
        "server": "127.0.0.1", "poort": str(mail_port), "afzender": "oranje@example.nl", "versleuteling": "none",
        "onversleuteld": "ja", "url": f"http://127.0.0.1:{gateway_port}/?naar={{{{naar}}}}&tekst={{{{tekst}}}}"}
    BY_FORM["/kanalen/adres"] = {"site": site}


def empty(form: Form, action: str) -> tuple[list, dict]:
    """Only what a person types is emptied; choices stay as the page offers them."""
    return [(name, "" if name in form.typed else value) for name, value in form.values], _files(form, action)


def filled(form: Form, action: str) -> tuple[list, dict]:
    """What must be filled in, or everything where nothing must."""
    sent = form.values + [(name, "") for name in form.choices if name not in dict(form.values)]
    names = {name for name, _ in sent}
    wanted = form.required & names or form.typed.keys() | form.choices.keys()
    special = BY_FORM.get(action, {})
    values = [
        (name, special.get(name) or value or (_plausible(name, form) if name in wanted else "")) for name, value in sent]
    # A box that is not ticked is not sent.
    return [(name, value) for name, value in values if value or name in dict(form.values)], _files(form, action)


def _plausible(name: str, form: Form) -> str:
    if name in form.choices:
        # Who hands over to whom: two lists of the same are not meant for the same.
        chosen = " ".join(value for _, value in form.values)
        return next((choice for choice in form.choices[name] if choice not in chosen), form.choices[name][0])
    kind = form.typed.get(name, "text")
    if kind == "date":
        return LAST_DAY if name in LAST_DAYS else DAY
    return BY_TYPE[kind]


def _files(form: Form, action: str) -> dict:
    return {name: FILES.get(action, ("lijst.csv", LIST, "text/csv")) for name in form.files}
