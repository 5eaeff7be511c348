"""Writes workbooks as other programs make them, and as nobody should make them, into a folder."""
import datetime
import io
import os
import sys
import zipfile

import openpyxl
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

folder = sys.argv[1]


def path(name):
    return os.path.join(folder, name)


def by_openpyxl():
    book = openpyxl.Workbook()
    hidden = book.active
    hidden.title = "Oud"
    hidden.append(["verborgen"])
    hidden.sheet_state = "hidden"
    sheet = book.create_sheet("Medewerkers")
    book.create_sheet("Uitleg").append(["uitleg"])
    sheet.append(["tekst", "getal", "dag", "moment", "tijd", "ja/nee", "formule", "fout", "opmaak", "nummer"])
    sheet.append([
        "Noor & <b>", 612345678, datetime.date(2026, 11, 23), datetime.datetime(2026, 11, 23, 9, 30),
        datetime.time(7, 5), True, "=1+1", "#N/A",
        CellRichText("van ", TextBlock(InlineFont(b=True), "den"), " Berg"), 45,
    ])
    sheet["J2"].number_format = "00000"
    sheet["H2"].data_type = "e"
    sheet.append(["0612345678", 0.5, datetime.date(1900, 2, 28), None, None, False, None, None, " spatie ", 1e15])
    sheet.row_dimensions[3].hidden = True
    sheet["A5"] = "samengevoegd"
    sheet.merge_cells("A5:C5")
    sheet["A9"] = "regel\nafgebroken"
    book.save(path("openpyxl.xlsx"))


def by_xlsxwriter():
    book = xlsxwriter.Workbook(path("1904.xlsx"), {"date_1904": True, "constant_memory": True})
    sheet = book.add_worksheet("Blad")
    day = book.add_format({"num_format": "[$-413]d mmmm yyyy;@"})
    money = book.add_format({"num_format": "\"dag\" #,##0.00"})
    hours = book.add_format({"num_format": "[h]:mm"})
    sheet.write_row(0, 0, ["dag", "geld", "formule", "uren", "tekst"])
    sheet.write_datetime(1, 0, datetime.datetime(2026, 11, 23), day)
    sheet.write_number(1, 1, 12.5, money)
    sheet.write_formula(1, 2, "=\"van \"&\"den\"", None, "van den")
    sheet.write_number(1, 3, 0.25, hours)
    sheet.write_string(1, 4, "a_x000D_b Élise \U0001F600")
    sheet.write_formula(2, 2, "=2*3", None, 6)
    sheet.write_number(2, 3, 1.5, hours)
    book.close()


REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_RELS = f"""<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="{REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""
BOOK = """<?xml version="1.0"?><x:workbook xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"
xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships"><x:sheets>{}</x:sheets></x:workbook>"""
SHEET_ENTRY = '<x:sheet name="Blad" sheetId="1" state="{}" r:id="r1"/>'
BOOK_RELS = f"""<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="{REL}/worksheet" Target="/xl/sheets/one.xml"/>
<Relationship Id="r2" Type="{REL}/sharedStrings" Target="strings.xml"/></Relationships>"""
STRINGS = '<?xml version="1.0"?><sst><si><t>een</t><rPh sb="0" eb="1"><t>lezing</t></rPh></si></sst>'
SHEET = '<?xml version="1.0"?><x:worksheet xmlns:x="a"><x:sheetData>{}</x:sheetData></x:worksheet>'


def by_hand(name, sheet="", strings=STRINGS, state="visible", extra=(), book=None):
    with zipfile.ZipFile(path(name), "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("_rels/.rels", PACKAGE_RELS)
        package.writestr("xl/workbook.xml", book or BOOK.format(SHEET_ENTRY.format(state)))
        package.writestr("xl/_rels/workbook.xml.rels", BOOK_RELS)
        package.writestr("xl/strings.xml", strings)
        package.writestr("xl/sheets/one.xml", SHEET.format(sheet))
        for part, content in extra:
            package.writestr(part, content)


def cells_by_hand():
    by_hand("prefix.xlsx", """<x:row><x:c t="s"><x:v>0</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row>
        <x:row r="4"><x:c r="C4" t="d"><x:v>2026-11-23T08:15:00</x:v></x:c></x:row>
        <x:row r="1048576"><x:c r="XFD1048576" t="inlineStr"><x:is><x:t>ver weg</x:t></x:is></x:c></x:row>""")
    rows = "".join(f'<x:row r="{i}"><x:c r="A{i}"><x:v>{i}</x:v></x:c></x:row>' for i in range(1, 5001))
    by_hand("long.xlsx", rows)
    by_hand("backwards.xlsx", '<x:row r="5"><x:c><x:v>1</x:v></x:c></x:row><x:row r="2"/>')
    by_hand("column.xlsx", '<x:row><x:c r="ZZZZ1"><x:v>1</x:v></x:c></x:row>')
    by_hand("hidden.xlsx", state="veryHidden")
    by_hand("sheetless.xlsx", book=BOOK.format(""))


def attacks():
    laughs = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    by_hand("laughs.xlsx", strings=f'<!DOCTYPE sst [<!ENTITY l0 "ha">{laughs}]><sst><si><t>&l9;</t></si></sst>')
    by_hand("outside.xlsx", strings='<!DOCTYPE sst [<!ENTITY x SYSTEM "file:///etc/passwd">]><sst><si><t>&x;</t></si></sst>')
    by_hand("inflated.xlsx", sheet=" " * 40_000_000)
    by_hand("deep.xlsx", sheet="<a>" * 5000 + "</a>" * 5000)
    by_hand("parts.xlsx", extra=[(f"xl/media/{i}.txt", "x") for i in range(2500)])
    by_hand("twins.xlsx", extra=[("XL/Sheets/One.xml", SHEET.format(""))])
    by_hand("climbing.xlsx", extra=[("../../../../tmp/oranje-klim.txt", "x")], sheet='<x:row><x:c><x:v>1</x:v></x:c></x:row>')
    by_hand("broken.xlsx", sheet="<x:row><x:c>")
    by_hand("whole.xlsx", sheet='<x:row><x:c t="s"><x:v>0</x:v></x:c></x:row>' * 200)
    whole = open(path("whole.xlsx"), "rb").read()
    open(path("cut.xlsx"), "wb").write(whole[:-200])
    place = whole.index(b"xl/sheets/one.xml") + 40
    open(path("flipped.xlsx"), "wb").write(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1:])
    locked = bytearray(whole)
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = locked.find(mark)
        while start >= 0:
            locked[start + flags] |= 1
            start = locked.find(mark, start + 1)
    open(path("locked.xlsx"), "wb").write(bytes(locked))


def strangers():
    open(path("old.xls"), "wb").write(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(512))
    for name, parts in (
        ("binary.xlsb", ["xl/workbook.bin"]), ("photos.zip", ["a.jpg"]), ("empty.zip", []),
    ):
        with zipfile.ZipFile(path(name), "w") as package:
            for part in parts:
                package.writestr(part, "x")
    with zipfile.ZipFile(path("list.ods"), "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", "<a/>")


by_openpyxl()
by_xlsxwriter()
cells_by_hand()
attacks()
strangers()
