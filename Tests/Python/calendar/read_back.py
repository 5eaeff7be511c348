"""Reads an iCalendar object with two independent readers and prints each event as both saw it, as JSON."""
import datetime
import json
import sys

import icalendar
import vobject

UTC = datetime.timezone.utc


def moment(value):
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def with_icalendar(text):
    calendar = icalendar.Calendar.from_ical(text)
    events = []
    for event in calendar.walk("VEVENT"):
        if event.errors:
            raise ValueError(event.errors)
        attendee = event.get("ATTENDEE")
        organiser = event.get("ORGANIZER")
        events.append({
            "method": str(calendar.get("METHOD", "")),
            "uid": str(event["UID"]),
            "sequence": int(event["SEQUENCE"]),
            "start": moment(event.decoded("DTSTART")),
            "end": moment(event.decoded("DTEND")),
            "title": str(event["SUMMARY"]),
            "place": str(event.get("LOCATION", "")),
            "explanation": str(event.get("DESCRIPTION", "")),
            "status": str(event["STATUS"]),
            "organiser": str(organiser) if organiser else "",
            "attendee": str(attendee) if attendee else "",
            "attendeeName": str(attendee.params["CN"]) if attendee else "",
        })
    return events


def with_vobject(text):
    calendar = vobject.readOne(text)
    calendar.validate(raiseException=True)

    def value(component, name):
        return getattr(component, name).value if hasattr(component, name) else ""

    return [{
        "method": value(calendar, "method"),
        "uid": value(event, "uid"),
        "sequence": int(value(event, "sequence")),
        "start": moment(event.dtstart.value),
        "end": moment(event.dtend.value),
        "title": value(event, "summary"),
        "place": value(event, "location"),
        "explanation": value(event, "description"),
        "status": value(event, "status"),
        "organiser": value(event, "organizer"),
        "attendee": value(event, "attendee"),
        "attendeeName": event.attendee.params["CN"][0] if hasattr(event, "attendee") else "",
    } for event in calendar.vevent_list]


with open(sys.argv[1], encoding="utf-8", newline="") as file:
    content = file.read()
print(json.dumps({"icalendar": with_icalendar(content), "vobject": with_vobject(content)}))
