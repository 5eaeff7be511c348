"""Reads a workbook with two independent readers and prints every cell as [kind, value], as JSON."""
import datetime
import json
import sys

import openpyxl
import python_calamine

EPOCH = datetime.datetime(1970, 1, 1)


def cell(value):
    if value is None or value == "":
        return ["empty", ""]
    if isinstance(value, bool):
        return ["flag", str(value)]
    if isinstance(value, (int, float)):
        return ["number", repr(float(value))]
    if isinstance(value, datetime.datetime):
        # To the second: a fraction of a day has no exact seconds.
        seconds = round((value - EPOCH).total_seconds())
        moment = EPOCH + datetime.timedelta(seconds=seconds)
        if moment.time() == datetime.time(0):
            return ["day", moment.date().isoformat()]
        return ["moment", moment.isoformat()]
    if isinstance(value, datetime.date):
        return ["day", value.isoformat()]
    if isinstance(value, str):
        return ["text", value]
    raise TypeError(type(value))


def openpyxl_reading(path):
    workbook = openpyxl.load_workbook(path)
    sheet = workbook.active
    formulas = [c.coordinate for row in sheet.iter_rows() for c in row if c.data_type == "f"]
    head = sheet["A1"]
    return {
        "sheet": sheet.title,
        "rows": [[cell(c.value) for c in row] for row in sheet.iter_rows()],
        "formulas": formulas,
        "frozen": sheet.freeze_panes or "",
        "filter": sheet.auto_filter.ref or "",
        "headBold": bool(head.font.b),
        "formats": [c.number_format for c in sheet[2]] if sheet.max_row > 1 else [],
        "widths": [sheet.column_dimensions[openpyxl.utils.get_column_letter(i + 1)].width
                   for i in range(sheet.max_column)],
    }


def calamine_reading(path):
    workbook = python_calamine.CalamineWorkbook.from_path(path)
    name = workbook.sheet_names[0]
    rows = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
    return {"sheet": name, "rows": [[cell(v) for v in row] for row in rows]}


path = sys.argv[1]
print(json.dumps({"openpyxl": openpyxl_reading(path), "calamine": calamine_reading(path)}))
