"""Calendars to subscribe to, and a file for each event (iCalendar: RFC 5545, RFC 7986).

`spans` says which days a calendar shows of an event, `identity` how an event is known for life,
`entries` and `descriptions` what is written about it, `zones` how local times are explained, `lines`
how all of it is put into bytes, `catalogue` and `addresses` which files there are and where, and
`files` writes them.

The bytes are written here and not by the library icalendar, which reads them back in the tests: its
time zones begin summer time an hour late and name their changes as RDATE, which Outlook ignores; it
takes the two characters `\\N` of a text for a line break.
"""
