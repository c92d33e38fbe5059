# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

flow-link = How do signals go over the route?
flow-title = Flow
flow-source = Source: the journal, counted until { $when }. It can be counted again at any date.
flow-on = Counted up to and including
flow-count = Count
flow-none = There are no signals yet on this day.
flow-signals = { $count ->
    [one] { $value } signal was registered.
   *[other] { $value } signals were registered.
 }
flow-looped = { $count ->
    [one] Of these, { $value } came back to a step where it had been.
   *[other] Of these, { $value } came back to a step where they had been.
 }
flow-gone = { $count ->
    [one] Another { $value } signal was destroyed. Which way it went is no longer known: it does not count here.
   *[other] Another { $value } signals were destroyed. Which way they went is no longer known: they do not count here.
 }
flow-ways = Which way do signals go?
flow-ways-caption = How often signals went from one step to another
flow-picture = Drawing of the route. The table below says the same in numbers.
flow-picture-note = The wider the band, the more often signals went that way. Right: past a step. Left, dashed: back.
flow-from = From
flow-to = To
flow-times = Times
flow-end-confirmed = confirmed
flow-end-not-confirmed = not confirmed
flow-end-not-for-us = not for us
flow-end-open = not said
flow-time = How long does each step take?
flow-time-caption = Time for each step of the route
flow-visits = How often
flow-now = Here now
flow-median = Half within
flow-longest = Longest
flow-waits = Waited for a task
flow-wait-median = Half waited
flow-time-note = Time counts in whole days, weekends too, and only for what is done. Waiting for a task or an inspection counts apart.
flow-same-day = the same day
flow-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
 }
flow-outcomes = What was decided?
flow-outcomes-none = Nothing yet.
flow-body = Meeting
flow-no-body = Without a meeting
flow-outcome = Outcome
flow-feedback = Does the reporter hear back?
flow-feedback-in-time = Given in time
flow-feedback-late = Given late
flow-feedback-unknown = Given, in time or late is not known
flow-feedback-withheld = Not given, with a reason
flow-feedback-note = ‘Not given’ mostly means that there was no contact with the reporter any more. The reason stands with the report.
flow-closed = Closed: { $end }
flow-rounded = Numbers from 1 to 4 are shown as ‘fewer than 5’. Other numbers are rounded to five. So nobody can be recognised, not by subtraction either.
