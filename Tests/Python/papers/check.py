"""Checks PDFs with two independent readers of accessibility, and prints what they say of each and its text, as JSON."""
import json
import os
import subprocess
import sys
import tempfile

import pikepdf

HERE = os.path.dirname(sys.executable)


def outloud(path):
    """Errors of outloud: PDF/UA-1 and what a validator alone cannot see."""
    with tempfile.NamedTemporaryFile(suffix=".json") as report:
        subprocess.run(
            [os.path.join(HERE, "outloud"), "--quiet", "--json", report.name, path],
            stdout=subprocess.DEVNULL, check=False)
        findings = list(severe(json.load(open(report.name, encoding="utf-8"))))
    return findings


def pdfua(path):
    """Errors of pdfua; it warns where it does not know the way headings are tied to cells here."""
    done = subprocess.run(
        [os.path.join(HERE, "pdfua"), "check", "--format", "json", path], capture_output=True, check=False)
    return list(severe(json.loads(done.stdout)))


def severe(node):
    if isinstance(node, dict):
        if str(node.get("severity", "")).lower() == "error":
            yield node
        for value in node.values():
            yield from severe(value)
    elif isinstance(node, list):
        for value in node:
            yield from severe(value)


def facts(path):
    with pikepdf.open(path) as pdf:
        with pdf.open_metadata() as metadata:
            title = str(metadata.get("dc:title", ""))
        marks = pdf.Root.get("/MarkInfo", {})
        return {
            "pages": len(pdf.pages),
            "title": title,
            "language": str(pdf.Root.get("/Lang", "")),
            "tagged": bool(marks.get("/Marked", False)),
        }


print(json.dumps([
    facts(path) | {
        "outloud": [str(found)[:300] for found in outloud(path)],
        "pdfua": [str(found)[:300] for found in pdfua(path)],
        "path": path,
    }
    for path in sys.argv[1:]
]))
